// Not run: checked by the compiler. Each @ts-expect-error is an error that must stay one.
import { createClient, findProjectId, passwordAuth, signRequest, tokenAuth, type components } from "@vpcep/client";
import { listServiceDetails, paginate, waitFor } from "@vpcep/client/operations";
import { validateResponses } from "@vpcep/client/validate";

export async function usage(): Promise<void> {
  const client = createClient({ region: "cn-north-4", projectId: "p", auth: tokenAuth(async () => "t") });

  const service: components["schemas"]["EndpointService"] = await listServiceDetails(client, {
    vpc_endpoint_service_id: "s",
  });
  const status: "creating" | "available" | "failed" | "deleting" | undefined = service.status;
  // @ts-expect-error A value that the closed set does not have.
  if (status === "gone") return;
  // @ts-expect-error The id is required.
  await listServiceDetails(client, {});
  // @ts-expect-error There is no such parameter.
  await listServiceDetails(client, { vpc_endpoint_service_id: "s", limit: 1 });

  const path = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
  const { data, error } = await client.GET(path, { params: { path: { vpc_endpoint_service_id: "s" } } });
  const port: number | undefined = data?.ports?.[0]?.client_port;
  const code: string | undefined = error?.error?.code;
  // @ts-expect-error The id is required.
  await client.GET(path, { params: { path: {} } });
  // @ts-expect-error There is no such path.
  await client.GET("/v1/nowhere", {});
  console.log(port, code);
  const region: string = "cn-north-4"; // such as one of an environment variable

  // Every option may be undefined, also under `exactOptionalPropertyTypes`.
  const none = undefined;
  const more = { timeout: none, retry: { max: none }, fetch: none, headers: none };
  const auth = passwordAuth({ domain: "d", user: "u", password: "p", project: "p", iamEndpoint: none });
  createClient({ region, projectId: "p", auth, ...more, baseUrl: none, logger: none, userAgent: none });
  for await (const _ of paginate.listEndpoints(client, { limit: none }, { maxItems: none, signal: none })) break;
  await waitFor.endpointDeleted(client, { vpc_endpoint_id: "e" }, { timeout: none, onPoll: none });
  await findProjectId({ auth, region, name: none, iamEndpoint: none });
  await signRequest({ method: "GET", url: "u", headers: none, body: none }, { accessKeyId: "a", secretAccessKey: "s" });
  client.use(validateResponses({ mode: none, onProblem: none, onNote: none, unknownValues: none }));
}
