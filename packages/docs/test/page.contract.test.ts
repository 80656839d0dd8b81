import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDocs } from "../../../scripts/contracts/docs.ts";
import { ROOT } from "../../../scripts/lib/artifact.ts";
import { listOperations } from "../../../scripts/lib/document.ts";
import { serveFolder, type StaticServer } from "../../../scripts/lib/serve.ts";
import { launchBrowser } from "../../../scripts/testing/browser.ts";
import { bundle, plant, readFile } from "../../../scripts/testing/bundle.ts";

const html = readFile("packages/docs/dist/index.html");

describe("the page", () => {
  it("carries the description whole, lets its own scripts run and loads nothing", () => {
    expect(checkDocs(bundle, html)).toEqual([]);
  });

  it.each([
    ["a section that is gone", '"EndpointServiceStatus":{', '"Gone":{', "/components/schemas/EndpointServiceStatus"],
    ["a bound that was changed", '"maximum":65535', '"maximum":65536', "/components/schemas/PortMapping/properties/client_port/maximum"],
    ["telemetry that is on", /"disableTelemetry":true\}/, '"disableTelemetry":false}', "telemetry is not off"],
    ["a policy that lets everything in", "default-src 'none'", "default-src *", "the policy does not confine the page"],
    ["a script that was changed", "redoc.colorMode", "redoc.colourMode", "the policy does not let a script of the page run"],
    ["a picture from another host", "<body>", '<body><img src="https://example.com/a.png">', "the page loads <img"],
    ["another title", "<title>VPC Endpoint API", "<title>API", 'the title is "API"'],
  ])("is caught with %s", (_, from, to, problem) => {
    expect(checkDocs(bundle, plant(html, from, to)).join("\n")).toContain(problem);
  });
});

describe("the page in a browser", () => {
  let server: StaticServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveFolder(join(ROOT, "packages/docs/dist"), "127.0.0.1", 0);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Opens an address and notes each request to another host, and each thing that the page's policy stopped. */
  async function open(address: string, change?: (page: Page) => Promise<unknown>): Promise<{ page: Page; outside: string[] }> {
    const page = await browser.newPage();
    const outside: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob|file):/.test(request.url())) outside.push(request.url());
    });
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) outside.push(message.text());
    });
    await change?.(page);
    await page.goto(address, { waitUntil: "networkidle" });
    return { page, outside };
  }

  it("shows every operation, and no request leaves the host", async () => {
    for (const { operationId, path, object } of listOperations(bundle)) {
      const tag = object.tags?.[0]?.toLowerCase().replaceAll(" ", "-");
      const { page, outside } = await open(`${server.url}#/${tag}/${operationId.toLowerCase()}`);
      await page.locator("h1, h2", { hasText: object.summary ?? operationId }).first().waitFor();
      expect(await page.locator("body").textContent()).toContain(path);
      expect(outside).toEqual([]);
      await page.close();
    }
  }, 180_000);

  it("opens from the disk, without a server", async () => {
    const { page, outside } = await open(`file://${join(ROOT, "packages/docs/dist/index.html")}`);
    await page.locator("h1", { hasText: bundle.info.title }).first().waitFor();
    expect(outside).toEqual([]);
    await page.close();
  });

  it("is caught when it asks another host for something, or tries to", async () => {
    const inject = (script: string) => (page: Page) => page.addInitScript(script);
    const tried = await open(server.url, inject("addEventListener('load', () => fetch('https://example.com/trace', { method: 'POST' }).catch(() => {}))"));
    await expect.poll(() => tried.outside.join()).toContain("https://example.com/trace");
    const unguarded = await open(server.url, async (page) => {
      await page.route(server.url, (route) => route.fulfill({ contentType: "text/html", body: '<img src="http://127.0.0.1:9/badge.svg">' }));
    });
    expect(unguarded.outside).toEqual(["http://127.0.0.1:9/badge.svg"]);
    await tried.page.close();
    await unguarded.page.close();
  });
});
