import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import type { MockSettings } from "./settings.ts";

/** A running mock. */
export interface Mock {
  /** Address, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

/** Starts Prism on a document; rejects where it cannot listen or the document cannot be read. */
export async function startMock({ document, host, port, cors, dynamic }: MockSettings): Promise<Mock> {
  const operations = await getHttpOperationsFromSpec(document);
  const server = createServer(operations, {
    cors,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic },
    },
    components: { logger: createLogger("mock", { level: "silent" }) },
  });
  try {
    const url = await server.listen(port, host);
    return { url, close: () => server.close() };
  } catch (reason) {
    throw new Error(`cannot listen on ${host}:${port}: ${describe(String(reason))}`);
  }
}

function describe(reason: string): string {
  if (reason.includes("EADDRINUSE")) return "the port is taken; choose another with --port, or 0 for a free one";
  if (reason.includes("EADDRNOTAVAIL")) return "this machine has no such address";
  if (reason.includes("EACCES")) return "not allowed";
  return reason;
}
