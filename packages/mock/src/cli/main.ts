import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { constants } from "node:os";
import { complain } from "./log-error.ts";
import type { Call } from "../http/server.ts";
import { proxy } from "./proxy.ts";
import { Report } from "./report.ts";
import { runMock, type RunningMock } from "../start.ts";
import { helpText, readSettings, type MockSettings } from "./settings.ts";

/** Whether a command can be a group of processes of its own. A terminal then sends its Ctrl-C to the mock alone. */
const HAS_GROUPS = process.platform !== "win32";

/** Runs the command. Sets the exit code instead of throwing. */
export function run(args: string[]): Promise<void> {
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
    if (command?.length === 0) throw new Error("there is no command after --");
    const read = readSettings(end < 0 ? args : args.slice(0, end), process.env, command && { port: 0 });
    if (!read) {
      process.stdout.write(helpText());
      return;
    }
    settings = read;
    const { log } = settings;
    // The output of a command is its own, and a log in JSON is nothing else.
    const screen = command ? process.stderr : process.stdout;
    const tell = (line: string) => (log === "json" ? process.stderr : screen).write(`vpcep-mock ${line}\n`);
    const isSeen = log !== undefined || settings.report.length > 0 || settings.failOnInvalid;
    running = await runMock(settings, {
      ...(isSeen && {
        seen(call) {
          report.add(call);
          if (log) screen.write(log === "json" ? jsonLine(call) : textLine(call));
        },
      }),
      reloaded(problem) {
        if (problem) complain(`not reloaded: ${problem.message}`);
        else tell("has reloaded");
      },
    });
    // Whoever reads that it is ready may stop it at once, so it is ready for that as well.
    ended = command ? runCommand(command, running.url) : signalled();
    tell(`is ready on ${running.url}`);
  } catch (error) {
    complain((error as Error).message);
    process.exitCode = 1;
    return;
  }
  process.exitCode = await ended;
  await running.close();
  finish(report, running, settings, command ? process.stderr : process.stdout);
}

/** Waits for a signal to stop. */
function signalled(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => resolve(0));
  });
}

/** Runs a command that finds the mock's address in its environment; gives its exit code. */
function runCommand([file = "", ...args]: string[], url: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: "inherit",
      env: { ...process.env, VPCEP_BASE_URL: url },
      // There, npm and its like are scripts of the shell.
      shell: process.platform === "win32",
      detached: HAS_GROUPS,
    });
    const passOn = (signal: NodeJS.Signals) => signalChild(child, signal);
    process.on("SIGTERM", passOn).on("SIGINT", passOn).on("SIGHUP", passOn);
    child.once("error", (error) => {
      complain(`cannot run ${file}: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** npm starts a shell and the shell the tests; all of them get the signal, and those that end leave nobody behind. */
function signalChild(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!HAS_GROUPS) child.kill(signal);
  else if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
}

/** Writes the reports, and fails where an invalid request is to be a failure. */
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
        writeFileSync(file, report.render(file, operations));
      } catch (error) {
        complain(`cannot write the report: ${(error as Error).message}`);
        process.exitCode ||= 1;
      }
    }
  }
  if (!failOnInvalid || !report.invalidCount) return;
  if (!files.includes("-")) process.stderr.write(report.invalidText());
  complain(`invalid requests: ${report.invalidCount}`);
  process.exitCode ||= 1;
}

/** The query may hold what a log must not, so it is left out. */
function textLine({ method, path, status, duration, invalid }: Call): string {
  return `${[method, path, status, `${duration.toFixed(1)}ms`, ...invalid].join(" ")}\n`;
}

function jsonLine({ method, path, operationId, status, duration, invalid }: Call): string {
  const time = new Date().toISOString();
  return `${JSON.stringify({ time, method, path, operationId, status, duration: Number(duration.toFixed(1)), invalid })}\n`;
}
