// Makes drawn calls to a hostile server, and prints what went wrong as JSON: `node hostile-calls.ts URL SEED CALLS`.
import { inspect } from "node:util";
import { createClient, tokenAuth, VpcepError } from "@vpcep/client";
import { createEndpoint, deleteEndpoint, listEndpoints } from "@vpcep/client/operations";
import { BEHAVIOURS } from "./hostile-server.ts";

const [url = "", seed = "1", calls = "300", only] = process.argv.slice(2);
const NAMES = Object.keys(BEHAVIOURS);
const TOKEN = "a/token+that is=secret";
const PARALLEL = 16;
/** Milliseconds that a call may take beyond its limit: the event loop of a busy machine is late by seconds. */
const CONSTANT = 3_000;

/** Numbers that follow from the seed and the number of a call alone. */
function* draw(call: number): Generator<number> {
  let state = (Number(seed) * 7919 + call * 104_729) % 2 ** 31;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield (state >> 8) / 2 ** 23;
  }
}

const problems: string[] = [];
process.on("unhandledRejection", (reason) => problems.push(`unhandled rejection: ${inspect(reason)}`));

/** On a busy machine, timers are late for everyone: by so many milliseconds in sum, during each of the calls that run. */
const delays = new Set<{ sum: number }>();
let expected = Date.now() + 20;
const clock = setInterval(() => {
  for (const delay of delays) delay.sum += Math.max(0, Date.now() - expected);
  expected = Date.now() + 20;
}, 20);

/** Collects garbage all the time: an object that nobody refers to must not be needed. */
const collector = setInterval(() => globalThis.gc?.(), 100);

const client = createClient({ baseUrl: url, projectId: "p", auth: tokenAuth(async () => TOKEN) });

/** Rejects where a call goes on for long after its limit. The timer is stopped, since it would hold what the call returned. */
async function inTime(call: Promise<unknown> | undefined, limit: number): Promise<void> {
  const seconds = 10;
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, limit + seconds * 1000, new Error(`has not ended ${seconds} s after its limit`));
  await Promise.race([call, promise]).finally(() => clearTimeout(timer));
}

async function makeCall(number: number): Promise<void> {
  const numbers = draw(number);
  const next = (below: number) => Math.floor((numbers.next().value as number) * below);
  const behaviours = Array.from({ length: 1 + next(4) }, () => NAMES[next(NAMES.length)] ?? "");
  const [timeout, max, kind] = [100 + next(200), next(3), next(5)];
  const abortAfter = next(6) ? undefined : next(150);
  const retry = { max, baseDelay: 5, maxDelay: 20, maxRetryAfter: 50 };
  const limit = Math.min((max + 2) * (timeout + 50), abortAfter ?? (kind === 4 ? timeout : Infinity));
  const signal = AbortSignal.timeout(abortAfter ?? (kind === 4 ? timeout : 60_000));
  const headers = { "X-Call": String(number), "X-Behaviours": encodeURIComponent(behaviours.join("|")) };
  const options = { timeout, retry, signal, headers };
  const calls = [
    () => listEndpoints(client, { limit: 5 }, options),
    () => createEndpoint(client, { body: { endpoint_service_id: "s", vpc_id: "v" } }, options),
    () => deleteEndpoint(client, { vpc_endpoint_id: "e" }, options),
    () => client.GET("/v1/{project_id}/vpc-endpoints", { ...options, parseAs: "text" } as never),
    async () => {
      const { data } = await client.GET("/v1/{project_id}/vpc-endpoints", { ...options, parseAs: "stream" } as never);
      for await (const _chunk of (data as AsyncIterable<Uint8Array> | undefined) ?? []);
    },
  ];
  const delay = { sum: 0 };
  delays.add(delay);
  const started = Date.now();
  const name = `call ${number} (${behaviours.join(", ")})`;
  try {
    await inTime(calls[kind]?.(), limit);
  } catch (error) {
    const isByPath = kind > 2;
    if (!(error instanceof VpcepError) && (isByPath ? String(error).includes("has not ended") : !signal.aborted))
      problems.push(`${name}: ${inspect(error)}`);
    const shown = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error);
    if (/secret|c2VjcmV0/.test(shown)) problems.push(`${name}: the error shows the token: ${shown}`);
  }
  const duration = Date.now() - started;
  // The clock has to tick once more before it knows of a delay.
  await new Promise((resolve) => setTimeout(resolve, 25));
  delays.delete(delay);
  const late = duration - limit - delay.sum;
  if (late > CONSTANT) problems.push(`${name}: ended ${late} ms after its limit of ${limit} ms`);
}

const memory = () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

let nextCall = only === undefined ? 0 : Number(only);
const end = only === undefined ? Number(calls) : nextCall + 1;
const half = Math.floor(end / 2);
let atHalf = 0;
await Promise.all(
  Array.from({ length: PARALLEL }, async () => {
    while (nextCall < end) {
      if (nextCall === half) atHalf = memory();
      await makeCall(nextCall++);
    }
  }),
);
clearInterval(clock);
clearInterval(collector);
const growth = memory() - atHalf;
process.stdout.write(JSON.stringify({ calls: end, problems, growth, maxRss: process.resourceUsage().maxRSS * 1024 }));
