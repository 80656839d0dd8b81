// Generated from VPC Endpoint API 0.1.0. Do not edit: change the description and build again.

import { statusError, type StatusError } from "../status-error.ts";

/**
 * Status 400. The request is malformed or a value in it is not valid, so it was not understood.
 */
export const VpcepBadRequestError = /* @__PURE__ */ statusError(400);
export type VpcepBadRequestError = StatusError<400>;

/**
 * Status 401. The credentials are missing, not valid or no longer valid.
 */
export const VpcepUnauthorizedError = /* @__PURE__ */ statusError(401);
export type VpcepUnauthorizedError = StatusError<401>;

/**
 * Status 403. The request was understood, and is refused: the caller lacks the permission.
 */
export const VpcepForbiddenError = /* @__PURE__ */ statusError(403);
export type VpcepForbiddenError = StatusError<403>;

/**
 * Status 404. Nothing was found under this address: the resource does not exist, or no longer.
 */
export const VpcepNotFoundError = /* @__PURE__ */ statusError(404);
export type VpcepNotFoundError = StatusError<404>;

/**
 * Status 405. The resource does not allow this method.
 */
export const VpcepMethodNotAllowedError = /* @__PURE__ */ statusError(405);
export type VpcepMethodNotAllowedError = StatusError<405>;

/**
 * Status 406. The answer cannot be given in any form that the `Accept` header allows.
 */
export const VpcepNotAcceptableError = /* @__PURE__ */ statusError(406);
export type VpcepNotAcceptableError = StatusError<406>;

/**
 * Status 407. A proxy in between asks the client for credentials of its own.
 */
export const VpcepProxyAuthenticationRequiredError = /* @__PURE__ */ statusError(407);
export type VpcepProxyAuthenticationRequiredError = StatusError<407>;

/**
 * Status 408. The request was not complete when the server stopped waiting for it.
 */
export const VpcepRequestTimeoutError = /* @__PURE__ */ statusError(408);
export type VpcepRequestTimeoutError = StatusError<408>;

/**
 * Status 409. The resource is in a state that does not allow the request.
 */
export const VpcepConflictError = /* @__PURE__ */ statusError(409);
export type VpcepConflictError = StatusError<409>;

/**
 * Status 500. The service failed; trying again may help.
 */
export const VpcepInternalServerErrorError = /* @__PURE__ */ statusError(500);
export type VpcepInternalServerErrorError = StatusError<500>;

/**
 * Status 501. The request asks for a function that the server does not have.
 */
export const VpcepNotImplementedError = /* @__PURE__ */ statusError(501);
export type VpcepNotImplementedError = StatusError<501>;

/**
 * Status 502. A server behind the one that answers gave an invalid answer.
 */
export const VpcepBadGatewayError = /* @__PURE__ */ statusError(502);
export type VpcepBadGatewayError = StatusError<502>;

/**
 * Status 503. The service is down or overloaded for now; trying again later may help.
 */
export const VpcepServiceUnavailableError = /* @__PURE__ */ statusError(503);
export type VpcepServiceUnavailableError = StatusError<503>;

/**
 * Status 504. The gateway got no answer from the service in time.
 */
export const VpcepGatewayTimeoutError = /* @__PURE__ */ statusError(504);
export type VpcepGatewayTimeoutError = StatusError<504>;
