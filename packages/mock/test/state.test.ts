import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startMock, type Mock, type MockOptions } from "../dist/index.js";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { SERVICE_ERRORS } from "../src/http/errors.ts";
import type { MockDocument } from "../src/prism/document.ts";
import { createHandlers } from "../src/state/handlers/index.ts";
import type { Store } from "../src/state/store.ts";
import { ask, operations, type Asked } from "./support/ask.ts";

const TEST123 = "4189d3c2-8882-4871-a3c2-d380272eed88";
const ORDERS = "9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1";
const ACCEPTED = "530d6f2f-d115-4df2-8c36-32d19f3c0bbc";
const PENDING = "7a5f0c3b-2f2f-4a58-b0a7-3d9f6c1e4b52";
const GATEWAY = "093998ea-ebaa-440d-8c75-935178e4dd93";
const OBS = "e4a21a61-f09e-41bc-b487-23d6204ae27b";
const PERMISSION = "922b5a3f-7a3c-4b1f-8d52-1f5e3d0c9a77";

/** Operations that these tests sent a request for. */
const covered = new Set<string>();
let now = 0;
let ids = 0;

/** A stateful mock with a clock and IDs that a test can tell beforehand. */
function start(options: MockOptions = {}): Promise<Mock> {
  return startMock({ stateful: true, clock: () => now, newId: () => `id-${(ids += 1)}`, ...options });
}

function reset() {
  now = Date.UTC(2026, 0, 1);
  ids = 0;
}

const service = (id: string) => ({ path: { vpc_endpoint_service_id: id } });
const endpoint = (id: string) => ({ path: { vpc_endpoint_id: id } });
const port = (number: number) => `4189d3c2-8882-4871-a3c2-${String(number).padStart(12, "0")}`;
const newService = { port_id: port(1), vpc_id: "v", server_type: "VM", ports: [{ client_port: 80, server_port: 80 }] };

