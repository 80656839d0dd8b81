// `pnpm start`: builds everything, then serves docs and mock on one origin until it is stopped. `pnpm dev` is the same with
// `--watch`: it rebuilds what a change affects, and reloads the pages in the browser.
import { BUNDLE } from "../core/artifact.ts";
import { readDocument } from "../core/document.ts";
import { firstRequest } from "./start/first-request.ts";
import { build, portOf } from "./start/run.ts";
import { serveSite } from "./start/site.ts";
import { logViolations, rebuildOnChange } from "./start/watch.ts";

const log = (line: string) => console.log(line);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(0));

try {
  const port = portOf(process.env);
  const watch = process.argv.includes("--watch");
  log("Building description, client, docs and mock; what is built already comes from the cache.");
  await build();
  log("Starting docs and mock.");
  const { docs, mock } = await serveSite(port, log, watch);
  const { curl, typescript } = firstRequest(readDocument(BUNDLE), mock);
  console.log(`
  Docs  ${docs}
  Mock  ${mock} (stateful)

A first request, in another terminal:

${curl}

With the client, in this folder:

${typescript}

Ctrl-C stops both.`);
  if (watch) {
    rebuildOnChange(log);
    await logViolations(log);
  }
} catch (error) {
  console.error(`start: ${(error as Error).message}`);
  process.exit(1);
}
