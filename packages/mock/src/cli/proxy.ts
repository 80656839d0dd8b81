import { logError } from "./log-error.ts";
import { runProxy, UNKNOWN_VALUE, type RunningProxy } from "../features/proxy.ts";
import { helpText, readProxySettings } from "./settings.ts";

/** Runs the proxy until a signal. Prints each violation as it happens, and a summary; exits with 1 where there was one. */
export async function proxy([address = "--help", ...args]: string[]): Promise<void> {
  const counts = { requests: 0, violations: 0, unknown: 0, failures: 0 };
  let running: RunningProxy;
  try {
    const settings = address === "--help" ? undefined : readProxySettings(args, process.env);
    if (!settings) {
      process.stdout.write(helpText());
      return;
    }
    running = await runProxy(readEndpoint(address), settings, ({ name, status, violations, failure }) => {
      counts.requests += 1;
      if (failure) {
        counts.failures += 1;
        process.stdout.write(`${name} ${status}: ${failure}\n`);
      }
      for (const { location, code, message } of violations) {
        if (code === UNKNOWN_VALUE && !settings.strict) counts.unknown += 1;
        else counts.violations += 1;
        process.stdout.write(`${name} ${status}: ${location.join(".")}: ${message}\n`);
      }
    });
  } catch (error) {
    logError((error as Error).message);
    process.exitCode = 1;
    return;
  }
  const stop = () => {
    const { requests, violations, unknown, failures } = counts;
    process.stdout.write(
      `vpcep-mock proxy: ${requests} requests, ${violations} violations, ${unknown} unknown values, ${failures} upstream failures\n`,
    );
    if (violations || failures) process.exitCode = 1;
    void running.close();
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  process.stdout.write(`vpcep-mock is ready on ${running.url}\n`);
}

function readEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new Error("proxy requires the URL of an endpoint, such as https://vpcep.cn-north-4.myhuaweicloud.com");
  }
  return url;
}
