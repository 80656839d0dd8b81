import { spawn, type ChildProcess } from "node:child_process";
import { constants } from "node:os";
import { logError } from "./log-error.ts";
import type { Call } from "../features/call.ts";
import { proxy } from "./proxy.ts";
import { writeReport } from "./write-report.ts";
import { Report } from "./report.ts";
import { runMock, type RunningMock } from "../start.ts";
import { readSettings, type MockSettings } from "./settings.ts";

/** Process groups let the mock signal all that the command has started; Windows has none. */
const HAS_GROUPS = process.platform !== "win32";

/** Runs the command. Sets the exit code instead of throwing. */
export function run(args: string[]): Promise<void> {
  // A mock serves on when the program that read its log has ended.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  return args[0] === "proxy" ? proxy(args.slice(1)) : mock(args);
}

async function mock(args: string[]): Promise<void> {
  const end = args.indexOf("--");
  const command = end < 0 ? undefined : args.slice(end + 1);
  const report = new Report();
  let settings: MockSettings;
  let running: RunningMock;
  let ended: Promise<number>;
  try {
    if (command?.length === 0) throw new Error("-- requires a command after it");
    const read = readSettings(end < 0 ? args : args.slice(0, end), process.env, command && { port: 0 });
    if (typeof read === "string") {
      process.stdout.write(read);
      return;
    }
    settings = read;
    const { log } = settings;
    // With a command, stdout belongs to the command; a JSON log consists of JSON lines only.
    const screen = command ? process.stderr : process.stdout;
    const print = (line: string) => (log === "json" ? process.stderr : screen).write(`vpcep-mock ${line}\n`);
    const isRecorded = log !== undefined || settings.report.length > 0 || settings.failOnInvalid;
    running = await runMock(settings, {
      ...(isRecorded && {
        onCall(call) {
          report.add(call);
          if (log) screen.write(log === "json" ? jsonLine(call) : textLine(call));
        },
      }),
      onUnhandled: (operationId) => print(`responds to ${operationId} from the examples of the document`),
      ...(log === "debug" && { onPrismLog: (line: string) => screen.write(`prism: ${line}\n`) }),
      onReload(error) {
        if (error) logError(`not reloaded: ${error.message}`);
        else print("has reloaded");
      },
    });
    // The signal handlers go first: a program may stop the mock as soon as it reads that it is ready.
    ended = command ? runCommand(command, running.url) : signalled();
    print(`is ready on ${running.url}`);
  } catch (error) {
    logError((error as Error).message);
    process.exitCode = 1;
    return;
  }
  process.exitCode = await ended;
  await running.close();
  finish(report, running, settings, command ? process.stderr : process.stdout);
}

/** Resolves on a signal to stop. */
function signalled(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => resolve(0));
  });
}

/** Runs a command with the mock's URL in its environment; resolves with its exit code. */
function runCommand([file = "", ...args]: string[], url: string): Promise<number> {
  return new Promise((resolve) => {
    // Before the command starts, since it may be told to stop as soon as it prints something.
    const passOn = (signal: NodeJS.Signals) => signalChild(child, signal);
    process.on("SIGTERM", passOn).on("SIGINT", passOn).on("SIGHUP", passOn);
    const child = spawn(file, args, {
      stdio: "inherit",
      env: { ...process.env, VPCEP_BASE_URL: url },
      // On Windows, npm and its like are shell scripts.
      shell: process.platform === "win32",
      detached: HAS_GROUPS,
    });
    child.once("error", (error) => {
      const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
      logError(
        `cannot run ${file}: ${isMissing ? "no such command; is it installed, and on the PATH?" : error.message}`,
      );
      resolve(127);
    });
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** Signals a command and everything that it has started. */
function signalChild(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!HAS_GROUPS) child.kill(signal);
  else if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
}

/** Writes the reports; sets the exit code to 1 where `failOnInvalid` requires it. */
function finish(
  report: Report,
  mock: RunningMock,
  { report: files, failOnInvalid }: MockSettings,
  screen: NodeJS.WriteStream,
): void {
  const operations = mock.operations();
  for (const file of files) {
    if (file === "-") screen.write(report.text(operations));
    else {
      try {
        writeReport(file, report.render(file, operations));
      } catch (error) {
        logError((error as Error).message);
        process.exitCode ||= 1;
      }
    }
  }
  if (!failOnInvalid || !report.invalidCount) return;
  if (!files.includes("-")) process.stderr.write(report.invalidText());
  logError(`invalid requests: ${report.invalidCount}`);
  process.exitCode ||= 1;
}

/** Formats a call without its query, which may contain secrets. */
function textLine({ method, path, status, duration, invalid, warnings }: Call): string {
  const notes = [...invalid, ...warnings.map((warning) => `warning: ${warning}`)];
  return `${[method, path, status, `${duration.toFixed(1)}ms`, ...notes].join(" ")}\n`;
}

function jsonLine({ method, path, operationId, status, duration, invalid, warnings }: Call): string {
  const time = new Date().toISOString();
  const line = { time, method, path, operationId, status, duration: Number(duration.toFixed(1)), invalid, warnings };
  return `${JSON.stringify(line)}\n`;
}
