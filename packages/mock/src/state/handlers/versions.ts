import type { MockDocument } from "../../prism/document.ts";
import type { Handler } from "./types.ts";
import { ServiceError } from "../../http/errors.ts";
import { answerExamples } from "../seed.ts";

/** The versions that the document's example lists; they do not change, and belong to no project. */
export function versionHandlers(document: MockDocument): Record<string, Handler> {
  const versions = answerExamples(document)("listVersionDetails").flatMap(
    (answer) => (answer["versions"] ?? []) as { id: string }[],
  );
  return {
    listVersionDetails: () => ({ status: 200, body: { versions } }),
    listSpecifiedVersionDetails({ parameters }) {
      const version = versions.find(({ id }) => id === parameters["version"]);
      if (!version)
        throw new ServiceError("EndPoint.0005", `There is no version "${parameters["version"]}" of the API.`);
      return { status: 200, body: { version } };
    },
  };
}
