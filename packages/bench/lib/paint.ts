import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { extname } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** Serves files by their paths, compressed ahead, so that the server takes no part in what is measured. */
export async function serve(files: Map<string, string | Buffer>): Promise<{ url: string; server: Server }> {
  const packed = new Map([...files].map(([path, content]) => [path, gzipSync(content)]));
  const server = createServer(({ url = "" }, response) => {
    const path = new URL(url, "http://host").pathname.slice(1);
    const content = packed.get(path);
    if (!content) return response.writeHead(404).end();
    response
      .writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "text/plain", "Content-Encoding": "gzip" })
      .end(content);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}/`, server };
}

/** Costs of opening a page: first paint and end of the last long task, in ms from the start, and bytes over the wire. */
export interface Load {
  paint: number;
  interactive: number;
  bytes: number;
}

/** Opens a page in a fresh context, until it has been quiet for a second and a half. */
export async function load(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    const seen = { paint: 0, last: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName("first-contentful-paint")) seen.paint = entry.startTime;
    }).observe({ type: "paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.last = entry.startTime + entry.duration;
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(url, { waitUntil: "load", timeout: 120_000 });
  const state = () => page.evaluate(() => (globalThis as unknown as { seen: { paint: number; last: number } }).seen);
  let now = await state();
  const limit = performance.now() + 120_000;
  for (let before = -1; !now.paint || before !== now.last;) {
    if (performance.now() > limit) throw new Error(`${url} was not painted, or not quiet, within two minutes`);
    before = now.last;
    await page.waitForTimeout(1500);
    now = await state();
  }
  await context.close();
  return { paint: now.paint, interactive: Math.max(now.paint, now.last), bytes };
}
