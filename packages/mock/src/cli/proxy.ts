import { Differences } from "./differences.ts";
import { logError } from "./log-error.ts";
import { readMockDocument } from "../prism/document.ts";
import { runProxy, UNKNOWN_VALUE, type RunningProxy } from "../features/proxy.ts";
import { readProxySettings } from "./settings.ts";
import { writeReport } from "./write-report.ts";

/**
 * Runs the proxy until a signal. Prints each violation as it happens, and a summary, and writes the reports; exits with 1 where
 * there was one.
 */
export async function proxy([address = "--help", ...args]: string[]): Promise<void> {
  const counts = { requests: 0, violations: 0, unknown: 0, failures: 0 };
  let running: RunningProxy;
  let write: () => void = () => undefined;
  try {
    const isOption = address.startsWith("-");
    const settings = readProxySettings(isOption ? [address, ...args] : args, process.env);
    if (typeof settings === "string") {
      process.stdout.write(settings);
      return;
    }
    const endpoint = readEndpoint(isOption ? "" : address);
    const differences = settings.report.length ? new Differences(readMockDocument(settings.document)) : undefined;
    write = () => settings.report.forEach((file) => report(file, differences?.render() ?? ""));
    running = await runProxy(endpoint, settings, (call) => {
      const { name, status, violations, failure } = call;
      differences?.add(call);
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
    write();
    void running.close();
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  process.stdout.write(`vpcep-mock is ready on ${running.url}\n`);
}

function report(file: string, text: string): void {
  if (file === "-") return void process.stdout.write(text);
  try {
    writeReport(file, text);
  } catch (error) {
    logError((error as Error).message);
    process.exitCode = 1;
  }
}

function readEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new Error("proxy requires the URL of an endpoint, such as https://vpcep.cn-north-4.myhuaweicloud.com");
  }
  return url;
}
