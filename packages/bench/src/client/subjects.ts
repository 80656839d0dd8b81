import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);

/** Makes the call, and returns the number of endpoints in the response. */
export type Call = () => Promise<number>;

const PROJECT = "6e9dfd51d1124e8d8498dce894923a0d";
const KEY = { accessKeyId: "EXAMPLEACCESSKEY0001", secretAccessKey: "example-secret-key-not-real-0001" };
const PATH = `/v1/${PROJECT}/vpc-endpoints`;
interface Page {
  endpoints?: unknown[];
}

/** A client that is measured, and the module that a program imports for it. */
interface Subject {
  module: string;
  prepare(url: string): Promise<Call>;
}

/** Returns the clients in the order of the table. `folder` has the generated ones. */
export const subjects = (folder: string): Record<string, Subject> => ({
  "raw fetch": {
    module: "data:text/javascript,",
    async prepare(url) {
      return async () => {
        const response = await fetch(`${url}${PATH}?limit=10`, { headers: { "X-Auth-Token": "token" } });
        return ((await response.json()) as Page).endpoints?.length ?? 0;
      };
    },
  },
  "openapi-fetch": {
    module: "openapi-fetch",
    async prepare(url) {
      const { default: createClient } = await import("openapi-fetch");
      const client = createClient<Record<string, never>>({ baseUrl: url, headers: { "X-Auth-Token": "token" } });
      const get = client.GET as unknown as (path: string, init: object) => Promise<{ data: Page }>;
      const params = { path: { project_id: PROJECT }, query: { limit: 10 } };
      return async () => (await get("/v1/{project_id}/vpc-endpoints", { params })).data.endpoints?.length ?? 0;
    },
  },
  "@vpcep/client, token": {
    module: "@vpcep/client",
    async prepare(url) {
      const { createClient, tokenAuth } = await import("@vpcep/client");
      const { listEndpoints } = await import("@vpcep/client/operations");
      const client = createClient({ baseUrl: url, projectId: PROJECT, auth: tokenAuth("token") });
      return async () => (await listEndpoints(client, { limit: 10 })).endpoints?.length ?? 0;
    },
  },
  "@vpcep/client, AK/SK": {
    module: "@vpcep/client",
    async prepare(url) {
      const { createClient, accessKeyAuth } = await import("@vpcep/client");
      const { listEndpoints } = await import("@vpcep/client/operations");
      const client = createClient({ baseUrl: url, projectId: PROJECT, auth: accessKeyAuth(KEY) });
      return async () => (await listEndpoints(client, { limit: 10 })).endpoints?.length ?? 0;
    },
  },
  "hey-api's client": {
    module: join(folder, "hey-api.mjs"),
    async prepare(url) {
      const { createClient, createConfig, listEndpoints } = await import(join(folder, "hey-api.mjs"));
      const client = createClient(createConfig({ baseUrl: url, headers: { "X-Auth-Token": "token" } }));
      const options = { client, path: { project_id: PROJECT }, query: { limit: 10 } };
      return async () => ((await listEndpoints(options)).data as Page).endpoints?.length ?? 0;
    },
  },
  "Redocly's client, with retries": {
    module: join(folder, "redocly.mjs"),
    async prepare(url) {
      const { configure, listEndpoints } = await import(join(folder, "redocly.mjs"));
      configure({ serverUrl: url, headers: { "X-Auth-Token": "token" }, retry: { retries: 2 }, timeout: 30_000 });
      return async () =>
        ((await listEndpoints({ path: { project_id: PROJECT }, query: { limit: 10 } })) as Page).endpoints?.length ?? 0;
    },
  },
  axios: {
    module: "axios",
    async prepare(url) {
      const { default: axios } = await import("axios");
      const { Agent } = await import("node:http");
      const client = axios.create({
        baseURL: url,
        headers: { "X-Auth-Token": "token" },
        httpAgent: new Agent({ keepAlive: true }),
      });
      return async () => (await client.get<Page>(PATH, { params: { limit: 10 } })).data.endpoints?.length ?? 0;
    },
  },
  "vendor's core, AK/SK": {
    module: "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js",
    async prepare(url) {
      const { BasicCredentials } = require("@huaweicloud/huaweicloud-sdk-core");
      const { ClientBuilder } = require("@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js");
      const credentials = new BasicCredentials()
        .withAk(KEY.accessKeyId)
        .withSk(KEY.secretAccessKey)
        .withProjectId(PROJECT);
      const client = new ClientBuilder((inner: unknown) => inner).withCredential(credentials).withEndpoint(url).build();
      return async () => {
        const options = {
          method: "GET",
          url: "/v1/{project_id}/vpc-endpoints",
          contentType: "application/json",
          queryParams: { limit: 10 },
          pathParams: {},
          headers: {},
        };
        return (
          ((await client.sendRequest({ ...options, pathParams: { project_id: PROJECT } })) as Page).endpoints?.length ??
          0
        );
      };
    },
  },
});
