import type { Artifact } from "../../core/artifact.ts";

/** The bundle as JSON, for those who read it without a YAML parser. */
export const artifact: Artifact = {
  name: "description-json",
  path: "spec/dist/openapi.json",
  render: (document) => `${JSON.stringify(document, null, 2)}\n`,
};
