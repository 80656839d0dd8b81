import { afterEach, describe, expect, it, vi } from "vitest";
import { createClient, tokenAuth, VpcepError, WaiterError } from "@vpcep/client";
import { paginate, waitFor } from "@vpcep/client/operations";
import { listOperations } from "../../../scripts/core/document.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { rejection, serve, type Reply, type ScriptedServer, type Seen } from "./support/server.ts";

const open: ScriptedServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

async function scripted(script: Parameters<typeof serve>[0]) {
  const server = await serve(script);
  open.push(server);
  return {
    server,
    client: createClient({ baseUrl: server.url, projectId: "p", auth: tokenAuth("t"), retry: { max: 0 } }),
  };
}

/** A list of `total` things, of which a page has no more than `most`. */
const things =
  (total: number, most: number, withTotal = true) =>
  ({ target, body }: Seen): Reply => {
    const query = new URL(target, "http://h").searchParams;
    const asked = (body ? JSON.parse(body) : Object.fromEntries(query)) as Record<string, string>;
    const offset = Number(asked["offset"] ?? 0);
    const count = Math.max(0, Math.min(Number(asked["limit"] ?? 10), most, total - offset));
    const list = Array.from({ length: count }, (_, index) => ({ id: `t${offset + index}` }));
    const key =
      target.match(/permissions|connections|endpoint-services|resource_instances|vpc-endpoints/g)?.at(-1) ?? "";
    const name =
      { "endpoint-services": "endpoint_services", resource_instances: "resources", "vpc-endpoints": "endpoints" }[
        key
      ] ?? key;
    return { body: { [name]: list, ...(withTotal && { total_count: total }) } };
  };

async function collect<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of list) items.push(item);
  return items;
}
const ids = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);

describe("paginate", () => {
  const service = { vpc_endpoint_service_id: "s" };
  const body = { resource_type: "endpoint", body: { action: "filter", limit: "4" } } as const;

  it.each([
    ["listEndpoints", (client, options) => paginate.listEndpoints(client, { limit: 4 }, options)],
    ["listEndpointService", (client, options) => paginate.listEndpointService(client, { limit: 4 }, options)],
    ["listServicePublicDetails", (client, options) => paginate.listServicePublicDetails(client, { limit: 4 }, options)],
    [
      "listServiceConnections",
      (client, options) => paginate.listServiceConnections(client, { ...service, limit: 4 }, options),
    ],
    [
      "listServicePermissionsDetails",
      (client, options) => paginate.listServicePermissionsDetails(client, { ...service, limit: 4 }, options),
    ],
    ["listResourceInstances", (client, options) => paginate.listResourceInstances(client, body as never, options)],
  ] as [string, (client: ReturnType<typeof createClient>, options?: object) => AsyncIterable<{ id?: string }>][])(
    "yields every item of %s once",
    async (_, list) => {
      const { server, client } = await scripted(things(10, 3));
      expect((await collect(list(client))).map(({ id }) => id)).toEqual(ids(10));
      expect(server.seen).toHaveLength(4);
    },
  );

  it("has a function for every operation that the description says has pages", () => {
    const described = listOperations(bundle)
      .filter(({ object }) => object["x-pagination"])
      .map(({ operationId }) => operationId);
    expect(Object.keys(paginate).sort()).toEqual(described.sort());
    expect(described).not.toEqual([]);
  });

  it("sends offset and limit as strings where they are strings in the body", async () => {
    const { server, client } = await scripted(things(6, 4));
    await collect(paginate.listResourceInstances(client, body as never));
    expect(server.seen.map(({ body: text }) => JSON.parse(text))).toEqual([
      { action: "filter", limit: "4", offset: "0" },
      { action: "filter", limit: "4", offset: "4" },
    ]);
  });

  it("yields the pages, and stops when the caller does", async () => {
    const { server, client } = await scripted(things(10, 4));
    const pages = await collect(paginate.listEndpoints(client).pages());
    expect(pages.map((page) => page.endpoints?.length)).toEqual([4, 4, 2]);
    for await (const { id } of paginate.listEndpoints(client)) if (id === "t1") break;
    expect(server.seen).toHaveLength(4);
  });

  it("starts at the given offset, and stops after the given number of items or pages", async () => {
    const { server, client } = await scripted(things(10, 4));
    expect((await collect(paginate.listEndpoints(client, { offset: 3 }, { maxItems: 5 }))).map(({ id }) => id)).toEqual(
      ["t3", "t4", "t5", "t6", "t7"],
    );
    expect(await paginate.listEndpoints(client, {}, { maxPages: 1 }).toArray()).toHaveLength(4);
    expect(server.seen).toHaveLength(3);
  });

  it.each([undefined, null, "x", 0, 5])("ends at an empty page where the total is %j", async (total_count) => {
    const { client } = await scripted((request) => {
      const { body } = things(8, 4, false)(request) as { body: object };
      return { body: { ...body, total_count } };
    });
    expect(await collect(paginate.listEndpoints(client))).toHaveLength(8);
  });

  it("keeps the parameters that it started with, where the caller changes the object", async () => {
    const { server, client } = await scripted(things(10, 4));
    const params = { limit: 4 };
    for await (const _ of paginate.listEndpoints(client, params)) params.limit = 9;
    expect(server.seen.map(({ target }) => target.match(/limit=\d/)?.[0])).toEqual(Array(3).fill("limit=4"));
  });

  it("throws where a page is an error", async () => {
    const { client } = await scripted((request, index) => (index ? { status: 500 } : things(10, 4)(request)));
    const seen: unknown[] = [];
    const error = await rejection(
      (async () => {
        for await (const item of paginate.listEndpoints(client)) seen.push(item);
      })(),
    );
    expect([seen.length, error.status]).toEqual([4, 500]);
  });
});

