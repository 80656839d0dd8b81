import { checkAmount, checkAuth, checkUrl } from "../check.ts";
import { regionUrl } from "../check-options.ts";
import { toVpcepError } from "../errors/error.ts";
import type { FetchFunction, Region, SendOptions } from "../options.ts";
import { createAuthenticator } from "../request/authenticator.ts";
import { toOperationError } from "../request/operation-error.ts";
import { retryPolicy } from "../request/retry.ts";
import { RunningCall } from "../request/running-call.ts";
import { send } from "../request/send.ts";
import { parseJson, type Auth } from "./credentials.ts";

/** Options of `findProjectId`. */
export interface FindProjectOptions extends SendOptions {
  /** Credentials, as those of a client. */
  auth: Auth;
  /** Region whose default project is searched for: the one that has the name of the region. Default: none. */
  region?: Region | (string & {}) | undefined;
  /** Name of another project. Default: that of the region. */
  name?: string | undefined;
  /** Address of IAM. Default: that of the region, else `https://iam.myhuaweicloud.com`. */
  iamEndpoint?: string | undefined;
  /** Replaces the global `fetch`. Default: the global one. */
  fetch?: FetchFunction | undefined;
}

/**
 * Finds the ID of a project: the one that stands beside the credentials (`HUAWEICLOUD_SDK_PROJECT_ID`, `project_id`), or else the
 * one that IAM lists (`GET /v3/projects`).
 *
 * @param options The credentials, and the region or the name of the project.
 * @returns The ID, for the option `projectId` of a client.
 * @throws {VpcepError} Where IAM does not respond, or responds with an error.
 * @throws {Error} Where IAM lists no such project, or several.
 * @example
 * ```ts
 * import { accessKeyAuth, createClient, credentialsFromEnv, findProjectId } from "@vpcep/client";
 *
 * export async function connect() {
 *   const region = "cn-north-4";
 *   const auth = accessKeyAuth(credentialsFromEnv());
 *   return createClient({ region, projectId: await findProjectId({ region, auth }), auth });
 * }
 * ```
 */
export async function findProjectId(options: FindProjectOptions): Promise<string> {
  const { auth, region, name = region, timeout = 30_000, retry, fetch } = Object(options) as FindProjectOptions;
  checkAuth("findProjectId", auth);
  checkAmount("findProjectId", "timeout", timeout);
  const given = await auth.projectId?.();
  if (given) return given;
  // IAM has the host of the service but for the first label: https://iam.cn-north-4.myhuaweicloud.com.
  const regional = region
    ? regionUrl("findProjectId", region).replace(/\/\/[^.]+/, "//iam")
    : "https://iam.myhuaweicloud.com";
  const { iamEndpoint = regional } = options;
  checkUrl("findProjectId: iamEndpoint", iamEndpoint);
  const url = new URL(`${iamEndpoint.replace(/\/$/, "")}/v3/projects`);
  if (name) url.searchParams.set("name", name);
  const call = Object.assign(new RunningCall(), {
    operationId: "findProjectId",
    projectId: undefined,
    parseAs: "json",
    idempotent: true,
    timeout,
    retry: retryPolicy("findProjectId", retry),
    fetch: fetch ?? globalThis.fetch,
  });
  const sender = { authenticator: createAuthenticator(auth) };
  const response = await send(call, sender, new Request(url)).catch((error: unknown) => {
    throw toOperationError(call, error);
  });
  const body = parseJson(await response.text());
  if (!response.ok) throw toVpcepError(call, body);
  const { projects = [] } = Object(body) as { projects?: { id: string; name: string }[] };
  const [project, ...others] = projects.filter((each) => !name || each.name === name);
  if (project && !others.length) return project.id;
  const names = projects.map((each) => each.name).join(", ") || "none";
  throw new Error(
    `findProjectId: the name of one project is required${name ? `, not "${name}"` : ""}; IAM lists: ${names}`,
  );
}
