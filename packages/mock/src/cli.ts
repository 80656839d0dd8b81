import { parseArgs } from "node:util";
import { startMock, type Mock } from "./server.ts";
import { defaultSettings, type MockSettings } from "./settings.ts";

const HELP = `Usage: vpcep-mock [options]

Starts a mock of the VPC Endpoint API. It checks each request against the description of
the API and answers with the documented examples; "Prefer: code=404" asks for another answer.

Options:
  --port <number>  Port to listen on; 0 takes a free one (default 4010)
  --host <address> Address to listen on (default 127.0.0.1)
  --help           Show this text
`;

/** Runs the command. Sets the exit code instead of throwing. */
export async function run(args: string[]): Promise<void> {
  let mock: Mock;
  try {
    const settings = parse(args);
    if (!settings) {
      process.stdout.write(HELP);
      return;
    }
    mock = await startMock(settings);
  } catch (error) {
    process.stderr.write(`vpcep-mock: ${(error as Error).message.split("\n")[0]}\n`);
    process.exitCode = 1;
    return;
  }
  const stop = () => void mock.close();
  process.once("SIGTERM", stop).once("SIGINT", stop);
  process.stdout.write(`vpcep-mock is ready on ${mock.url}\n`);
}

/** Settings from the command line over the generated ones; nothing where help was asked for. */
function parse(args: string[]): MockSettings | undefined {
  const { values } = parseArgs({
    args,
    options: { port: { type: "string" }, host: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) return undefined;
  const settings = defaultSettings();
  if (values.host !== undefined) settings.host = values.host;
  if (values.port !== undefined) settings.port = parsePort(values.port);
  return settings;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Error(`--port must be a number from 0 to 65535, not "${text}"`);
  return port;
}
