import { complain } from "./log-error.ts";
import { runProxy, type RunningProxy } from "../features/proxy.ts";
import { helpText, readProxySettings } from "./settings.ts";

/** Tells of every departure as it happens, and of all of them at the end; with one or more, the command fails. */
export async function proxy([address = "--help", ...args]: string[]): Promise<void> {
  const counts = { requests: 0, departures: 0 };
  let running: RunningProxy;
  try {
    const settings = address === "--help" ? undefined : readProxySettings(args, process.env);
    if (!settings) {
      process.stdout.write(helpText());
      return;
    }
    running = await runProxy(readEndpoint(address), settings, ({ name, status, violations }) => {
      counts.requests += 1;
      counts.departures += violations.length;
      for (const { location, message } of violations) {
        process.stdout.write(`${name} ${status}: ${location.join(".")}: ${message}\n`);
      }
    });
  } catch (error) {
    complain((error as Error).message);
    process.exitCode = 1;
    return;
  }
  const stop = () => {
    process.stdout.write(`vpcep-mock saw ${counts.requests} requests and ${counts.departures} departures\n`);
    if (counts.departures) process.exitCode = 1;
    void running.close();
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  process.stdout.write(`vpcep-mock is ready on ${running.url}\n`);
}

function readEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new Error("proxy needs the address of an endpoint, such as https://vpcep.cn-north-4.myhuaweicloud.com");
  }
  return url;
}
