import { notice, type Rendered } from "../../core/artifact.ts";
import type { OpenApiDocument } from "../../core/document.ts";
import { errorStatuses } from "../../core/statuses.ts";
import { docComment, errorClass } from "../../core/typescript.ts";

/** One class for each error status, to be told apart by `instanceof`. */
export function render(document: OpenApiDocument): Rendered {
  const classes = [...errorStatuses(document)].map(([status, { name, description }]) => {
    const id = errorClass(name);
    return [
      // Without the mark, a bundle would carry the classes that a program does not use.
      `${docComment([`Status ${status}. ${description.trim()}`])}export const ${id} = /* @__PURE__ */ statusError(${status});`,
      `export type ${id} = StatusError<${status}>;\n`,
    ].join("\n");
  });
  const imported = classes.length
    ? ['import { statusError, type StatusError } from "../errors/status-error.ts";\n']
    : ["export {};\n"];
  return [`// ${notice(document)}\n`, ...imported, ...classes].join("\n");
}
