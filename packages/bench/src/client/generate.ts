// Generates clients by other generators from the same document, and bundles each into one module.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";

const DOCUMENT = join(import.meta.dirname, "../../../../spec/dist/openapi.yaml");

/** Writes `hey-api.mjs` and `redocly.mjs` into a folder. */
export async function generatePeers(folder: string): Promise<void> {
  runTool("openapi-ts", "--input", DOCUMENT, "--output", join(folder, "hey-api"), "--client", "@hey-api/client-fetch");
  runTool("redocly", "generate-client", DOCUMENT, "--output", join(folder, "redocly.ts"));
  const bundled = { bundle: true, format: "esm", platform: "node", logLevel: "error" } as const;
  const heyApi = `export * from "./hey-api/sdk.gen.ts"; export * from "./hey-api/client/index.ts";`;
  await build({ ...bundled, stdin: { contents: heyApi, resolveDir: folder }, outfile: join(folder, "hey-api.mjs") });
  await build({ ...bundled, entryPoints: [join(folder, "redocly.ts")], outfile: join(folder, "redocly.mjs") });
}

/** Runs a generator that the scripts depend on. */
function runTool(...args: string[]): void {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  execFileSync("pnpm", ["--filter", "@vpcep/scripts", "exec", ...args], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
