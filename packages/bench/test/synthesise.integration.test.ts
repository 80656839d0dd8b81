import { expect, it } from "vitest";
import { artifacts } from "../../../scripts/artifacts/index.ts";
import { listOperations } from "../../../scripts/core/document.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { synthesise } from "../lib/synthesise.ts";

it("makes a description with the given number of operations, which every generator renders", async () => {
  const document = synthesise(bundle, 40);
  expect(listOperations(document)).toHaveLength(40);
  expect(new Set(listOperations(document).map(({ operationId }) => operationId)).size).toBe(40);
  for (const artifact of artifacts) {
    expect(JSON.stringify(await artifact.render(document)).length, artifact.path).toBeGreaterThan(100);
  }
});

it("leaves the operations of the original as they are, and lets a copy refer to its own kind", () => {
  const operations = new Map(
    listOperations(synthesise(bundle, 66)).map(({ operationId, object }) => [operationId, object]),
  );
  expect(operations.get("deleteEndpoint")).toEqual(
    listOperations(bundle).find(({ operationId }) => operationId === "deleteEndpoint")?.object,
  );
  expect(operations.get("deleteEndpointCopy1")?.["x-long-running"]).toMatchObject({
    poll: "listEndpointInfoDetailsCopy1",
    waiter: "endpointDeletedCopy1",
  });
});
