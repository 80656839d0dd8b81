import type { Call } from "./edge.ts";
import { runMock, type RunningMock } from "./server.ts";
import { helpText, readSettings } from "./settings.ts";

/** Runs the command. Sets the exit code instead of throwing. */
export async function run(args: string[]): Promise<void> {
  let mock: RunningMock;
  try {
    const settings = readSettings(args, process.env);
    if (!settings) {
      process.stdout.write(helpText());
      return;
    }
    mock = await runMock(settings, {
      ...(settings.log && { seen: logLine }),
      reloaded: (problem) => {
        if (problem) complain(`not reloaded: ${problem.message}`);
        else process.stdout.write("vpcep-mock has reloaded\n");
      },
    });
  } catch (error) {
    complain((error as Error).message);
    process.exitCode = 1;
    return;
  }
  const stop = () => void mock.close();
  process.once("SIGTERM", stop).once("SIGINT", stop);
  process.stdout.write(`vpcep-mock is ready on ${mock.url}\n`);
}

function complain(message: string): void {
  process.stderr.write(`vpcep-mock: ${message.split("\n")[0]}\n`);
}

/** The query may hold what a log must not, so it is left out. */
function logLine({ method, path, status, duration }: Call): void {
  process.stdout.write(`${method} ${path} ${status} ${duration.toFixed(1)}ms\n`);
}
