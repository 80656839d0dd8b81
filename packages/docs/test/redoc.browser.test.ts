import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operationPath, redocPath } from "../../../scripts/artifacts/docs/addresses.ts";
import { listOperations } from "../../../scripts/core/document.ts";
import { serveFolder, type StaticServer } from "../../../scripts/tasks/serve.ts";
import { launchBrowser } from "../../../scripts/testing/browser.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { DIST, findings, open, overflow, POLICIES, viewport, WIDTHS } from "./support.ts";

const operations = listOperations(bundle);
const POLL = { timeout: 15_000 };
const addressOf = (operationId: string) => {
  const tag = operations.find((one) => one.operationId === operationId)?.object.tags?.[0] ?? "";
  return redocPath(tag, operationId);
};

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

describe("everything on one page", () => {
  it("shows every operation under its address, under the policy of the README, and sends nothing to another host", async () => {
    const { page, outside } = await open(browser, server.url + addressOf("createEndpoint"), {
      change: (page) =>
        page.route("**/redoc/**", async (route) => {
          const response = await route.fetch();
          await route.fulfill({
            response,
            headers: { ...response.headers(), "content-security-policy": POLICIES.redoc },
          });
        }),
    });
    for (const { operationId, path, object } of operations) {
      const hash = addressOf(operationId).replace(/^[^#]*/, "");
      await page.evaluate((value) => (location.hash = value), hash);
      await page
        .locator("h2", { hasText: object.summary ?? operationId })
        .first()
        .waitFor();
      await page
        .locator(`a[href="../${operationPath(operationId)}"]`)
        .first()
        .waitFor();
      expect(await page.locator("body").textContent()).toContain(path.replace(/\{.*/, ""));
      await expect.poll(() => page.title(), POLL).toContain(object.summary);
    }
    expect(outside).toEqual([]);
    await page.close();
  }, 120_000);

  it("finds an operation, and shows its samples", async () => {
    const { page } = await open(browser, server.url + addressOf("createEndpoint"));
    await page.getByText("curl", { exact: true }).first().click();
    await page.getByText("TypeScript", { exact: true }).first().click();
    await page.getByText("@vpcep/client/operations").first().waitFor();
    await page.locator('[data-testid="search-trigger"]').first().click();
    await page.keyboard.type("quota");
    await page.getByText("List the quotas of a project").first().waitFor();
    await page.close();
  });

  it("has the life cycles whole where there is little room", async () => {
    const { page } = await open(browser, `${server.url}redoc/index.html#/section/life-cycles/endpointstatus`, {
      options: viewport({ width: 390, colorScheme: "dark" }),
    });
    const drawing = page.locator("svg.lifecycle").last();
    await expect.poll(() => drawing.getAttribute("viewBox"), POLL).toMatch(/^0 0 \d+ \d+$/);
    const { width = 0 } = (await drawing.boundingBox()) ?? {};
    expect(width).toBeGreaterThan(200);
    expect(width).toBeLessThan(390);
    await page.close();
  });

  it("leads to the other pages and back, and never to the root of the server", async () => {
    const { page } = await open(browser, server.url + operationPath("createEndpoint"));
    await page.getByRole("link", { name: "Everything on one page" }).first().click();
    await page.locator("pre", { hasText: "curl" }).first().waitFor();
    await expect.poll(() => page.locator('a[href^="/"]').count(), POLL).toBe(0);
    // Behind this button are ways to send the page's address to makers of assistants.
    expect(await page.getByRole("button", { name: "More actions" }).count()).toBe(0);
    await page
      .locator(`a[href="../${operationPath("createEndpoint")}"]`)
      .first()
      .click();
    await page.waitForURL(server.url + operationPath("createEndpoint"));
    await page.close();
  });

  it("grows with the browser's own font size", async () => {
    const large = await launchBrowser(undefined, ["--blink-settings=defaultFontSize=32"]);
    const { page } = await open(large, server.url + addressOf("createEndpoint"));
    const size = () =>
      page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("#redoc pre")!).fontSize));
    await page.locator("#redoc pre").first().waitFor();
    expect(await size()).toBeGreaterThan(20);
    await large.close();
  });

  describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
    it.each(["redoc/index.html", addressOf("createEndpoint"), addressOf("listResourceInstances")])(
      "has no finding of axe, and does not scroll sideways, at %s",
      async (route) => {
        const { page } = await open(browser, server.url + route, {
          options: { ...viewport({ width: 1280, colorScheme }), bypassCSP: true },
        });
        await page.locator("h1, h2").first().waitFor();
        if (route.includes("#")) await page.locator("pre", { hasText: "curl" }).first().waitFor();
        for (const width of colorScheme === "light" ? WIDTHS : [1280]) {
          await page.setViewportSize({ width, height: 844 });
          // What is still loading is pale on purpose; a finding counts only where it stays.
          await expect.poll(() => findings(page), POLL).toEqual([]);
          expect(await overflow(page)).toBe(0);
        }
        await page.close();
      },
    );
  });

  it("opens from the disk, without a server", async () => {
    const { page, outside } = await open(browser, `file://${DIST}/redoc/index.html`);
    await page.locator(".menu-content").getByText("Tags", { exact: true }).click();
    await page.waitForFunction(() => location.hash.startsWith("#/tags"));
    expect(outside).toEqual([]);
    await page.close();
  });

  it("is caught when it sends a request to another host", async () => {
    const script = "addEventListener('load', () => fetch('https://example.com/trace').catch(() => {}))";
    const { page, outside } = await open(browser, `${server.url}redoc/index.html`, {
      change: (page: Page) => page.addInitScript(script),
    });
    await expect.poll(() => outside.join()).toContain("https://example.com/trace");
    await page.close();
  });
});
