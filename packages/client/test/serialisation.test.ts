import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClient, tokenAuth } from "@vpcep/client";
import * as functions from "@vpcep/client/operations";
import { listOperations, type Json } from "../../../scripts/core/document.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { validParts, write, type RequestParts } from "../../../scripts/testing/requests.ts";

// Set as for the fuzzing of the mock.
const SEED = Number(process.env["FUZZ_SEED"] ?? 20221213);
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 5);

/** A call by operationId takes each parameter by its name alone. */
function asParams({ parameters, body }: RequestParts): Record<string, Json> {
  const named = Object.entries(parameters).map(([key, value]) => [key.slice(key.indexOf(" ") + 1), value]);
  return { ...Object.fromEntries(named), ...(body !== undefined && { body }) };
}

describe.each(listOperations(bundle))("$operationId", (operation) => {
  it("sends any valid request as the description says it looks", async () => {
    const call = functions[operation.operationId as keyof typeof functions] as unknown as (
      client: unknown,
      params: unknown,
    ) => Promise<unknown>;
    await fc.assert(
      fc.asyncProperty(validParts(bundle, operation), async (parts) => {
        let sent: Request | undefined;
        const client = createClient({
          baseUrl: "http://127.0.0.1:1",
          projectId: "p",
          auth: tokenAuth("t"),
          fetch: async (input, init) => {
            sent = new Request(input, init);
            return new Response(null, { status: 204 });
          },
        });
        await call(client, asParams(parts));
        const wanted = write(bundle, operation, parts);
        const [address, target] = [sent?.url ?? "", wanted.target].map((url) => new URL(url, "http://127.0.0.1:1"));
        expect(sent?.method).toBe(wanted.method);
        expect(address?.pathname).toBe(target?.pathname);
        expect([...(address?.searchParams ?? [])].sort()).toEqual([...(target?.searchParams ?? [])].sort());
        expect(await sent?.text()).toBe(wanted.body ?? "");
        expect(sent?.headers.get("Content-Type")).toBe(wanted.headers["Content-Type"] ?? null);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
