import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { ROOT } from "../../../scripts/core/artifact.ts";

/** The built site. */
export const DIST = join(ROOT, "packages/docs/dist");

/** The policies that README.md lists for servers, by the part of the site. */
export const POLICIES = readPolicies();

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The widths that a page is looked at in; and with its themes, of which the width changes nothing. */
export const WIDTHS = [1280, 390];
export const VIEWS: View[] = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
];

interface View {
  width: number;
  colorScheme: "light" | "dark";
}

export function viewport({ width, colorScheme }: View): BrowserContextOptions {
  return { viewport: { width, height: 844 }, colorScheme };
}

interface OpenOptions {
  /** Origins beside the page's own that it may send requests to. */
  allowed?: string[];
  options?: BrowserContextOptions;
  /** Prepares the page before it is opened. */
  change?: (page: Page) => Promise<unknown>;
}

/** Opens an address; notes requests to other hosts, errors, and whatever a policy stopped. */
export async function open(
  browser: Browser,
  address: string,
  { allowed = [], options = {}, change }: OpenOptions = {},
): Promise<{ page: Page; outside: string[] }> {
  const page = await browser.newPage(options);
  const outside: string[] = [];
  const hosts = [new URL(address).origin, ...allowed];
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(data|blob|file):/.test(url) && !hosts.includes(new URL(url).origin)) outside.push(url);
  });
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) outside.push(message.text());
  });
  page.on("pageerror", (error) => outside.push(error.message));
  await change?.(page);
  await page.goto(address, { waitUntil: "load" });
  return { page, outside };
}

/** Findings of axe, but for the minor ones. The page must have been opened with `bypassCSP`. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    type Violation = { impact: string; id: string; nodes: { html: string }[] };
    const { violations } = (await (globalThis as unknown as { axe: { run(): Promise<unknown> } }).axe.run()) as {
      violations: Violation[];
    };
    return violations.map(({ impact, id, nodes }) => ({
      impact,
      text: `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`,
    }));
  });
  return violations.filter(({ impact }) => impact !== "minor").map(({ text }) => text);
}

/** Returns the pixels by which the page can be scrolled sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

function readPolicies(): { site: string; redoc: string } {
  const readme = readFileSync(join(ROOT, "packages/docs/README.md"), "utf8");
  const [site = "", redoc = ""] = [...readme.matchAll(/^Content-Security-Policy: (.+)$/gm)].map(([, text]) => text);
  return { site, redoc };
}
