import { checkText, checkUrl } from "../check.ts";
import { parseJson, refreshing, setSecret, type Auth, type Lease, type OutgoingRequest } from "./credentials.ts";
import { toVpcepError } from "../errors/error.ts";
import { calls } from "../request/running-call.ts";

/** Options of `passwordAuth`. */
export interface PasswordAuthOptions {
  /** Name of the account that the user belongs to. */
  domain: string;
  /** Name of the IAM user. */
  user: string;
  /** Password of the user. It is sent to IAM only, and never shown. */
  password: string;
  /** Project that the token is for: its name, which for a region's default project is the region, or its ID. */
  project: string | { /** ID of the project. */ id: string };
  /** Address of IAM. Default: `https://iam.myhuaweicloud.com`. */
  iamEndpoint?: string | undefined;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Authenticates with an IAM user's password: fetches a token, caches it, and fetches another one before its 24 hours end
 * or when the service refuses it. Calls at the same time share one request to IAM, which is sent the way the client
 * sends its own and retried like them.
 *
 * Calls reject with a `VpcepError` when IAM refuses.
 *
 * @param options The user, and the project that the token is for.
 * @returns The option `auth` of a client.
 * @throws {TypeError} Where an option is missing.
 * @example
 * ```ts
 * import { passwordAuth } from "@vpcep/client/auth";
 *
 * const auth = passwordAuth({
 *   domain: "account",
 *   user: "name",
 *   password: process.env.HUAWEICLOUD_SDK_PASSWORD ?? "",
 *   project: "cn-north-4",
 * });
 * ```
 */
export function passwordAuth(options: PasswordAuthOptions): Auth {
  const {
    domain,
    user,
    password,
    project,
    iamEndpoint = "https://iam.myhuaweicloud.com",
  } = Object(options) as PasswordAuthOptions;
  for (const [name, value] of Object.entries({ domain, user, password, project: Object(project).id ?? project }))
    checkText(`passwordAuth: ${name}`, value);
  checkUrl("passwordAuth: iamEndpoint", iamEndpoint);
  const body = JSON.stringify({
    auth: {
      identity: { methods: ["password"], password: { user: { name: user, password, domain: { name: domain } } } },
      scope: { project: typeof project === "string" ? { name: project } : project },
    },
  });
  const url = `${iamEndpoint.replace(/\/$/, "")}/v3/auth/tokens`;

  async function login({ fetch }: OutgoingRequest): Promise<Lease<string>> {
    const response = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    const token = response.headers.get("X-Subject-Token");
    const text = await response.text();
    if (!response.ok || !token) {
      const attempts = calls.get(response)?.attempts ?? 1;
      const call = { operationId: "passwordAuth", attempts, response, secrets: [password] };
      throw toVpcepError(call, parseJson(text));
    }
    const { issued_at = "", expires_at = "" } = Object(Object(parseJson(text)).token) as Record<string, string>;
    const lifetime = Date.parse(expires_at) - (Date.parse(issued_at) || Date.now());
    return { value: token, lifetime: lifetime > 0 ? lifetime : DAY };
  }

  const current = refreshing(login);
  return {
    async authenticate(request, unauthorized) {
      const refused = unauthorized?.headers.get("X-Auth-Token");
      setSecret(request.headers, "X-Auth-Token", await current(request, (token) => token === refused));
      return true;
    },
  };
}
