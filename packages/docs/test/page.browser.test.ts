import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listOperations } from "../../../scripts/core/document.ts";
import { serveFolder, type StaticServer } from "../../../scripts/tasks/serve.ts";
import { launchBrowser } from "../../../scripts/testing/browser.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { DIST, findings, open, overflow, viewport, WIDTHS } from "./support.ts";

const operations = listOperations(bundle);
const POLL = { timeout: 15_000 };
const addressOf = (operationId: string) => {
  const tag = operations.find((one) => one.operationId === operationId)?.object.tags?.[0] ?? "";
  return `#/${tag.toLowerCase().replaceAll(" ", "-")}/${operationId.toLowerCase()}`;
};

describe("the page in a browser", () => {
  let server: StaticServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveFolder(DIST, "127.0.0.1", 0);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("shows every operation under its address, with its sample, a title and a way to the reference, and no request leaves the host", async () => {
    const { page, outside } = await open(browser, server.url);
    for (const { operationId, path, object } of operations) {
      await page.evaluate((hash) => (location.hash = hash), addressOf(operationId));
      await page
        .locator("h2", { hasText: object.summary ?? operationId })
        .first()
        .waitFor();
      await page.locator(`a[href="reference/${operationId}.html"]`).first().waitFor();
      await expect.poll(() => page.locator("body").textContent(), POLL).toContain(`${path.replace(/\{.*/, "")}`);
      await expect.poll(() => page.locator("pre", { hasText: "curl" }).count(), POLL).toBeGreaterThan(0);
      await expect.poll(() => page.title(), POLL).toContain(object.summary);
    }
    expect(outside).toEqual([]);
    await page.close();
  }, 120_000);

  it("opens at an operation of each tag", async () => {
    const first = new Map([...operations].reverse().map((operation) => [operation.object.tags?.[0], operation]));
    for (const { operationId, path, object } of first.values()) {
      const { page, outside } = await open(browser, server.url + addressOf(operationId));
      await page
        .locator("h1, h2", { hasText: object.summary ?? operationId })
        .first()
        .waitFor();
      expect(await page.locator("body").textContent()).toContain(path);
      expect(outside).toEqual([]);
      await page.close();
    }
  });

  it("shows both samples of an operation", async () => {
    const { page } = await open(browser, server.url + addressOf("createEndpoint"));
    await page.getByText("curl", { exact: true }).first().click();
    await page.getByText("TypeScript", { exact: true }).first().click();
    await page.getByText("@vpcep/client/operations").first().waitFor();
    expect(await page.locator("body").textContent()).toContain("await createEndpoint(client");
    await page.close();
  });

  it("says how to authenticate, what errors mean and how the states follow, in words and in pictures", async () => {
    const { page } = await open(browser, server.url, { options: { javaScriptEnabled: false } });
    for (const name of ["Authentication", "Life cycles", "Error codes"])
      expect(await page.locator("h1, h2", { hasText: name }).count()).toBeGreaterThan(0);
    expect(await page.locator("svg.lifecycle").count()).toBe(2);
    expect(await page.locator("body").textContent()).toContain("EndPoint.2003");
    await page.close();
  });

  it("draws the life cycles whole where there is little room", async () => {
    const { page } = await open(browser, `${server.url}#/section/life-cycles/endpointstatus`, {
      options: viewport({ width: 390, colorScheme: "dark" }),
    });
    const drawing = page.locator("svg.lifecycle").last();
    await expect.poll(() => drawing.getAttribute("viewBox"), POLL).toMatch(/^0 0 \d+ \d+$/);
    const { width = 0 } = (await drawing.boundingBox()) ?? {};
    expect(width).toBeGreaterThan(200);
    expect(width).toBeLessThan(390);
    await page.close();
  });

  it("leads to no other host, and never to the root of the server", async () => {
    const { page } = await open(browser, server.url + addressOf("createEndpoint"));
    const rooted = () => page.locator('a[href^="/"]').count();
    await page.locator("pre", { hasText: "curl" }).first().waitFor();
    await expect.poll(rooted, POLL).toBe(0);
    await page.locator(".menu-content").getByText("Tags", { exact: true }).click();
    await page.waitForFunction(() => location.hash.startsWith("#/tags"));
    await expect.poll(rooted, POLL).toBe(0);
    // Behind this button are ways to send the page's address to makers of assistants.
    expect(await page.getByRole("button", { name: "More actions" }).count()).toBe(0);
    await page.close();
  });

  const routes = ["", ...["createEndpoint", "listResourceInstances", "listServiceDetails"].map(addressOf)];
  describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
    it.each(routes)("has no fault of accessibility, and does not scroll sideways, at %j", async (route) => {
      const { page } = await open(browser, server.url + route, {
        options: { ...viewport({ width: 1280, colorScheme }), bypassCSP: true },
      });
      await page.locator("h1, h2").first().waitFor();
      if (route) await page.locator("pre", { hasText: "curl" }).first().waitFor();
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        // What is still loading is pale on purpose, and passes by; so a finding counts only where it stays.
        await expect.poll(() => findings(page), POLL).toEqual([]);
        expect(await overflow(page)).toBe(0);
      }
      await page.close();
    });
  });

  it("is caught with the colours that Redoc comes with", async () => {
    const options = { ...viewport({ width: 1280, colorScheme: "light" }), bypassCSP: true };
    const { page } = await open(browser, server.url + addressOf("createEndpoint"), { options });
    await page.locator("h1, h2").first().waitFor();
    await page.evaluate(() =>
      [...document.styleSheets].forEach(
        (sheet) => (sheet.disabled ||= (sheet.ownerNode?.textContent ?? "").includes("--color-carrot-7: #85500a")),
      ),
    );
    await expect.poll(async () => (await findings(page)).join(), POLL).toContain("color-contrast");
    await page.close();
  });

  it("opens from the disk, without a server", async () => {
    const { page, outside } = await open(browser, `file://${DIST}/index.html`);
    await page.locator("h1", { hasText: bundle.info.title }).first().waitFor();
    expect(outside).toEqual([]);
    await page.close();
  });

  it("is caught when it asks another host for something, or tries to", async () => {
    const inject = (script: string) => (page: Page) => page.addInitScript(script);
    const tried = await open(browser, server.url, {
      change: inject(
        "addEventListener('load', () => fetch('https://example.com/trace', { method: 'POST' }).catch(() => {}))",
      ),
    });
    await expect.poll(() => tried.outside.join()).toContain("https://example.com/trace");
    const unguarded = await open(browser, server.url, {
      change: (page) =>
        page.route(server.url, (route) =>
          route.fulfill({ contentType: "text/html", body: '<img src="http://127.0.0.1:9/badge.svg">' }),
        ),
    });
    expect(unguarded.outside).toEqual(["http://127.0.0.1:9/badge.svg"]);
    await tried.page.close();
    await unguarded.page.close();
  });
});
