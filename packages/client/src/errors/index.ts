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

/** Status 429, with which the API gateway refuses more requests than it lets through in a second. */
export const VpcepTooManyRequestsError = /* @__PURE__ */ statusError(429);
export type VpcepTooManyRequestsError = StatusError<429>;
