import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundledSize } from "./support/bundle-size.ts";

const FOLDER = import.meta.dirname;

/** A program that makes one call. */
const oneCall = (auth: string) => `
  import { createClient, ${auth.replace(/\(.*/, "")} } from "@vpcep/client";
  import { listEndpoints } from "@vpcep/client/operations";
  console.log(await listEndpoints(createClient({ region: "cn-north-4", projectId: "p", auth: ${auth} }), { limit: 50 }));
`;

/** Expects that the bundle of a program has at most a number of bytes, and prints its size. */
async function hold(name: string, program: string, budget: number): Promise<void> {
  const { gzip } = await bundledSize(program, FOLDER);
  console.log(`${name}: ${gzip} of ${budget} bytes gzip`);
  expect(gzip).toBeLessThanOrEqual(budget);
}

describe("a bundle", () => {
  it("of one call with a token stays small", () => hold("one call with a token", oneCall('tokenAuth("t")'), 8_000));

  it.each([
    ["openapi-fetch alone", 'import createClient from "openapi-fetch"; console.log(await createClient({}).GET("/a"));'],
    ["one call, access key", oneCall('accessKeyAuth({ accessKeyId: "a", secretAccessKey: "s" })')],
    [
      "everything",
      `export * as all from "@vpcep/client"; export * as operations from "@vpcep/client/operations";
       export * as auth from "@vpcep/client/auth"; export * as errors from "@vpcep/client/errors";`,
    ],
  ])("of %s can be made", async (name, program) => {
    const { gzip } = await bundledSize(program, FOLDER);
    console.log(`${name}: ${gzip} bytes gzip`);
    expect(gzip).toBeGreaterThan(0);
  });

  it("is caught where it is over its budget", async () => {
    await expect(hold("planted", 'export * from "@vpcep/client/operations";', 1_000)).rejects.toThrow();
  });

  it("has only the functions that the program names", async () => {
    const { text } = await bundledSize(oneCall('tokenAuth("t")'), FOLDER);
    expect(text).toContain("listEndpoints");
    expect(text).not.toMatch(/createEndpoint|Signature=|X-Subject-Token|total_count|WaiterError/);
    const all = await bundledSize('export * from "@vpcep/client/operations"; export * from "@vpcep/client"', FOLDER);
    expect(all.text).toMatch(/createEndpoint[^]*total_count/);
  });
});

describe("the check of an operation's responses", () => {
  const files = readdirSync(join(FOLDER, "../src/generated/validate")).filter(
    (name) => name.endsWith(".ts") && !/^(index|is-equal)\.ts$/.test(name),
  );

  it("stays small for each of them, and has nothing of a validator in it", async () => {
    const sizes = await Promise.all(
      files.map(async (file) => {
        const name = file.replace(".ts", "");
        const { gzip, text } = await bundledSize(`export { default } from "@vpcep/client/validate/${name}"`, FOLDER);
        expect(text).not.toMatch(/\brequire\b|\bimport\b|\bajv\b/i);
        return [gzip, name] as const;
      }),
    );
    const [largest, name] = sizes.sort(([a], [b]) => b - a)[0] ?? [0, ""];
    console.log(`largest of ${sizes.length} checks, ${name}: ${largest} of 2500 bytes gzip`);
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThanOrEqual(2_500);
  });
});
