import type { Render } from "../../core/artifact.ts";

/** The bundle as JSON, for those who read it without a YAML parser. */
export const render: Render = (document) => `${JSON.stringify(document, null, 2)}\n`;
