/**
 * Errors that calls reject with. `@vpcep/client` exports the same. Two types have the error codes: `KnownCode` is one that some
 * operation names, and `OperationCodes` has those of each operation, by its operationId.
 *
 * @module Error classes
 */
import { statusError, type StatusError } from "./status-error.ts";

export type { StatusError } from "./status-error.ts";
export {
  VpcepConnectionError,
  VpcepDecodeError,
  VpcepError,
  VpcepTimeoutError,
  type VpcepErrorDetails,
} from "./error.ts";
export type { KnownCode, OperationCodes } from "../generated/error-codes.ts";
export * from "../generated/errors.ts";
export { WaiterError } from "../helpers/wait.ts";

/** Status 429: more requests than the API gateway allows in a second. */
export const VpcepTooManyRequestsError = /* @__PURE__ */ statusError(429);
export type VpcepTooManyRequestsError = StatusError<429>;
