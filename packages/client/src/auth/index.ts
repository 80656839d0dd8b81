/**
 * Credentials for `createClient`, and the signer alone. `@vpcep/client` exports the same.
 *
 * @module Authentication
 */
export { accessKeyAuth, type AccessKeyProvider, type ExpiringAccessKey } from "./access-key.ts";
export { credentialsChain, defaultCredentials } from "./chain.ts";
export type { Auth, OutgoingRequest, Unauthorized } from "./credentials.ts";
export { credentialsFromEnv } from "./env.ts";
export { CredentialsNotFoundError, type CredentialsProvider } from "./found-credentials.ts";
export { credentialsFromMetadata, type MetadataOptions } from "./metadata.ts";
export { passwordAuth, type PasswordAuthOptions } from "./password.ts";
export { credentialsFromProfile, type ProfileOptions } from "./profile.ts";
export { findProjectId, type FindProjectOptions } from "./project.ts";
export { signRequest, type AccessKey, type RequestToSign } from "./sign.ts";
export { tokenAuth } from "./token.ts";
