import { afterEach, describe, expect, it } from "vitest";
import { createClient, tokenAuth, VpcepNotFoundError } from "@vpcep/client";
import { deleteEndpoint, listEndpoints, listQuotaDetails } from "@vpcep/client/operations";
import { validateResponses, validateWith, VpcepValidationError } from "@vpcep/client/validate";
import listEndpointsCheck from "@vpcep/client/validate/listEndpoints";
import { jsonContent, listOperations } from "../../../scripts/core/document.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { validators } from "../src/generated/validate/index.ts";
import { rejection, serve, type Reply, type ScriptedServer } from "./support/server.ts";

const open: ScriptedServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));
async function scripted(...script: Reply[]) {
  const server = await serve(script);
  open.push(server);
  return createClient({ baseUrl: server.url, projectId: "p", auth: tokenAuth("t"), retry: { baseDelay: 0 } });
}
const wrong: Reply = { body: { endpoints: [{ id: "e", status: 7, created_at: "yesterday" }], total_count: -1 } };

const cases = listOperations(bundle).flatMap((operation) =>
  Object.entries(operation.responses).flatMap(([status, response]) => {
    const content = jsonContent(bundle, response);
    return content ? [{ operation, status, examples: Object.values(content.examples).map(({ value }) => value) }] : [];
  }),
);

describe("the compiled checks", () => {
  it("exist for every response that has a body, and for no other", () => {
    const described = cases.map(({ operation, status }) => `${operation.method} ${operation.path} ${status}`).sort();
    const compiled = validators.flatMap(({ method, path, statuses }) =>
      Object.keys(statuses).map((status) => `${method} ${path} ${status}`),
    );
    expect(compiled.sort()).toEqual(described);
  });

  it.each(cases.filter(({ examples }) => examples.length))(
    "take the examples of $operation.operationId $status, and no list or text",
    ({ operation, status, examples }) => {
      const check = validators.find(({ operationId }) => operationId === operation.operationId)?.statuses[status];
      for (const example of examples) expect([check?.(example), check?.errors ?? null]).toEqual([true, null]);
      expect([check?.([]), check?.("text")]).toEqual([false, false]);
    },
  );
});

describe("a response that differs from the spec", () => {
  it("makes the call reject with every place", async () => {
    const client = await scripted({ status: 503 }, wrong);
    client.use(validateResponses());
    const error = await rejection(listEndpoints(client, {}));
    expect(error).toBeInstanceOf(VpcepValidationError);
    expect(error).toMatchObject({ operationId: "listEndpoints", status: 200, attempts: 2 });
    expect(error.problems.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/endpoints/0/status",
      "/endpoints/0/created_at",
      "/total_count",
    ]);
    expect(error.message).toContain("/total_count must be >= 0");
  });

  it("is passed to onProblem in the mode warn", async () => {
    const client = await scripted(wrong);
    const seen: unknown[] = [];
    client.use(validateResponses({ mode: "warn", onProblem: (error) => seen.push(error.problems.length) }));
    expect((await listEndpoints(client, {})).total_count).toBe(-1);
    expect(seen).toEqual([3]);
  });

  it("reports an undocumented value as a note, and as an error on request", async () => {
    const reply: Reply = { body: { endpoints: [{ id: "e", status: "polishing", new_field: 1 }], total_count: 1 } };
    const client = await scripted(reply);
    const notes: unknown[] = [];
    const lenient = validateResponses({ onNote: ({ message, problems }) => notes.push(message, ...problems) });
    client.use(lenient);
    expect((await listEndpoints(client, {})).endpoints?.[0]?.status).toBe("polishing");
    const message = "must be equal to one of the allowed values";
    expect(notes).toEqual([
      `listEndpoints: the 200 response differs from the spec: unknown value: /endpoints/0/status ${message}`,
      { kind: "unknown value", pointer: "/endpoints/0/status", message },
    ]);
    client.eject(lenient);
    client.use(validateResponses({ unknownValues: "error" }));
    expect((await rejection(listEndpoints(client, {}))).problems).toHaveLength(1);
  });

  it("passes where no check of its operation was given", async () => {
    const client = await scripted({ body: { quotas: 7 } }, wrong);
    client.use(validateWith([listEndpointsCheck]));
    expect(await listQuotaDetails(client, {})).toEqual({ quotas: 7 });
    expect(await rejection(listEndpoints(client, {}))).toBeInstanceOf(VpcepValidationError);
  });
});

it("passes what is valid, has no body or is no JSON", async () => {
  const client = await scripted(
    { body: { total_count: 0 } },
    { status: 204 },
    { status: 404, body: { error: { code: "c" } } },
    { status: 404, body: "<html>" },
  );
  client.use(validateResponses());
  expect(await listEndpoints(client, {})).toEqual({ total_count: 0 });
  expect(await deleteEndpoint(client, { vpc_endpoint_id: "e" })).toBeUndefined();
  expect(await rejection(listEndpoints(client, {}))).toBeInstanceOf(VpcepNotFoundError);
  expect((await rejection(listEndpoints(client, {}))).body).toBe("<html>");
});
