import { validators } from "./generated/validate/index.ts";
import { validateWith, type ValidationOptions } from "./helpers/validate-with.ts";

export {
  validateWith,
  VpcepValidationError,
  type Problem,
  type ResponseValidator,
  type ValidationOptions,
} from "./helpers/validate-with.ts";

/**
 * Returns a middleware (`client.use(…)`) that checks the responses of all operations. A program that needs the checks of
 * some only is smaller with `validateWith` and those from `@vpcep/client/validate/<operationId>`.
 */
export const validateResponses = (options?: ValidationOptions): ReturnType<typeof validateWith> =>
  validateWith(validators, options);
