import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** A way to make the call: gives the number of endpoints in the answer. */
export type Call = () => Promise<number>;

const PROJECT = "6e9dfd51d1124e8d8498dce894923a0d";
const KEY = { accessKeyId: "EXAMPLEACCESSKEY0001", secretAccessKey: "example-secret-key-not-real-0001" };
const PATH = `/v1/${PROJECT}/vpc-endpoints`;
interface Page {
  endpoints?: unknown[];
}

/** What is compared, in the order of the table; each is loaded in a process of its own. */
export const subjects: Record<string, { module: string; prepare(url: string): Promise<Call> }> = {
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
      return async () => (await get(PATH, { params: { query: { limit: 10 } } })).data.endpoints?.length ?? 0;
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
};
