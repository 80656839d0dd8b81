// A test for a pipeline: starts the mock in its own process, and needs neither an account nor a network.
// node --test accept.test.ts
import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient, tokenAuth, VpcepForbiddenError } from "@vpcep/client";
import { acceptOrRejectEndpoint, listServiceConnections } from "@vpcep/client/operations";
import { startMock } from "@vpcep/mock";

const service = "9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1";

test("accepts what waits for approval, and rejects when the service responds with 403", async (t) => {
  const mock = await startMock({ stateful: true });
  t.after(() => mock.stop());
  const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
  const client = createClient({ baseUrl: mock.url, projectId, auth: tokenAuth("any"), retry: { max: 0 } });
  const waiting = { vpc_endpoint_service_id: service, status: "pendingAcceptance" } as const;

  const { connections = [] } = await listServiceConnections(client, waiting);
  assert.equal(connections.length, 1);
  const endpoints = connections.flatMap(({ id }) => id ?? []);
  await acceptOrRejectEndpoint(client, {
    vpc_endpoint_service_id: service,
    body: { action: "receive", endpoints },
  });
  assert.equal((await listServiceConnections(client, waiting)).connections?.length, 0);

  mock.fail({ status: 403, operation: "listServiceConnections" });
  await assert.rejects(listServiceConnections(client, waiting), VpcepForbiddenError);
});
