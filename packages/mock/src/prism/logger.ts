import { stripVTControlCharacters } from "node:util";

/** Prism's logger, as far as Prism uses it. */
export type PrismLogger = never;

const LEVELS = ["trace", "debug", "info", "success", "warn", "error", "fatal"];

/** Creates a logger that passes each of Prism's log lines on. */
export function createLogger(write: (line: string) => void): PrismLogger {
  return withMethod((...[first, second]) => write(stripVTControlCharacters(String(second ?? first))));
}

function withMethod(log: (...values: unknown[]) => void): PrismLogger {
  const logger: Record<string, unknown> = Object.fromEntries(LEVELS.map((level) => [level, log]));
  logger["child"] = () => logger;
  return logger as never;
}

/** Drops all lines: rendering them takes half of Prism's time for a request. */
export const silentLogger = withMethod(() => undefined);
