import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as api from "@vpcep/client";
import * as operations from "@vpcep/client/operations";
import { validateWith } from "@vpcep/client/validate";
import { rejection, serve, type ScriptedServer } from "./support/server.ts";

// As in a program without a type checker.
const { createClient, findProjectId, passwordAuth, signRequest, tokenAuth, ...auths } = api as Record<string, any>;
const { listEndpoints, listEndpointInfoDetails, paginate, waitFor, withResponse } = operations as Record<string, any>;

let server: ScriptedServer;
let base: { baseUrl: string; projectId: string; auth: object };
let client: unknown;
beforeAll(async () => {
  server = await serve(({ target }) => ({ status: target.endsWith("/e") ? 404 : 200 }));
  base = { baseUrl: server.url, projectId: "p", auth: tokenAuth("secret-token") };
  client = createClient(base);
});
afterAll(() => server.close());
beforeEach(() => void server.seen.splice(0));

const KEY = { accessKeyId: "AK", secretAccessKey: "secret-key" };
const USER = { domain: "d", user: "u", password: "secret-password", project: "p" };
const POST = { method: "POST", url: "https://h/" };
const endpoint = { vpc_endpoint_id: "e" };
const LIST = "/v1/{project_id}/vpc-endpoints";

it.each<[string, () => unknown, string]>([
  ["no options", () => createClient(), "createClient: needs region or baseUrl, not both"],
  ["no region", () => createClient({ ...base, baseUrl: undefined }), "createClient: needs region or baseUrl, not both"],
  ["two addresses", () => createClient({ ...base, region: "cn-north-4" }), "needs region or baseUrl, not both"],
  [
    "an address without a scheme",
    () => createClient({ ...base, baseUrl: "localhost:4010" }),
    '"localhost:4010" must start',
  ],
  [
    "an address that is none",
    () => createClient({ ...base, baseUrl: "127.0.0.1:1" }),
    '"127.0.0.1:1" must start with http',
  ],
  [
    "an address of another scheme",
    () => createClient({ ...base, baseUrl: "ftp://h" }),
    '"ftp://h" must start with http(s)://',
  ],
  [
    "an address that is no text",
    () => createClient({ ...base, baseUrl: new URL("http://h") }),
    "must start with http(s)://",
  ],
  ["an empty address", () => createClient({ ...base, baseUrl: "" }), "needs region or baseUrl, not both"],
  ["a path without a page", () => createClient({ ...base, baseUrl: "/api" }), '"/api" must start with http(s)://'],
  ["a port that is none", () => createClient({ ...base, baseUrl: "http://h:99999" }), "must start with http(s)://"],
  ["an address with a query", () => createClient({ ...base, baseUrl: "http://h/?a" }), "without user info, query or"],
  [
    "an address with a password",
    () => createClient({ ...base, baseUrl: "http://u:secret@h" }),
    "baseUrl must start with",
  ],
  [
    "a password and no scheme",
    () => createClient({ ...base, baseUrl: "u:secret@h" }),
    "baseUrl must start with http(s)://",
  ],
  ["no project", () => createClient({ ...base, projectId: undefined }), "createClient: projectId is missing"],
  [
    "a project that is a number",
    () => createClient({ ...base, projectId: 7 }),
    "createClient: projectId must be a string",
  ],
  [
    "a project with a line break",
    () => createClient({ ...base, projectId: "p\n" }),
    "createClient: projectId must be printable",
  ],
  ["no credentials", () => createClient({ ...base, auth: undefined }), "createClient: auth must come from tokenAuth()"],
  [
    "a token as credentials",
    () => createClient({ ...base, auth: "secret" }),
    "createClient: auth must come from tokenAuth()",
  ],
  [
    "a function as credentials",
    () => createClient({ ...base, auth: tokenAuth }),
    "createClient: auth must come from tokenAuth()",
  ],
  [
    "a time limit that is text",
    () => createClient({ ...base, timeout: "soon" }),
    "timeout must be a number of at least 0, not soon",
  ],
  [
    "retries that are no number",
    () => createClient({ ...base, retry: { max: NaN } }),
    "max must be a number of at least 0, not NaN",
  ],
  [
    "a mistyped retry option",
    () => createClient({ ...base, retry: { maxRetries: 0 } }),
    'unknown retry option "maxRetries"; known: max,',
  ],
  ["a number as retry policy", () => createClient({ ...base, retry: 5 }), 'createClient: unknown retry option "5"'],
  [
    "a user agent of two lines",
    () => createClient({ ...base, userAgent: "a\nb" }),
    "createClient: userAgent must be printable",
  ],
  [
    "a header of the client with a line break",
    () => createClient({ ...base, headers: { "X-Key": "secret\nkey" } }),
    "createClient: header X-Key must be printable Latin-1",
  ],
  [
    "a header of a call with a line break",
    () => listEndpoints(client, {}, { headers: new Map([["X-Key", "secret\rkey"]]) }),
    "listEndpoints: header X-Key must be printable Latin-1",
  ],
  [
    "a header of a call that is not Latin",
    () => (client as any).GET(LIST, { headers: { "X-Key": "secret-终" } }),
    "header X-Key must be printable Latin-1",
  ],
  [
    "a user agent that is not ASCII",
    () => createClient({ ...base, userAgent: "é/1" }),
    "createClient: userAgent must be printable",
  ],

  ["a forgotten client", () => listEndpoints({ limit: 5 }), "listEndpoints: the first argument must be a client"],
  ["no arguments", () => listEndpoints(), "listEndpoints: the first argument must be a client"],
  [
    "a missing parameter",
    () => listEndpointInfoDetails(client),
    'listEndpointInfoDetails: path parameter "vpc_endpoint_id" is missing',
  ],
  [
    "a mistyped parameter",
    () => listEndpoints(client, { limt: 5 }),
    'unknown parameter "limt"; known: project_id, endpoint_service_name',
  ],
  [
    "an inherited name",
    () => listEndpoints(client, { toString: 1 }),
    'listEndpoints: unknown parameter "toString"; known:',
  ],
  ["__proto__", () => listEndpoints(client, JSON.parse('{"__proto__":1}')), 'unknown parameter "__proto__"; known:'],
  [
    "a negative time limit",
    () => listEndpoints(client, {}, { timeout: -1 }),
    "listEndpoints: timeout must be a number",
  ],
  [
    "a retry option of null",
    () => listEndpoints(client, {}, { retry: { max: null } }),
    "listEndpoints: max must be a number",
  ],
  [
    "the baseUrl of a call",
    () => (client as any).GET(LIST, { baseUrl: "http://u:secret@h" }),
    "baseUrl must start with http(s)://, without user info",
  ],
  [
    "withResponse and no client",
    () => withResponse(listEndpoints, {}, {}),
    "withResponse: the second argument must be a client",
  ],
  ["pages and no client", () => paginate.listEndpoints(), "paginate: the first argument must be a client"],
  [
    "items that are no number",
    () => paginate.listEndpoints(client, {}, { maxItems: NaN }),
    "maxItems must be a number",
  ],
  [
    "an offset that is no number",
    () => paginate.listEndpoints(client, { offset: "x" }).toArray(),
    "offset must be a number",
  ],
  [
    "a waiter and no client",
    () => waitFor.endpointAccepted(endpoint),
    "endpointAccepted: the first argument must be a client",
  ],
  ["a missing parameter of a waiter", () => waitFor.endpointDeleted(client), '"vpc_endpoint_id" is missing'],
  [
    "a mistyped parameter of a waiter",
    () => waitFor.endpointAccepted(client, { ...endpoint, id: "e" }),
    'listEndpointInfoDetails: unknown parameter "id"; known:',
  ],
  [
    "a mistyped option of a waiter",
    () => waitFor.endpointAccepted(client, endpoint, { intervall: 3 }),
    'endpointAccepted: unknown option "intervall"; known: timeout, interval',
  ],
  [
    "a mistyped option of pages",
    () => paginate.listEndpoints(client, {}, { maxItem: 3 }),
    'paginate: unknown option "maxItem"; known: maxItems',
  ],
  [
    "waiting for no number",
    () => waitFor.endpointAccepted(client, endpoint, { timeout: NaN }),
    "timeout must be a number",
  ],
  [
    "an interval below 0",
    () => waitFor.endpointAccepted(client, endpoint, { interval: -1 }),
    "interval must be a number",
  ],

  ["passwordAuth without options", () => passwordAuth(), "passwordAuth: domain is missing"],
  ["a project without ID", () => passwordAuth({ ...USER, project: { id: "" } }), "passwordAuth: project is missing"],
  [
    "a password that is a number",
    () => passwordAuth({ ...USER, password: 12345678 }),
    "passwordAuth: password must be a string",
  ],
  [
    "IAM without a scheme",
    () => passwordAuth({ ...USER, iamEndpoint: "iam" }),
    'passwordAuth: iamEndpoint "iam" must start',
  ],
  [
    "IAM with a password",
    () => passwordAuth({ ...USER, iamEndpoint: "http://u:secret@h" }),
    "iamEndpoint must start with",
  ],
  ["findProjectId without options", () => findProjectId(), "findProjectId: auth must come from tokenAuth()"],
  [
    "IAM's address twice",
    () => findProjectId({ ...base, iamEndpoint: "http://u:secret@h" }),
    "iamEndpoint must start with",
  ],
  [
    "a chain of nothing",
    () => auths["credentialsChain"](undefined),
    "credentialsChain: each provider must be a function",
  ],
  [
    "metadata without a scheme",
    () => auths["credentialsFromMetadata"]({ endpoint: "h" }),
    'endpoint "h" must start with',
  ],
  ["signRequest without a request", () => signRequest(undefined, KEY), "signRequest: method is missing"],
  ["signRequest without a key", () => signRequest(POST), "signRequest: accessKeyId is missing"],
  [
    "a form to sign",
    () => signRequest({ ...POST, body: new FormData() }, KEY),
    "signRequest: body must be a string, a Uint8Array",
  ],
  [
    "an object to sign",
    () => signRequest({ ...POST, body: { a: 1 } }, KEY),
    "signRequest: body must be a string, a Uint8Array",
  ],
  [
    "a mistyped mode of checks",
    () => validateWith([], { mode: "log" as "warn" }),
    'mode must be "throw" or "warn", not "log"',
  ],
])("a TypeError names %s, before anything is sent", async (_, call, message) => {
  const started = Date.now();
  const error = await rejection((async () => call())());
  expect(error).toBeInstanceOf(TypeError);
  expect(error.message).toContain(message);
  expect(error.message).not.toContain("secret");
  expect([server.seen.length, Date.now() - started < 1_000]).toEqual([0, true]);
});

it.each<[string, () => unknown]>([
  ["an operation", () => listEndpoints(client, null, null)],
  ["a call by path", () => (client as any).GET(LIST, null)],
  ["pages", () => paginate.listEndpoints(client, null, null).toArray()],
  ["a waiter", () => waitFor.endpointDeleted(client, endpoint, null)],
])("null stands for no options of %s", async (_, call) => {
  await expect((async () => call())()).resolves.not.toThrow();
});
