import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listOperations } from "../../scripts/core/document.ts";
import { exampleRequest } from "../../scripts/core/example-request.ts";
import { bundle } from "../../scripts/testing/bundle.ts";
import { send } from "../../scripts/testing/http.ts";
import { startMockProcess, type MockProcess } from "../../scripts/testing/start-mock.ts";
import { fixtures } from "./fixtures.ts";

let mock: MockProcess;
beforeAll(async () => {
  mock = await startMockProcess();
});
afterAll(() => mock.stop());

describe("the mock", () => {
  const requests = fixtures.filter(({ kind }) => kind === "request");

  it.each(requests)("judges $operationId of $source as the spec does: $verdict", async (fixture) => {
    const { operationId, body, verdict, errors = [] } = fixture;
    const operation = listOperations(bundle).find((candidate) => candidate.operationId === operationId)!;
    const { method, target, headers } = exampleRequest(bundle, operation);
    const response = await send(`${mock.url}${target}`, method, headers, JSON.stringify(body));
    if (verdict === "valid") expect(response.status, response.body).toBeLessThan(300);
    else {
      expect(response.status).toBe(400);
      const violations = JSON.parse(String(response.headers["sl-violations"])) as { location: string[] }[];
      const places = violations.map(({ location }) => location.join("/").replace("request/body", ""));
      expect(places).toEqual(errors.map((error) => error.split(" ")[0]));
    }
  });
});
