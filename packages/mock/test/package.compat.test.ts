import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { jsonContent } from "../../../scripts/core/document.ts";
import { bundle, plant, readFile } from "../../../scripts/testing/bundle.ts";
import { send } from "../../../scripts/testing/http.ts";
import "../../../scripts/testing/shared-tarballs.ts";
import { ask, operations, violations } from "./support/ask.ts";

const PACKAGE = join(import.meta.dirname, "..");
const TOOLS = join(PACKAGE, "compat/node_modules");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vpcep-mock-package-"));
  execFileSync("tar", ["xf", inject("tarballs")["@vpcep/mock"] ?? ""], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(["20", "22", "24"])("the published package runs on Node %s, away from this repository", async (version) => {
  const child = spawn(
    join(TOOLS, `node-${version}/bin/node`),
    [join(folder, "package/bin/vpcep-mock.js"), "--port", "0", "--stateful"],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk;
      const ready = output.match(/ready on (http:\S+)/)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("exit", () => reject(new Error(output)));
  });
  const { body } = await ask(url, "createEndpoint");
  const refused = await send(`${url}/nowhere/at/all`, "GET");
  child.kill();
  expect([body.status, refused.status]).toEqual(["creating", 404]);
});

describe("the unmodified Prism", () => {
  const CLI = join(TOOLS, "@stoplight/prism-cli/dist/index.js");

  /** Runs the stock command on a document, requests every example, and returns the responses that differ from it. */
  async function replay(document: string): Promise<string[]> {
    const child = spawn(process.execPath, [CLI, "mock", document, "--port", "0"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const url = await new Promise<string>((resolve, reject) => {
      let output = "";
      child.stdout.on("data", (chunk: Buffer) => {
        output += chunk;
        const ready = output.match(/listening on (http:\/\/[\d.:]+)/)?.[1];
        if (ready) resolve(ready);
      });
      child.once("exit", () => reject(new Error(output)));
    });
    const odd: string[] = [];
    for (const operation of operations) {
      const [status = "", response] = Object.entries(operation.responses).find(([code]) => code.startsWith("2")) ?? [];
      const example = Object.values((response && jsonContent(bundle, response)?.examples) ?? {})[0]?.value;
      const told = await ask(url, operation.operationId).catch((error: Error) => error.message);
      if (typeof told === "string") odd.push(told);
      else if (violations(told.headers["sl-violations"]).length)
        odd.push(`${operation.operationId}: ${told.headers["sl-violations"]}`);
      else if (told.status !== Number(status) || JSON.stringify(told.body) !== JSON.stringify(example))
        odd.push(`${operation.operationId} responds with something else`);
    }
    child.kill();
    return odd;
  }

  it("responds to the example of every operation as documented, and reports no violation", async () => {
    expect(await replay(join(PACKAGE, "generated/openapi.mock.json"))).toEqual([]);
  });

  it("would report an example that violates the description", async () => {
    const document = join(folder, "openapi.json");
    writeFileSync(
      document,
      plant(readFile("packages/mock/generated/openapi.mock.json"), '"status": "available"', '"status": "lost"'),
    );
    const odd = await replay(document);
    expect(odd.join("\n")).toContain("status");
  });
});
