import { isDeepStrictEqual } from "node:util";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { suggestion } from "../../did-you-mean.ts";
import { explainSchemaErrors } from "../../explain-schema-error.ts";
import description from "./control.openapi.json" with { type: "json" };

/** Description of the routes beside the API, against which their requests are checked. */
export { description };

interface Parameter {
  name: string;
  schema: { type: string };
}

interface Operation {
  operationId: string;
  parameters?: { $ref?: string }[];
  requestBody?: unknown;
}

const paths = description.paths as Record<string, Record<string, Operation>>;

/** Operations by path and by method in upper case. */
export const routes = new Map(
  Object.entries(paths).map(([path, item]) => [
    path,
    new Map(Object.entries(item).map(([method, operation]) => [method.toUpperCase(), operation])),
  ]),
);

const validators = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

/** Returns the validator of an operation's body; compiles it on first use, since most runs need few of them. */
function validatorOf(operationId: string): ValidateFunction {
  if (!ajv) {
    ajv = new Ajv2020({ strict: false, verbose: true, allErrors: true, logger: false });
    addFormats.default(ajv);
    ajv.addSchema({ ...description, $id: "mock:control" }, undefined, undefined, false);
  }
  const known = validators.get(operationId);
  if (known) return known;
  const [path, method] = Object.entries(paths)
    .flatMap(([key, item]) => Object.entries(item).map(([name, operation]) => [key, name, operation] as const))
    .find(([, , operation]) => operation.operationId === operationId) ?? ["", ""];
  const pointer = ["paths", path.replaceAll("/", "~1"), method, "requestBody/content/application~1json/schema"].join(
    "/",
  );
  const validate = ajv.compile({ $ref: `mock:control#/${pointer}` });
  validators.set(operationId, validate);
  return validate;
}

/** @param name Name of the body in errors, such as `the fault`. @throws {TypeError} Where the body is not valid. */
export function checkBody(operationId: string, body: unknown, name: string): void {
  const validate = validatorOf(operationId);
  if (!validate(body)) throw new TypeError(`${name} is not valid: ${explainSchemaErrors(validate.errors ?? [])}`);
}

/** @throws {TypeError} Where a route that takes no body gets one with something in it, which would have no effect. */
export function checkNoBody(operation: Operation, body: unknown): void {
  if (body === undefined || isDeepStrictEqual(body, {})) return;
  const names = parametersOf(operation).map(({ name }) => name);
  const advice = names.length ? `; parameters of the query are ${names.join(", ")}` : "";
  throw new TypeError(`this route takes no body${advice}`);
}

/** @throws {TypeError} Where a parameter is not known, is given twice, or has a value that is not valid. */
export function readQueryOf(
  operation: Operation,
  query: Record<string, string | string[]>,
): Record<string, string | boolean> {
  const parameters = parametersOf(operation);
  const values: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(query)) {
    const parameter = parameters.find((candidate) => candidate.name === name);
    if (!parameter) {
      const known = parameters.map((candidate) => candidate.name);
      const advice = known.length ? suggestion(name, known) : "; this route has none";
      throw new TypeError(`the parameter ${name} is not known${advice}`);
    }
    if (typeof value !== "string")
      throw new TypeError(`the parameter ${name} occurs ${value.length} times; it may occur once`);
    if (value === "") throw new TypeError(`the parameter ${name} must not be empty`);
    if (parameter.schema.type !== "boolean") values[name] = value;
    else if (value === "true" || value === "false") values[name] = value === "true";
    else throw new TypeError(`the parameter ${name} must be true or false, not "${value}"`);
  }
  return values;
}

function parametersOf({ parameters = [] }: Operation): Parameter[] {
  return parameters.map((parameter) => {
    const name = parameter.$ref?.split("/").at(-1) ?? "";
    return ((description.components.parameters as Record<string, unknown>)[name] ?? parameter) as Parameter;
  });
}
