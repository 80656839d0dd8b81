import { expect, it } from "vitest";
import { searchEngine } from "../../../scripts/artifacts/docs/exports/search-engine.ts";
import { searchable } from "../../../scripts/artifacts/docs/exports/search-index.ts";
import { readSite } from "../../../scripts/artifacts/docs/model.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";

const engine = searchEngine(searchable(readSite(bundle)));

/** Finds the place of an address among the results, counted from 1; infinity where it is not there. */
function placeOf(query: string, address: string): number {
  const at = engine.search(query).findIndex((result) => result.address === address);
  return at < 0 ? Infinity : at + 1;
}

const op = (operationId: string, anchor = "") => `reference/${operationId}.html${anchor}`;
const chapter = (name: string) => `reference/index.html#${name}`;
const code = (name: string) => `reference/errors.html#${name}`;
const schema = (name: string, anchor = "") => `reference/schemas/${name}.html${anchor}`;

it.each([
  // Identifiers, as they are copied from code, logs and specifications
  ["createEndpointService", op("createEndpointService")],
  ["GET /v1/{project_id}/quotas", op("listQuotaDetails")],
  ["/v1/{project_id}/vpc-endpoints", op("listEndpoints")],
  ["DELETE /v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}", op("deleteEndpoint")],
  ["vpcep:endpoints:create", op("createEndpoint")],
  ["EndPoint.2003", code("EndPoint.2003")],
  ["endpoint.1018", code("Endpoint.1018")],
  ["APIGW.0301", code("APIGW.0301")],
  ["2012", code("EndPoint.2012")],
  ["APIGW0301", code("APIGW.0301")],
  ["error code 3049", code("EndPoint.3049")],
  ['{"error":{"code":"EndPoint.0005","message":"…"}}', code("EndPoint.0005")],
  ["vpcEndpointServiceId", op("listServiceDetails", "#path.vpc_endpoint_service_id")],
  ["total_count", schema("EndpointServiceList", "#total_count")],
  ["enable dns", op("createEndpoint", "#body.enable_dns")],
  ["endpointAccepted", op("listEndpointInfoDetails", "#waiter.endpointAccepted")],
  ["waitFor.endpointDeleted", op("listEndpointInfoDetails", "#waiter.endpointDeleted")],
  ["EndpointStatus", schema("EndpointStatus")],
  ["PortMapping", schema("PortMapping")],
  ["X-Auth-Token", chapter("token")],
  ["SDK-HMAC-SHA256", chapter("signature")],
  // Addresses, whole or in part, with parameters of any name and value
  ["/vpc-endpoints/{vpc_endpoint_id}", op("listEndpointInfoDetails")],
  ["PUT /v1/:project_id/vpc-endpoints/:id/policy", op("updateEndpointPolicy")],
  ["vpc-endpoint-services/<id>/name", op("updateEndpointServiceName")],
  ["/v1/abc/endpoint_service/resource_instances/action", op("listResourceInstances")],
  ["https://vpcep.cn-north-4.myhuaweicloud.com/v1/abc/vpc-endpoints?limit=10&offset=0", op("listEndpoints")],
  [
    "curl -X POST 'http://127.0.0.1:4010/v1/abc/vpc-endpoint-services/d/connections/action'",
    op("acceptOrRejectEndpoint"),
  ],
  ["curl http://127.0.0.1:4010/v1/abc/vpc-endpoints -d '{}'", op("createEndpoint")],
  ["findProjectId", "client/authentication.html#findProjectId"],
  ["paginate", "client/calls-pagination-and-waiters.html#paginate"],
  ["VpcepNotFoundError", "client/error-classes.html#VpcepNotFoundError"],
  ["createClient", "client/create-a-client.html#createClient"],
  ["RetryOptions.maxRetryAfter", "client/create-a-client.html#RetryOptions.maxRetryAfter"],
  ["maxItems", "client/calls-pagination-and-waiters.html#PageOptions.maxItems"],
  ["@vpcep/client/auth", "client/authentication.html"],
  ["startMock", "client/mock-in-a-program.html#startMock"],
  // What people want to do
  ["client reference", "client/index.html"],
  ["how do I approve a pending connection?", op("acceptOrRejectEndpoint")],
  ["modify endpoint policy", op("updateEndpointPolicy")],
  ["route table already used by another endpoint", code("EndPoint.2039")],
  ["duplicate tag key", code("EndPoint.3067")],
  ["subnet not found", code("EndPoint.4004")],
  ["llm", "llms.txt"],
  ["timeout", "guide/errors-and-retries.html#repeating-a-request"],
  ["create an endpoint", op("createEndpoint")],
  ["accept a connection", op("acceptOrRejectEndpoint")],
  ["reject connection", op("acceptOrRejectEndpoint")],
  ["delete endpoint service", op("deleteEndpointService")],
  ["rename endpoint service", op("updateEndpointServiceName")],
  ["find resources by tag", op("listResourceInstances")],
  ["change route tables", op("updateEndpointRoutetable")],
  ["list quotas", op("listQuotaDetails")],
  ["sign a request", chapter("signature")],
  ["get a token", chapter("token")],
  ["what changed", "changelog.html"],
  ["reset policy to default", op("deleteEndpointPolicy")],
  ["find endpoint by id", op("listEndpointInfoDetails")],
  ["iam permissions needed to create endpoint service", op("createEndpointService")],
  ["endpoint stuck in creating", schema("EndpointStatus")],
  ["max number of endpoints per project", chapter("quotas")],
  ["what does pendingAcceptance mean", schema("EndpointStatus")],
  ["block a tenant", op("batchRemoveEndpointServicePermissions")],
  ["use proxy", "guide/get-started.html#behind-a-proxy"],
  ["list endpoints by service name", op("listEndpoints", "#query.endpoint_service_name")],
  ["bun support", "guide/get-started.html"],
  ["udp support", schema("PortMapping", "#protocol")],
  // Subjects, under the names that other APIs have for them
  ["private link service azure", "guide/overview.html#terms"],
  ["terraform import endpoint", "guide/moving.html#terraform"],
  ["authentication", chapter("authentication")],
  ["pagination", chapter("pagination")],
  ["next page", chapter("pagination")],
  ["AK/SK", chapter("signature")],
  ["private link", chapter("overview")],
  ["private service connect", chapter("overview")],
  ["aws_vpc_endpoint", op("createEndpoint")],
  ["describe-vpc-endpoints", op("listEndpoints")],
  ["rate limit", code("APIGW.0308")],
  ["throttling", code("APIGW.0308")],
  ["too many requests", code("APIGW.0308")],
  ["quota exceeded", code("Endpoint.1018")],
  ["error codes", "reference/errors.html"],
  ["asynchronous", chapter("asynchronous-operations")],
  ["regions", chapter("servers")],
  ["cn-north-4", chapter("servers")],
  ["openapi", "openapi.yaml"],
  ["release notes", "changelog.html"],
  ["project id", chapter("project-id")],
  // Typing errors
  ["acept connection", op("acceptOrRejectEndpoint")],
  ["quotta exceeded", code("Endpoint.1018")],
  ["create endpont", op("createEndpoint")],
  ["pagintion", chapter("pagination")],
  ["tokne", chapter("token")],
  ["subent id", op("createEndpoint", "#body.subnet_id")],
  ["endpiont service", op("listServiceDetails")],
  ["delte endpoint", op("deleteEndpoint")],
  ["authentification", chapter("authentication")],
  // Chinese names
  ["终端节点服务", op("listServiceDetails")],
  ["终端节点", op("listEndpointInfoDetails")],
  ["创建终端节点", op("createEndpoint")],
  ["配额", chapter("quotas")],
  ["白名单", op("listServicePermissionsDetails")],
  ["路由表", op("updateEndpointRoutetable")],
  ["错误码", "reference/errors.html"],
  ["签名", chapter("signature")],
  ["接受", op("acceptOrRejectEndpoint")],
  ["端口映射", schema("PortMapping")],
  ["接受连接", op("acceptOrRejectEndpoint")],
  ["快速入门", "guide/get-started.html"],
  ["终端节点状态", schema("EndpointStatus")],
  ["如何创建终端节点服务？", op("createEndpointService")],
  ["怎么删除终端节点", op("deleteEndpoint")],
  ["终端节点服务的配额是多少", op("listQuotaDetails")],
  ["修改终端节点策略", op("updateEndpointPolicy")],
])("finds the place for %j first", (query, address) => {
  expect([engine.search(query)[0]?.address, placeOf(query, address)]).toEqual([address, 1]);
});

