import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";

const UNPACKED = join(import.meta.dirname, "../../node_modules/.cache/chromium");

const INSTALLED = [
  process.env["CHROME_PATH"],
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

// Without these flags, Chromium requests updates from the hosts of its maker.
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Name of the environment variable with the address of a running browser that tests share. */
const SHARED = "SHARED_BROWSER";

/** Connects to the browser that the tests of this run share, if there is one, or else starts one. */
export async function launchBrowser(
  candidates: (string | undefined)[] = INSTALLED,
  more: string[] = [],
): Promise<Browser> {
  const shared = candidates === INSTALLED && more.length === 0 ? process.env[SHARED] : undefined;
  if (shared) return chromium.connect(shared);
  return start(candidates, more, (options) => chromium.launch(options));
}

/** Starts a browser that `launchBrowser` connects to, here and in the processes that are started later; returns how to end it. */
export async function shareBrowser(): Promise<() => Promise<void>> {
  const server = await start(INSTALLED, [], (options) => chromium.launchServer(options));
  process.env[SHARED] = server.wsEndpoint();
  return () => server.close();
}

/** Starts an installed Chrome or Chromium, or else the one that comes as an npm package. Throws where neither runs. */
async function start<T>(
  candidates: (string | undefined)[],
  more: string[],
  launch: (options: LaunchOptions) => Promise<T>,
): Promise<T> {
  const installed = candidates.find((path) => path && existsSync(path));
  try {
    return await launch({
      executablePath: installed ?? (await (unpacked ??= unpack())),
      args: [...ARGS, ...more],
    });
  } catch (error) {
    const tried = installed ?? "the Chromium of @sparticuz/chromium";
    throw new Error(
      `no browser could be started (tried ${tried}; CHROME_PATH names another): ${(error as Error).message}`,
    );
  }
}

let unpacked: Promise<string> | undefined;

/**
 * The Chromium of the npm package, unpacked. The package itself takes whatever lies in the folder for temporary files, even
 * where another process is still writing it; so each unpacks into a folder of its own, and the first to finish renames it.
 */
async function unpack(): Promise<string> {
  if (!existsSync(UNPACKED)) {
    mkdirSync(join(UNPACKED, ".."), { recursive: true });
    const folder = mkdtempSync(`${UNPACKED}-`);
    const { TMPDIR } = process.env;
    process.env["TMPDIR"] = folder;
    try {
      const { default: packaged } = await import("@sparticuz/chromium");
      await packaged.executablePath();
      renameSync(folder, UNPACKED);
    } catch (error) {
      rmSync(folder, { recursive: true });
      if (!existsSync(UNPACKED)) throw error;
    } finally {
      if (TMPDIR === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = TMPDIR;
    }
  }
  return join(UNPACKED, "chromium");
}