describe("waitFor", () => {
  const endpoint = { vpc_endpoint_id: "e" };
  const fast = { interval: 1, timeout: 5_000 };
  const states = (...list: string[]): Reply[] => list.map((status) => ({ body: { id: "e", status } }));

  it("has a function for every state that the description says can be waited for", () => {
    const described = listOperations(bundle).flatMap(({ object }) =>
      Object.keys((object["x-waiters"] ?? {}) as object),
    );
    expect(Object.keys(waitFor).sort()).toEqual(described.sort());
    const needed = listOperations(bundle).flatMap(({ object }) =>
      (object["x-long-running"] as { waiter?: string })?.waiter
        ? [(object["x-long-running"] as { waiter: string }).waiter]
        : [],
    );
    expect(needed.length).toBeGreaterThan(3);
    expect(described).toEqual(expect.arrayContaining(needed));
  });

  it("returns the resource in the state that was waited for", async () => {
    const { server, client } = await scripted(states("creating", "pendingAcceptance", "accepted"));
    expect(await waitFor.endpointAccepted(client, endpoint, fast)).toEqual({ id: "e", status: "accepted" });
    expect(server.seen).toHaveLength(3);
  });

  it("rejects when the resource ended in another state", async () => {
    const { client } = await scripted(states("creating", "rejected"));
    const error = await rejection(waitFor.endpointAccepted(client, endpoint, fast));
    expect(error).toBeInstanceOf(WaiterError);
    expect(error).toBeInstanceOf(VpcepError);
    expect(error).toMatchObject({
      reason: "failure",
      lastState: "rejected",
      lastData: { id: "e", status: "rejected" },
      attempts: 2,
      operationId: "endpointAccepted",
    });
    expect(error.message).toBe("endpointAccepted: ended in another state; last state: rejected");
  });

  it("rejects in time, with the last state", async () => {
    const { client } = await scripted(states("creating"));
    const error = await rejection(waitFor.endpointAccepted(client, endpoint, { interval: 1, timeout: 100 }));
    expect(error).toMatchObject({ name: "WaiterError", reason: "timeout", lastState: "creating" });
  });

  it("rejects in time while a response is outstanding", async () => {
    const { client } = await scripted(["hang"]);
    expect(await rejection(waitFor.endpointAccepted(client, endpoint, { interval: 1, timeout: 50 }))).toMatchObject({
      reason: "timeout",
      lastState: undefined,
    });
  });

  it("treats a 404 as success only for a deletion", async () => {
    const gone: Reply[] = [...states("deleting"), { status: 404 }];
    expect(await waitFor.endpointDeleted((await scripted(gone)).client, endpoint, fast)).toBeUndefined();
    const error = await rejection(waitFor.endpointAccepted((await scripted([{ status: 404 }])).client, endpoint, fast));
    expect([error.reason, error.cause.status]).toEqual(["missing", 404]);
  });

  it("reads the state of the named connection among several", async () => {
    const other = { id: "other", status: "accepted" };
    const lists = [[], [other], [other, { id: "e", status: "creating" }], [other, { id: "e", status: "accepted" }]];
    const { server, client } = await scripted(lists.map((connections) => ({ body: { connections } })));
    const params = { vpc_endpoint_service_id: "s", id: "e" };
    await waitFor.connectionAccepted(client, params, fast);
    expect(server.seen).toHaveLength(4);
    const error = await rejection(waitFor.connectionAccepted(client, { vpc_endpoint_service_id: "s" } as never, fast));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain("connectionAccepted: id is missing");
  });

  it("goes on after transient errors and unknown states, and reports every poll", async () => {
    const passing: Reply[] = [{ status: 502 }, { status: 429, headers: { "Retry-After": "0" } }, "drop", "drop"];
    const script = [...states("creating"), ...passing, ...states("polishing", "accepted")];
    const { client } = await scripted(script);
    const polls: unknown[] = [];
    await waitFor.endpointAccepted(client, endpoint, {
      ...fast,
      onPoll: ({ attempt, state, error }) => polls.push([attempt, state, error?.status ?? error?.name]),
    });
    expect(polls).toEqual([
      [1, "creating", undefined],
      [2, undefined, 502],
      [3, undefined, 429],
      [4, undefined, "VpcepConnectionError"],
      [5, undefined, "VpcepConnectionError"],
      [6, "polishing", undefined],
      [7, "accepted", undefined],
    ]);
  });

  it("has no limit with a timeout of 0, and pauses as ever", async () => {
    const { server, client } = await scripted(states("creating"));
    const signal = AbortSignal.timeout(300);
    await rejection(waitFor.endpointAccepted(client, endpoint, { timeout: 0, delay: 0, signal }));
    expect(server.seen).toHaveLength(1);
  });

  it("awaits onPoll, and ends with its error", async () => {
    const { client } = await scripted(states("creating"));
    const onPoll = () => Promise.reject(new Error("mine"));
    expect(await rejection(waitFor.endpointAccepted(client, endpoint, { ...fast, onPoll }))).toEqual(new Error("mine"));
  });

  it("rejects in time with the last state and the last error", async () => {
    const { client } = await scripted([...states("creating"), { status: 503, body: { message: "down" } }]);
    const error = await rejection(waitFor.endpointAccepted(client, endpoint, { interval: 1, timeout: 100 }));
    expect(error).toMatchObject({ reason: "timeout", lastState: "creating", cause: { status: 503 } });
    expect(error.message).toBe(
      "endpointAccepted: not reached within 100 ms; last state: creating, last error: listEndpointInfoDetails: 503 down",
    );
  });

  it("ends with the reason of the signal", async () => {
    const { server, client } = await scripted(states("creating"));
    const controller = new AbortController();
    const waiting = rejection(
      waitFor.endpointAccepted(client, endpoint, { interval: 60_000, delay: 0, signal: controller.signal }),
    );
    await vi.waitFor(() => expect(server.seen).toHaveLength(1));
    controller.abort("enough");
    expect(await waiting).toBe("enough");
    expect(await rejection(waitFor.endpointAccepted(client, endpoint, { signal: AbortSignal.abort("before") }))).toBe(
      "before",
    );
  });

  it("rejects with any other error unchanged", async () => {
    const { client } = await scripted([{ status: 403 }]);
    const error = await rejection(waitFor.endpointDeleted(client, endpoint, fast));
    expect([error.name, error.status]).toEqual(["VpcepError", 403]);
  });
});