describe("a stateful mock", () => {
  let mock: Mock;
  const call = (operationId: string, asked?: Asked) => {
    covered.add(operationId);
    return ask(mock.url, operationId, asked);
  };
  const create = (body: object = {}) => call("createEndpointService", { body: { ...newService, ...body } });
  const connect = (id: string, body: object = {}) =>
    call("createEndpoint", { body: { endpoint_service_id: id, vpc_id: "v", subnet_id: "s", ...body } });

  beforeAll(async () => {
    mock = await start();
  });
  afterAll(() => mock.stop());
  beforeEach(() => {
    reset();
    mock.reset();
  });

  describe("endpoint services", () => {
    it("are creating when they are created, and then available", async () => {
      const created = await create({ service_name: "orders" });
      expect(created).toMatchObject({
        status: 200,
        body: {
          id: "id-1",
          status: "creating",
          service_name: "cn-north-4.orders.id-1",
          approval_enabled: true,
          service_type: "interface",
          created_at: "2026-01-01T00:00:00Z",
        },
      });
      expect((await call("listServiceDetails", service("id-1"))).body).toMatchObject({
        id: "id-1",
        status: "available",
      });
    });

    it("have a name of their own even without one", async () => {
      expect((await create()).body.service_name).toBe("cn-north-4.id-1");
    });

    it("are deleting when they are deleted, and then gone", async () => {
      await create();
      await call("listServiceDetails", service("id-1"));
      expect((await call("deleteEndpointService", service("id-1"))).status).toBe(204);
      expect(await call("listServiceDetails", service("id-1"))).toMatchObject({ status: 404, code: "EndPoint.0005" });
    });

    it("cannot be deleted while an endpoint uses them", async () => {
      expect(await call("deleteEndpointService", service(TEST123))).toMatchObject({
        status: 400,
        code: "EndPoint.3006",
      });
      await call("deleteEndpoint", endpoint(ACCEPTED));
      expect((await call("deleteEndpointService", service(TEST123))).status).toBe(204);
    });

    it("cannot be more than the quota", async () => {
      for (let count = 2; count < 20; count += 1) expect((await create({ port_id: port(count) })).status).toBe(200);
      expect((await call("listQuotaDetails", { query: { type: "endpoint_service" } })).body).toEqual({
        quotas: { resources: [{ type: "endpoint_service", used: 20, quota: 20 }] },
      });
      expect(await create({ port_id: port(20) })).toMatchObject({ status: 400, code: "Endpoint.1018" });
    });

    it("can be changed, and keep what a change leaves out", async () => {
      const ports = [{ client_port: 1, server_port: 2, protocol: "TCP" }];
      const changed = await call("updateEndpointService", {
        ...service(ORDERS),
        body: { ports, description: "x", service_name: "new" },
      });
      expect(changed.body).toMatchObject({
        ports,
        description: "x",
        approval_enabled: true,
        service_name: `cn-north-4.new.${ORDERS}`,
      });
      expect((await call("listServiceDetails", service(ORDERS))).body).toMatchObject({
        ports,
        updated_at: "2026-01-01T00:00:00Z",
      });
    });

    it("refuse a change of port and address at once, and one while they are creating", async () => {
      expect(
        (await call("updateEndpointService", { ...service(ORDERS), body: { port_id: "a", ip: "10.0.0.1" } })).code,
      ).toBe("EndPoint.3052");
      const slow = await start({ transitions: "1reads" });
      await ask(slow.url, "createEndpointService", { body: newService });
      const refused = await ask(slow.url, "updateEndpointService", { ...service("id-1"), body: { description: "x" } });
      await slow.stop();
      expect(refused).toMatchObject({ status: 400, code: "EndPoint.3045" });
    });

    it("can be renamed, and their endpoints know them by the new name", async () => {
      const renamed = await call("updateEndpointServiceName", {
        ...service(TEST123),
        body: { endpoint_service_name: "fresh" },
      });
      expect(renamed.body).toEqual({ endpoint_service_name: `cn-north-4.fresh.${TEST123}` });
      expect((await call("listEndpointInfoDetails", endpoint(ACCEPTED))).body.endpoint_service_name).toBe(
        `cn-north-4.fresh.${TEST123}`,
      );
    });

    it.each(
      operations.filter(({ path }) => path.includes("{vpc_endpoint_service_id}")).map(({ operationId }) => operationId),
    )("cause 404 from %s where they do not exist", async (operationId) => {
      expect(await call(operationId, service("unknown"))).toMatchObject({ status: 404, code: "EndPoint.0005" });
    });

    it("are listed by name, ID and state, with the number of all", async () => {
      const list = async (query: Record<string, string>) => {
        const { body } = await call("listEndpointService", { query });
        return [body.endpoint_services.map(({ id }: { id: string }) => id), body.total_count];
      };
      expect(await list({})).toEqual([[ORDERS, TEST123], 2]);
      expect(await list({ sort_dir: "asc" })).toEqual([[TEST123, ORDERS], 2]);
      expect(await list({ limit: "1" })).toEqual([[ORDERS], 2]);
      expect(await list({ limit: "1", offset: "1" })).toEqual([[TEST123], 2]);
      expect(await list({ limit: "0" })).toEqual([[], 2]);
      expect(await list({ offset: "9" })).toEqual([[], 2]);
      expect(await list({ endpoint_service_name: "TEST" })).toEqual([[TEST123], 1]);
      expect(await list({ id: ORDERS })).toEqual([[ORDERS], 1]);
      expect(await list({ status: "failed" })).toEqual([[], 0]);
      expect(await list({ public_border_group: "edge" })).toEqual([[], 0]);
      expect(await list({ net_type: "vlan" })).toEqual([[], 0]);
      expect(await list({ net_type: "all" })).toEqual([[ORDERS, TEST123], 2]);
      await call("updateEndpointService", { ...service(TEST123), body: { description: "later" } });
      expect(await list({ sort_key: "update_at" })).toEqual([[TEST123, ORDERS], 2]);
    });

    it("count the connections that are creating or accepted", async () => {
      const count = async () =>
        (await call("listEndpointService", { query: { id: ORDERS } })).body.endpoint_services[0].connection_count;
      expect(await count()).toBe(0);
      await call("acceptOrRejectEndpoint", { ...service(ORDERS), body: { action: "receive", endpoints: [PENDING] } });
      expect(await count()).toBe(1);
    });

    it("can be looked up by others, by name or ID", async () => {
      expect((await call("listServiceDescribeDetails", { query: { id: TEST123 } })).body).toMatchObject({
        id: TEST123,
        service_name: "test123",
      });
      expect((await call("listServiceDescribeDetails", { query: { endpoint_service_name: "test123" } })).body.id).toBe(
        TEST123,
      );
      expect((await call("listServiceDescribeDetails", { query: { id: OBS } })).body.id).toBe(OBS);
      expect(await call("listServiceDescribeDetails")).toMatchObject({ status: 400, code: "EndPoint.0002" });
      expect((await call("listServiceDescribeDetails", { query: { id: "unknown" } })).status).toBe(404);
    });

    it("of the operator are listed apart", async () => {
      const { body } = await call("listServicePublicDetails", { query: { endpoint_service_name: "OBS" } });
      expect([body.endpoint_services.map(({ id }: { id: string }) => id), body.total_count]).toEqual([[OBS], 1]);
      expect((await call("listServicePublicDetails")).body.total_count).toBe(2);
    });

    it("take more backends, and are upgraded and rolled back", async () => {
      expect((await call("addEndpointServiceServerResource", service(TEST123))).status).toBe(204);
      expect((await call("upgradeEndpointService", service(TEST123))).status).toBe(204);
      expect((await call("listServiceDetails", service(TEST123))).body.supported_editions).toEqual([
        "basic",
        "profession",
      ]);
      await call("upgradeEndpointService", { ...service(TEST123), body: { action: "rollback" } });
      expect((await call("listServiceDetails", service(TEST123))).body.supported_editions).toEqual(["basic"]);
    });
  });

  describe("endpoints", () => {
    it("are accepted where the service asks for no approval, and get an address", async () => {
      expect((await connect(TEST123)).body).toMatchObject({
        id: "id-1",
        status: "creating",
        endpoint_service_name: "test123",
        marker_id: 201515774,
      });
      expect((await call("listEndpointInfoDetails", endpoint("id-1"))).body).toMatchObject({
        status: "accepted",
        ip: "192.168.0.11",
      });
    });

    it("wait for approval where the service asks for it, and are accepted or rejected", async () => {
      const decide = (action: string, id = "id-1") =>
        call("acceptOrRejectEndpoint", { ...service(ORDERS), body: { action, endpoints: [id] } });
      const status = async () => (await call("listEndpointInfoDetails", endpoint("id-1"))).body.status;
      await connect(ORDERS);
      expect(await status()).toBe("pendingAcceptance");
      expect((await decide("receive")).body.connections).toMatchObject([{ id: "id-1", status: "accepted" }]);
      expect(await decide("receive")).toMatchObject({ status: 400, code: "EndPoint.2014" });
      const { ip } = (await call("listEndpointInfoDetails", endpoint("id-1"))).body;
      expect((await decide("reject")).body.connections).toMatchObject([{ id: "id-1", status: "rejected" }]);
      expect((await call("listEndpointInfoDetails", endpoint("id-1"))).body).toMatchObject({ status: "rejected", ip });
      await decide("receive");
      expect(await status()).toBe("accepted");
      expect(await decide("receive", "unknown")).toMatchObject({ status: 404, code: "EndPoint.2006" });
      expect(await decide("receive", ACCEPTED)).toMatchObject({ status: 400, code: "EndPoint.2013" });
      expect(await decide("maybe")).toMatchObject({ status: 400, code: "EndPoint.0007" });
    });

    it("are deleting when they are deleted, and then gone", async () => {
      expect((await call("deleteEndpoint", endpoint(ACCEPTED))).status).toBe(204);
      expect(await call("listEndpointInfoDetails", endpoint(ACCEPTED))).toMatchObject({
        status: 404,
        code: "EndPoint.0005",
      });
    });

    it.each(operations.filter(({ path }) => path.includes("{vpc_endpoint_id}")).map(({ operationId }) => operationId))(
      "cause 404 from %s where they do not exist",
      async (operationId) => {
        expect(await call(operationId, endpoint("unknown"))).toMatchObject({ status: 404, code: "EndPoint.0005" });
      },
    );

    it("cannot be created for a service that is not available", async () => {
      await call("deleteEndpoint", endpoint(ACCEPTED));
      const slow = await start({ transitions: "9reads" });
      await ask(slow.url, "createEndpointService", { body: newService });
      const refused = await ask(slow.url, "createEndpoint", {
        body: { endpoint_service_id: "id-1", vpc_id: "v", subnet_id: "s" },
      });
      await slow.stop();
      expect(refused).toMatchObject({ status: 400, code: "EndPoint.2004" });
    });

    it("cannot be more than the quota", async () => {
      for (let count = 3; count < 50; count += 1) expect((await connect(TEST123)).status).toBe(200);
      expect((await call("listQuotaDetails")).body.quotas.resources[1]).toEqual({
        type: "endpoint",
        used: 50,
        quota: 50,
      });
      expect(await connect(TEST123)).toMatchObject({ status: 400, code: "Endpoint.1018" });
    });

    it("are listed by ID, VPC and name of the service", async () => {
      const list = async (query: Record<string, string>) => {
        const { body } = await call("listEndpoints", { query });
        return [body.endpoints.map(({ id }: { id: string }) => id), body.total_count];
      };
      expect(await list({})).toEqual([[PENDING, ACCEPTED, GATEWAY], 3]);
      expect(await list({ sort_dir: "asc", limit: "1" })).toEqual([[GATEWAY], 3]);
      expect(await list({ id: PENDING })).toEqual([[PENDING], 1]);
      expect(await list({ endpoint_service_name: "ORDERS" })).toEqual([[PENDING], 1]);
      expect(await list({ vpc_id: "other" })).toEqual([[], 0]);
    });

    it("reserve the address that they request, and have it once they are accepted", async () => {
      const port_ip = "192.168.0.99";
      const ip = async () => (await call("listEndpointInfoDetails", endpoint("id-1"))).body.ip;
      const seen = [
        (await connect(ORDERS, { port_ip })).body.ip,
        await ip(),
        (await connect(ORDERS, { port_ip })).code,
      ];
      await call("acceptOrRejectEndpoint", { ...service(ORDERS), body: { action: "receive", endpoints: ["id-1"] } });
      expect([...seen, await ip()]).toEqual([undefined, undefined, "EndPoint.2042", port_ip]);
    });

    it("of a gateway have nothing of what only others have", async () => {
      await connect(OBS, { port_ip: "192.168.0.99", enable_dns: true, enable_whitelist: true, routetables: ["a"] });
      const { body } = await call("listEndpointInfoDetails", endpoint("id-1"));
      expect(body).toMatchObject({
        status: "accepted",
        service_type: "gateway",
        enable_dns: false,
        routetables: ["a"],
      });
      for (const name of ["ip", "subnet_id", "whitelist", "enable_whitelist"]) expect(body).not.toHaveProperty(name);
    });

    it("have a whitelist, which only a gateway has not", async () => {
      const change = (id: string, body: object) => call("updateEndpointWhite", { ...endpoint(id), body });
      expect((await change(ACCEPTED, { whitelist: ["10.0.0.0/8"] })).body).toMatchObject({
        whitelist: ["10.0.0.0/8"],
        enable_whitelist: true,
      });
      expect((await change(ACCEPTED, { whitelist: [], enable_whitelist: false })).body).toMatchObject({
        whitelist: [],
        enable_whitelist: false,
      });
      expect((await change(ACCEPTED, { whitelist: ["10.0.0.0/33"] })).code).toBe("EndPoint.2044");
      expect((await change(GATEWAY, { whitelist: [] })).code).toBe("EndPoint.2044");
    });

    it("of a gateway have route tables, and no others", async () => {
      const change = (id: string) =>
        call("updateEndpointRoutetable", { ...endpoint(id), body: { routetables: ["a", "b"] } });
      expect((await change(GATEWAY)).body).toEqual({ routetables: ["a", "b"] });
      expect((await call("listEndpointInfoDetails", endpoint(GATEWAY))).body.routetables).toEqual(["a", "b"]);
      expect(await change(ACCEPTED)).toMatchObject({ status: 400, code: "EndPoint.2040" });
    });

    it("have a policy where the service supports one, until it is deleted", async () => {
      const policy_statement = [{ Effect: "Deny", Action: ["obs:*:*"], Resource: ["obs:*:*:*:*"] }];
      expect((await call("updateEndpointPolicy", { ...endpoint(GATEWAY), body: { policy_statement } })).status).toBe(
        200,
      );
      expect((await call("listEndpointInfoDetails", endpoint(GATEWAY))).body.policy_statement).toEqual(
        policy_statement,
      );
      expect((await call("updateEndpointPolicy", { ...endpoint(ACCEPTED), body: { policy_statement } })).code).toBe(
        "EndPoint.2048",
      );
      expect((await call("deleteEndpointPolicy", endpoint(GATEWAY))).status).toBe(200);
      expect((await call("listEndpointInfoDetails", endpoint(GATEWAY))).body.policy_statement).toBeUndefined();
      expect(await call("deleteEndpointPolicy", endpoint(GATEWAY))).toMatchObject({
        status: 400,
        code: "EndPoint.2049",
      });
    });

    it("can be upgraded", async () => {
      expect((await call("upgradeEndpoint", endpoint(ACCEPTED))).status).toBe(202);
    });
  });

  describe("connections", () => {
    it("are the endpoints of a service, listed by ID, mark and state", async () => {
      const list = async (query: Record<string, string>) => {
        const { body } = await call("listServiceConnections", { ...service(ORDERS), query });
        return [body.connections.map(({ id }: { id: string }) => id), body.total_count];
      };
      await connect(ORDERS);
      expect(await list({})).toEqual([["id-1", PENDING], 2]);
      expect(await list({ limit: "1", sort_dir: "asc" })).toEqual([[PENDING], 2]);
      expect(await list({ id: PENDING })).toEqual([[PENDING], 1]);
      expect(await list({ marker_id: "201515773" })).toEqual([[PENDING], 1]);
      expect(await list({ status: "accepted" })).toEqual([[], 0]);
    });

    it("have a description of the owner's", async () => {
      const connections = [{ id: PENDING, description: "Shop" }];
      const told = await call("updateEndpointConnectionsDesc", { ...service(ORDERS), body: { connections } });
      expect(told.body.connections).toMatchObject(connections);
      expect((await call("listEndpointInfoDetails", endpoint(PENDING))).body.description).toBe("");
    });
  });

  describe("the whitelist of a service", () => {
    const permissions = async () => (await call("listServicePermissionsDetails")).body;
    const record = "iam:domain::5fc973eea581490997e82ea11a1df31f";

    it("adds and removes records by value", async () => {
      const change = (action: string) =>
        call("addOrRemoveServicePermissions", { body: { permissions: [record], action } });
      expect((await change("add")).body.permissions).toContain(record);
      expect((await change("add")).status).toBe(200);
      expect((await permissions()).total_count).toBe(2);
      expect((await change("remove")).body.permissions).not.toContain(record);
      expect(await change("swap")).toMatchObject({ status: 400, code: "EndPoint.3035" });
    });

    it("adds and removes records by ID, with a description", async () => {
      const added = await call("batchAddEndpointServicePermissions", {
        body: { permissions: [{ permission: record, description: "Us" }] },
      });
      expect(added.body.permissions).toEqual([
        {
          id: "id-1",
          permission: record,
          permission_type: "domainId",
          description: "Us",
          created_at: "2026-01-01T00:00:00Z",
        },
      ]);
      const described = await call("updateEndpointServicePermissionDesc", {
        path: { permission_id: "id-1" },
        body: { permission: { description: "Them" } },
      });
      expect(described.body.permissions[0].description).toBe("Them");
      const left = await call("batchRemoveEndpointServicePermissions", { body: { permissions: [{ id: "id-1" }] } });
      expect(left.body.permissions).toMatchObject([{ id: PERMISSION }]);
      expect(
        (await call("batchRemoveEndpointServicePermissions", { body: { permissions: [{ id: "id-1" }] } })).code,
      ).toBe("EndPoint.3036");
      expect((await call("updateEndpointServicePermissionDesc", { path: { permission_id: "id-1" } })).code).toBe(
        "EndPoint.0005",
      );
    });

    it("is listed by a part of the record", async () => {
      const list = async (query: Record<string, string>) =>
        (await call("listServicePermissionsDetails", { query })).body.total_count;
      expect([await list({ permission: "1564EC50" }), await list({ permission: "nobody" })]).toEqual([1, 0]);
    });
  });

  describe("tags", () => {
    const tag = (body: object, path: Record<string, string> = {}) =>
      call("batchAddOrRemoveResourceInstance", {
        path: { resource_type: "endpoint_service", resource_id: TEST123, ...path },
        body,
      });
    const find = async (body: object) => {
      const { body: found, code } = await call("listResourceInstances", { body: { action: "filter", ...body } });
      return code ?? [found.resources.map(({ resource_id: id }: { resource_id: string }) => id), found.total_count];
    };

    it("are added, replaced and removed", async () => {
      const tags = async () => (await call("listServiceDetails", service(TEST123))).body.tags;
      expect(
        (
          await tag({
            action: "create",
            tags: [
              { key: "a", value: "1" },
              { key: "b", value: "2" },
            ],
          })
        ).status,
      ).toBe(204);
      await tag({ action: "create", tags: [{ key: "a", value: "3" }] });
      expect(await tags()).toEqual([
        { key: "b", value: "2" },
        { key: "a", value: "3" },
      ]);
      await tag({ action: "delete", tags: [{ key: "a", value: "1" }, { key: "b" }] });
      expect(await tags()).toEqual([{ key: "a", value: "3" }]);
    });

    it("of a project are listed with their values", async () => {
      await tag({ action: "create", tags: [{ key: "environment", value: "test" }] });
      expect((await call("listQueryProjectResourceTags")).body).toEqual({
        tags: [{ key: "environment", values: ["production", "test"] }],
      });
    });

    it("find resources", async () => {
      const production = [{ key: "environment", values: ["production"] }];
      const any = [
        { key: "environment", values: [] },
        { key: "other", values: [] },
      ];
      expect(await find({ tags: production })).toEqual([[ORDERS], 1]);
      expect(await find({ tags: any })).toEqual([[], 0]);
      expect(await find({ tags_any: any })).toEqual([[ORDERS], 1]);
      expect(await find({ not_tags: any })).toEqual([[ORDERS, TEST123], 2]);
      expect(await find({ not_tags_any: any })).toEqual([[TEST123], 1]);
      expect(await find({ without_any_tag: true, tags: production })).toEqual([[TEST123], 1]);
      expect(await find({ matches: [{ key: "resource_name", value: "ORDERS" }] })).toEqual([[ORDERS], 1]);
      expect(await find({ limit: "1", offset: "1" })).toEqual([[TEST123], 2]);
      expect(await find({ tags: [...production, ...production] })).toBe("EndPoint.3067");
      expect(await find({ tags: [{ key: "a", values: ["1", "1"] }] })).toBe("EndPoint.3071");
      expect((await call("listResourceInstances", { body: { action: "count" } })).body).toEqual({ total_count: 2 });
      expect((await call("listResourceInstances", { body: { action: "count", limit: "1" } })).code).toBe(
        "EndPoint.0006",
      );
      expect((await call("listResourceInstances", { body: { action: "count", offset: "1" } })).code).toBe(
        "EndPoint.0010",
      );
    });
  });

  it("knows the versions of the API, and no others", async () => {
    expect((await call("listVersionDetails")).body.versions).toMatchObject([{ id: "v1" }]);
    expect((await call("listSpecifiedVersionDetails")).body.version.id).toBe("v1");
    expect(await call("listSpecifiedVersionDetails", { path: { version: "v9" } })).toMatchObject({
      status: 404,
      code: "EndPoint.0005",
    });
  });

  const long = (text: string) => text.repeat(129);
  const services = (body: object): [string, Asked] => ["createEndpointService", { body: { ...newService, ...body } }];
  const endpoints = (body: object): [string, Asked] => [
    "createEndpoint",
    { body: { endpoint_service_id: TEST123, vpc_id: "v", subnet_id: "s", ...body } },
  ];
  const tags = (list: object[], path: Record<string, string> = {}): [string, Asked] => [
    "batchAddOrRemoveResourceInstance",
    {
      path: { resource_type: "endpoint_service", resource_id: TEST123, ...path },
      body: { action: "create", tags: list },
    },
  ];
  const list = (query: Record<string, string>): [string, Asked] => ["listEndpointService", { query }];
  const instances = (filter: object): [string, Asked] => [
    "listResourceInstances",
    { body: { action: "filter", tags: [filter] } },
  ];
  const ports = (count: number, port: object) =>
    Array.from({ length: count }, (_, index) => ({ client_port: index + 1, server_port: 1, ...port }));

  it.each<[string, [string, Asked]]>([
    ["EndPoint.0002", services({ service_type: "gateway" })],
    ["EndPoint.0002", services({ vpc_id: undefined })],
    ["EndPoint.3003", services({ port_id: undefined })],
    ["EndPoint.3003", services({ port_id: "p" })],
    ["EndPoint.3021", services({ server_type: "BOX" })],
    ["EndPoint.3043", services({ ports: ports(1, { client_port: 0 }) })],
    ["EndPoint.3044", services({ port_id: "4189d3c2-8882-4871-a3c2-d380272eed83" })],
    ["EndPoint.3067", services({ tags: [{ key: "a" }, { key: "a", value: "1" }] })],
    ["EndPoint.3069", services({ tags: Array.from({ length: 21 }, (_, index) => ({ key: `k${index}` })) })],
    ["EndPoint.3074", services({ ports: ports(201, {}) })],
    ["EndPoint.3075", services({ ports: ports(1, { protocol: "SCTP" }) })],
    ["EndPoint.3076", services({ service_name: "a".repeat(17) })],
    ["EndPoint.0006", list({ limit: "1001" })],
    ["EndPoint.0010", list({ offset: "-1" })],
    ["EndPoint.0017", list({ sort_key: "name" })],
    ["EndPoint.0018", list({ sort_dir: "up" })],
    ["EndPoint.0019", list({ status: "gone" })],
    ["EndPoint.3048", list({ net_type: "odd" })],
    ["EndPoint.2003", endpoints({ endpoint_service_id: "unknown" })],
    ["EndPoint.2010", endpoints({ subnet_id: undefined })],
    ["EndPoint.2011", endpoints({ vpc_id: undefined })],
    ["EndPoint.2029", endpoints({ endpoint_service_id: undefined })],
    ["EndPoint.2033", endpoints({ enable_dns: "yes" })],
    ["EndPoint.2039", endpoints({ endpoint_service_id: OBS, routetables: ["cd7fdf2b-d964-4a4a-a169-2af1112e7d02"] })],
    ["EndPoint.2041", endpoints({ port_ip: "here" })],
    ["EndPoint.2042", endpoints({ port_ip: "192.168.0.12", subnet_id: "61881173-3899-4981-a700-170253d469b6" })],
    ["EndPoint.2044", endpoints({ whitelist: ["here"] })],
    ["EndPoint.2045", endpoints({ whitelist: Array.from({ length: 61 }, (_, index) => `10.0.0.${index}`) })],
    ["EndPoint.2048", endpoints({ policy_statement: [{ Effect: "Allow", Action: ["*:*:*"], Resource: ["*"] }] })],
    ["EndPoint.3066", tags([])],
    [
      "EndPoint.3067",
      tags([
        { key: "a", value: "" },
        { key: "a", value: "" },
      ]),
    ],
    ["EndPoint.3068", tags([{ key: "a" }])],
    ["EndPoint.3068", tags([{ key: "_sys_a", value: "" }])],
    ["EndPoint.3069", tags(Array.from({ length: 21 }, (_, index) => ({ key: `k${index}`, value: "" })))],
    ["EndPoint.3070", tags([{ key: "a", value: "" }], { resource_type: "thing" })],
    ["EndPoint.0005", tags([{ key: "a", value: "" }], { resource_id: "unknown" })],
    ["EndPoint.0005", tags([{ key: "a", value: "" }], { resource_type: "endpoint" })],
    ["EndPoint.3072", instances({ key: long("k"), values: [] })],
    ["EndPoint.3073", instances({ key: "k", values: [long("vv")] })],
    ["EndPoint.0014", ["listServiceDetails", { path: { project_id: long("p") } }]],
    ["EndPoint.3062", ["listServiceDetails", { path: { vpc_endpoint_service_id: long("s") } }]],
    ["EndPoint.2017", ["listEndpointInfoDetails", { path: { vpc_endpoint_id: long("e") } }]],
    ["EndPoint.0002", ["listQueryProjectResourceTags", { path: { project_id: long("p") } }]],
    ["EndPoint.0021", ["listServiceConnections", { ...service(ORDERS), query: { marker_id: "x" } }]],
    ["EndPoint.0020", ["listEndpoints", { query: { vpc_id: long("v") } }]],
    ["EndPoint.3070", ["listQuotaDetails", { query: { type: "odd" } }]],
    ["EndPoint.1019", ["updateEndpointRoutetable", { ...endpoint(GATEWAY), body: { routetables: [1] } }]],
    ["EndPoint.3002", ["addOrRemoveServicePermissions", { body: { action: "add", permissions: ["me"] } }]],
    ["EndPoint.3036", ["batchAddEndpointServicePermissions", { body: { permissions: "me" } }]],
    [
      "EndPoint.2017",
      ["updateEndpointConnectionsDesc", { body: { connections: [{ id: long("e"), description: "" }] } }],
    ],
    ["EndPoint.1003", ["updateEndpointServiceName", { body: { endpoint_service_name: "é" } }]],
  ])("refuses with %s what the code is for: %j", async (code, [operationId, asked]) => {
    expect(await call(operationId, asked)).toMatchObject({ status: code === "EndPoint.0005" ? 404 : 400, code });
  });

  it("fills in what the service fills in", async () => {
    const created = (await create({ ports: [{ client_port: 1, server_port: 1 }] })).body;
    expect(created.ports).toEqual([{ client_port: 1, server_port: 1, protocol: "TCP" }]);
    const { endpoint_services } = (await call("listEndpointService", { query: { id: created.id } })).body;
    expect(endpoint_services[0]).toMatchObject({ public_border_group: "center", enable_policy: false });
    await connect(created.id);
    const { connections } = (await call("listServiceConnections", service(created.id))).body;
    expect(connections[0].domain_id).toBe(endpoint_services[0].domain_id);
  });

  it("keeps projects apart", async () => {
    await call("deleteEndpoint", endpoint(ACCEPTED));
    const other = { path: { project_id: "other", vpc_endpoint_id: ACCEPTED } };
    expect((await call("listEndpointInfoDetails", endpoint(ACCEPTED))).status).toBe(404);
    expect((await call("listEndpointInfoDetails", other)).body).toMatchObject({ id: ACCEPTED, project_id: "other" });
  });

  it("lets a preference take precedence, and changes nothing then", async () => {
    const headers = { Prefer: "code=500" };
    expect(await call("deleteEndpoint", { ...endpoint(ACCEPTED), headers })).toMatchObject({
      status: 500,
      code: "EndPoint.0001",
    });
    expect((await call("listEndpointInfoDetails", endpoint(ACCEPTED))).status).toBe(200);
    const example = { Prefer: "example=ListServiceDetailsOrdersResponse" };
    expect((await call("listServiceDetails", { ...service("unknown"), headers: example })).body.id).toBe(ORDERS);
  });

  it("was sent a request for every operation with a handler", () => {
    const handler = createHandlers(bundle as MockDocument, {} as Store);
    const handled = operations.map(({ operationId }) => operationId).filter((id) => handler(id));
    expect(handled).not.toEqual([]);
    expect(handled.filter((id) => !covered.has(id))).toEqual([]);
  });
});

it("every error of a stateful mock is one that an operation documents, with the status of the catalogue", () => {
  type Entry = { code: string; status: number };
  const schema = bundle.components?.["schemas"]?.["ErrorCode"] as { "x-error-catalog": Entry[] };
  const documented = operations.flatMap(({ object }) => (object["x-error-codes"] ?? []) as string[]);
  const statuses = new Map(schema["x-error-catalog"].map(({ code, status }) => [code, status]));
  for (const [code, [status]] of Object.entries(SERVICE_ERRORS)) {
    expect(documented).toContain(code);
    expect(statuses.get(code), code).toBe(status);
  }
});
