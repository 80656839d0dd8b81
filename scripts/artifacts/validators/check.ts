import { stripTypeScriptTypes } from "node:module";
import {
  jsonContent,
  listOperations,
  resolve,
  type Json,
  type OpenApiDocument,
  type Operation,
} from "../../core/document.ts";
import { differences } from "../../testing/compare.ts";
import { probesOf, type Probe } from "../../testing/probes.ts";

interface Validator {
  operationId: string;
  method: string;
  path: string;
  statuses: Record<
    string,
    ((value: Json) => boolean) & { errors?: { keyword: string; params: { allowedValues?: Json[] } }[] | null }
  >;
}

const known = new Map<string, string[]>();

/** Holds the compiled checks of answers to take what is described, and to refuse what departs from it in one place. */
export function checkValidators(document: OpenApiDocument, files: Record<string, string>): string[] {
  const { "index.ts": index = "", ...others } = files;
  const operations = listOperations(document);
  const names = new Map(
    operations.map((operation) => [
      operation.operationId.replace(/[^\w$]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? ""),
      operation,
    ]),
  );
  const listed =
    index
      .match(/ResponseValidator\[\] = \[([^\]]*)\]/)?.[1]
      ?.split(/,\s*/)
      .filter(Boolean) ?? [];
  const strange = [...Object.keys(others).map((file) => file.replace(/\.ts$/, "")), ...listed].filter(
    (name) => !names.has(name),
  );
  return [
    ...strange.map((name) => `the checks have ${name}, which is no operation of the description`),
    ...[...names].flatMap(([name, operation]) => {
      const text = others[`${name}.ts`];
      if (text === undefined || !listed.includes(name) || !index.includes(`import ${name} from "./${name}.ts";`))
        return [`${name} has no check`];
      // What the check of one operation is held to, is the operation and the schemas that it names.
      const key = reach(document, operation) + text;
      const problems = known.get(key) ?? problemsOf(document, operation, text);
      known.set(key, problems);
      return problems;
    }),
  ];
}

function problemsOf(document: OpenApiDocument, operation: Operation, text: string): string[] {
  const { operationId, method, path, responses } = operation;
  const validator = read(text);
  const problems: string[] = [];
  if (validator.operationId !== operationId || validator.method !== method || validator.path !== path)
    problems.push(`the check of ${operationId} is of ${validator.operationId}, ${validator.method} ${validator.path}`);
  const wanted = Object.entries(responses).flatMap(([status, response]) => {
    const schema = jsonContent(document, response)?.schema;
    return schema ? [[status, schema] as const] : [];
  });
  const [want, have] = [wanted.map(([status]) => status), Object.keys(validator.statuses)].map((list) =>
    list.sort().join(" "),
  );
  if (want !== have) problems.push(`the check of ${operationId} is for ${have}, described with ${want}`);
  const names = [...new Set([...text.matchAll(/\bdata\d*\.(\w+)/g)].map(([, name = ""]) => name))];
  const known = new Map<string, Probe[]>();
  for (const [status, schema] of wanted) {
    const probes = known.get(schema.$ref ?? "") ?? probesOf(document, schema, names);
    if (schema.$ref) known.set(schema.$ref, probes);
    const check = validator.statuses[status];
    for (const { about, value, isValid, closed } of probes) {
      const errors = check?.(value) === false ? (check.errors ?? []) : [];
      if ((errors.length === 0) !== isValid)
        problems.push(`the check of ${operationId} ${status} ${isValid ? "refuses" : "takes"} a value at${about}`);
      const allowed = errors.find(({ keyword }) => keyword === "enum")?.params.allowedValues;
      if (closed && differences(closed, allowed).length)
        problems.push(`the check of ${operationId} ${status} names other values at${about}`);
    }
  }
  return problems;
}

/** Runs the code of a check. */
function read(text: string): Validator {
  const code = stripTypeScriptTypes(text, { mode: "transform" })
    .replace(/^import .*$/gm, "")
    .replace(/^export default (\w+);$/m, "return $1;");
  return new Function(code)() as Validator;
}

/** The operation and every component that it leads to, as text. */
function reach(document: OpenApiDocument, { operationId, method, path, object }: Operation): string {
  const texts = new Map([["", JSON.stringify([operationId, method, path, object.responses])]]);
  for (const text of texts.values()) {
    for (const [, $ref = ""] of text.matchAll(/"\$ref":"([^"]*)"/g)) {
      if (!texts.has($ref)) texts.set($ref, JSON.stringify(resolve(document, { $ref })));
    }
  }
  return [...texts].join("\n");
}
