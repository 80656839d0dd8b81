import { main, type Artifact } from "../lib/artifact.ts";

/** The bundle as JSON, for those who read it without a YAML parser. */
export const artifact: Artifact = {
  path: "spec/dist/openapi.json",
  render: (document) => `${JSON.stringify(document, null, 2)}\n`,
};

if (import.meta.main) await main(artifact);
