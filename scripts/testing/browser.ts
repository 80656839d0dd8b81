import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const INSTALLED = [
  process.env["CHROME_PATH"],
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

// Chromium asks its maker's hosts for updates unless it is told not to.
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts an installed Chrome or Chromium, or else the one that comes as an npm package. Throws where neither runs. */
export async function launchBrowser(
  candidates: (string | undefined)[] = INSTALLED,
  more: string[] = [],
): Promise<Browser> {
  const args = [...ARGS, ...more];
  const installed = candidates.find((path) => path && existsSync(path));
  try {
    if (installed) return await chromium.launch({ executablePath: installed, args });
    const { default: packaged } = await import("@sparticuz/chromium");
    return await chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...args] });
  } catch (error) {
    const tried = installed ?? "the Chromium of @sparticuz/chromium";
    throw new Error(`no browser could be started (tried ${tried}; CHROME_PATH names another): ${(error as Error).message}`);
  }
}
