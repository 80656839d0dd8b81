export { accessKeyAuth, type AccessKeyProvider, type ExpiringAccessKey } from "./access-key.ts";
export type { Auth, OutgoingRequest, Refusal } from "./credentials.ts";
export { passwordAuth, type PasswordAuthOptions } from "./password.ts";
export { signRequest, type AccessKey, type RequestToSign } from "./sign.ts";
export { tokenAuth } from "./token.ts";
