import type { MockDocument } from "../../prism/document.ts";
import type { Handler } from "./types.ts";
import { ServiceError } from "../../http/errors.ts";
import { responseExamples } from "../seed.ts";

/** Returns the handlers of the versions, which are those of the document's example. */
export function versionHandlers(document: MockDocument): Record<string, Handler> {
  const versions = responseExamples(document)("listVersionDetails").flatMap(
    (body) => (body["versions"] ?? []) as { id: string }[],
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