it.each([
  ["subnet_id", op("createEndpoint", "#body.subnet_id")],
  ["marker_id", schema("Connection", "#marker_id")],
  ["approval_enabled", op("createEndpointService", "#body.approval_enabled")],
  ["maximum of limit", chapter("pagination")],
  ["pendingAcceptance", schema("EndpointStatus")],
  ["status of an endpoint", schema("EndpointStatus")],
  ["quota", op("listQuotaDetails")],
  ["whitelist full", code("EndPoint.3049")],
  ["IP address in use", code("EndPoint.2042")],
  ["private dns", op("createEndpoint", "#body.enable_dns")],
  ["retry", chapter("errors")],
  ["429", code("APIGW.0308")],
  ["endpont service", op("listServiceDetails")],
  ["VPC终端节点", chapter("overview")],
  ["子网", op("createEndpoint", "#body.subnet_id")],
  ["标签", op("batchAddOrRemoveResourceInstance")],
  ["策略", op("updateEndpointPolicy")],
  ["区域", chapter("servers")],
])("finds the place for %j among the first three", (query, address) => {
  expect(
    engine
      .search(query)
      .slice(0, 3)
      .map((result) => result.address),
  ).toContain(address);
});

it("finds every operation by its id, its method with its path, and its title", () => {
  const missed = readSite(bundle).operations.flatMap(({ operationId, method, path, title, address }) =>
    [operationId, `${method} ${path}`, title].filter((query) => placeOf(query, address) > 3),
  );
  expect(missed).toEqual([]);
});

it("finds nothing for a word that nothing has", () => {
  expect(engine.search("xyzzy")).toEqual([]);
});
