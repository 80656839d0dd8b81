import { createRequire } from "node:module";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";

// Prism's stages are CommonJS files that its index does not name.
const require = createRequire(import.meta.url);
type Stage = (call: unknown) => (logger: unknown) => { right: unknown };
const { default: mocker } = require("@stoplight/prism-http/dist/mocker") as { default: Stage };
const { default: route } = require("@stoplight/prism-http/dist/router") as { default: (call: unknown) => unknown };
const validator = require("@stoplight/prism-http/dist/validator") as Record<string, (call: unknown) => unknown>;

const TIMES = 5000;
const quiet: Record<string, unknown> = { child: () => quiet };
for (const level of ["debug", "info", "success", "warn", "error"]) quiet[level] = () => undefined;

/** Microseconds that each of Prism's stages takes for one request, and whether the mock still runs it for each. */
export async function stages(document: string, path: string, headers: Record<string, string>): Promise<object[]> {
  const resources = await getHttpOperationsFromSpec(document);
  const resource = resources.find(({ iid }) => iid === "listServiceDetails");
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const element = { method: "get", url: { path, query: {} }, headers: lower };
  const negotiate = () =>
    mocker({ resource, input: { data: element, validations: [] }, config: { dynamic: false } })(quiet);
  const output = negotiate().right;
  const all: [string, string, () => unknown][] = [
    ["route", "no: replaced by an index", () => route({ resources, input: element })],
    ["validateSecurity", "yes", () => validator["validateSecurity"]?.({ resource, element })],
    ["validateInput", "yes", () => validator["validateInput"]?.({ resource, element })],
    ["mock", "once for each kind of response", negotiate],
    [
      "validateOutput",
      "once for each response; not again for the same text",
      () => validator["validateOutput"]?.({ resource, element: output }),
    ],
  ];
  return all.map(([stage, runs, run]) => {
    for (let times = 0; times < TIMES / 5; times += 1) run();
    const before = process.cpuUsage();
    for (let times = 0; times < TIMES; times += 1) run();
    const { user, system } = process.cpuUsage(before);
    return { stage, µs: Math.round((user + system) / TIMES), "run by vpcep-mock": runs };
  });
}
