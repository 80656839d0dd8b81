/**
 * Checks of responses against the OpenAPI document. `@vpcep/client/validate/listEndpoints`, likewise for every other operation,
 * exports as its default the checks of that operation alone.
 *
 * @module Response checks
 */
import { validators } from "./generated/validate/index.ts";
import { validateWith, type ResponseMiddleware, type ValidationOptions } from "./helpers/validate-with.ts";

export {
  validateWith,
  VpcepValidationError,
  type Problem,
  type ResponseMiddleware,
  type ResponseValidator,
  type ValidationOptions,
} from "./helpers/validate-with.ts";

/**
 * Returns a middleware (`client.use(…)`) that checks the responses of all operations. A program that needs the checks of
 * some only is smaller with `validateWith` and those from `@vpcep/client/validate/<operationId>`.
 *
 * @param options What happens where a response differs.
 * @example
 * ```ts
 * import { validateResponses } from "@vpcep/client/validate";
 *
 * client.use(validateResponses({ mode: "warn", onProblem: ({ problems }) => console.log(problems) }));
 * ```
 */
export const validateResponses = (options?: ValidationOptions): ResponseMiddleware => validateWith(validators, options);
