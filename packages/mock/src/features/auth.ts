import type { DocumentOperation } from "../prism/document.ts";
import type { PreparedOperation } from "../prism/engine.ts";
import type { MockRequest } from "../http/request.ts";
import type { Violation } from "../http/response.ts";
import { verifySignature, type AccessKeys } from "./signature.ts";

/**
 * Decides on 401. Two checks:
 *
 * 1. With access keys, the signature of a request that has an `Authorization` header (thrown as 401 in the gateway's form).
 * 2. The credentials that the document's `security` requires, any value of which is accepted (returned as a violation, for
 *    which the operation's documented 401 is the response).
 *
 * @throws {GatewayError} 401 where the signature does not match.
 */
export function authorize(
  operation: DocumentOperation,
  prism: PreparedOperation,
  request: MockRequest,
  bytes: Buffer,
  accessKeys: AccessKeys,
): Violation[] {
  if (operation.secured && accessKeys.size) verifySignature({ ...request, body: bytes }, accessKeys, Date.now());
  return prism.authorize({ ...request, body: undefined });
}
