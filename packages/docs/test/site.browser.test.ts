import { globSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mockAddress, MOCK_ADDRESS_FILE, operationPath } from "../../../scripts/artifacts/docs/addresses.ts";
import { serveFolder, type StaticServer } from "../../../scripts/tasks/serve.ts";
import { launchBrowser } from "../../../scripts/testing/browser.ts";
import { plant } from "../../../scripts/testing/bundle.ts";
import { DIST, findings, open, overflow, POLICIES, viewport, VIEWS, WIDTHS } from "./support.ts";

const CREATE = operationPath("createEndpoint");

/** One page of each kind. */
const KINDS = [
  "index.html",
  "guide/overview.html",
  "guide/signing.html",
  "guide/publish.html",
  "reference/index.html",
  CREATE,
  "reference/errors.html",
  "reference/schemas/index.html",
  "reference/schemas/EndpointStatus.html",
  "client/index.html",
  "client/create-a-client.html",
  "client/calls-pagination-and-waiters.html",
  "changelog.html",
  "404.html",
];

let server: StaticServer;
let browser: Browser;
beforeAll(async () => {
  server = await serveFolder(DIST, "127.0.0.1", 0, new Map([[`/${MOCK_ADDRESS_FILE}`, mockAddress("http://x")]]));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

const narrow = viewport({ width: 390, colorScheme: "light" });

describe("every kind of page", () => {
  it("works under the policy of the README, and loads nothing from another host", async () => {
    const headers = (page: Page) =>
      page.route("**/*", async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          headers: { ...response.headers(), "content-security-policy": POLICIES.site },
        });
      });
    const { page, outside } = await open(browser, server.url, { change: headers });
    for (const path of KINDS) {
      await page.goto(server.url + path);
      const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
      expect(`${path}: ${font}`).toContain("system-ui");
    }
    await page.goto(server.url + CREATE);
    await page.locator("#search").fill("quota");
    await page.locator("#results a").first().waitFor();
    expect(outside).toEqual([]);
    await page.close();
  });

  describe.each(VIEWS)("at $width pixels, $colorScheme", (view) => {
    it("has no finding of axe, and does not scroll sideways", async () => {
      const { page } = await open(browser, server.url, { options: { ...viewport(view), bypassCSP: true } });
      const found: Record<string, unknown> = {};
      for (const path of KINDS) {
        await page.goto(server.url + path);
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
        found[path] = [await findings(page), await overflow(page)];
      }
      await page.close();
      expect(found).toEqual(Object.fromEntries(KINDS.map((path) => [path, [[], 0]])));
    });
  });

  it("is caught with a colour too pale, and with a word too long", async () => {
    const { page } = await open(browser, server.url + CREATE, { options: { ...narrow, bypassCSP: true } });
    await page.addStyleTag({ content: "main p { color: #aaa !important } main { white-space: nowrap }" });
    expect((await findings(page)).join()).toContain("color-contrast");
    expect(await overflow(page)).toBeGreaterThan(0);
    await page.close();
  });

  it("fits a narrow window with a large font of the browser, on every page", { timeout: 60_000 }, async () => {
    const large = await launchBrowser(undefined, ["--blink-settings=defaultFontSize=32"]);
    const { page } = await open(large, server.url, { options: viewport({ width: 320, colorScheme: "light" }) });
    const wide: string[] = [];
    for (const path of globSync("**/*.html", { cwd: DIST })) {
      await page.goto(server.url + path);
      if (await overflow(page)) wide.push(path);
    }
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
    await large.close();
    expect(wide).toEqual([]);
  });

  it("prints closed details open, and without navigation", async () => {
    const { page } = await open(browser, server.url + CREATE);
    const folded = page.locator("main details:not([open]):not(.console) > :not(summary)");
    expect(await folded.first().isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await folded.evaluateAll((all) => all.every((one) => one.getClientRects().length > 0))).toBe(true);
    expect(await page.locator(".side").isVisible()).toBe(false);
    await page.close();
  });

  it.each(WIDTHS)("does not move when its scripts come, at %i pixels", async (width) => {
    const options = viewport({ width, colorScheme: "light" });
    for (const path of ["index.html", CREATE, "reference/errors.html"]) expect(await shifts(path, options)).toEqual([]);
  });

  it("is caught moving where the tabs have no place kept for them", async () => {
    const change = (style: string) => plant(style, ".samples:not(.tabbed){padding-top", ".none{padding-top");
    expect(await shifts(CREATE, narrow, change)).not.toEqual([]);
  });

  /** Returns the elements that have moved once the scripts have run. */
  async function shifts(path: string, options: object, change = (style: string) => style): Promise<string[]> {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const page = await browser.newPage(options);
    await page.route("**/*.js", (route) => released.then(() => route.continue()));
    await page.route("**/style.css", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: change(await response.text()) });
    });
    await page.goto(server.url + path, { waitUntil: "commit" });
    await page.waitForFunction(() => document.readyState === "interactive" && document.styleSheets.length > 0);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("h1, .address, main > p, main section, main li, pre, .field")]
          .filter((element) => element.getClientRects().length > 0)
          .map((element) => ({
            name: `${element.tagName} ${element.id}`,
            top: element.getBoundingClientRect().top,
          })),
      );
    const before = await places();
    release();
    await page.waitForFunction(() => !document.querySelector("search")?.hidden);
    const after = await places();
    await page.close();
    return after
      .filter(({ top }, index) => Math.abs(top - (before[index]?.top ?? 0)) > 0.5)
      .map(({ name, top }) => `${name} at ${top}`);
  }
});

describe("a page of an operation", () => {
  it("can be read without JavaScript", async () => {
    const { page } = await open(browser, server.url + CREATE, { options: { javaScriptEnabled: false } });
    const text = await page.locator("main").innerText();
    for (const part of ["Create a VPC endpoint", "curl", "@vpcep/client/operations", "The console needs JavaScript"])
      expect(text).toContain(part);
    await page.close();
  });

  it("opens at a field, however deep it is folded", async () => {
    const path = operationPath("createEndpointService");
    const { page } = await open(browser, `${server.url}${path}#body.ports.client_port`);
    await expect.poll(() => page.locator('[id="body.ports.client_port"]').isVisible()).toBe(true);
    await page.close();
  });

  it("keeps its samples in view on a wide window", async () => {
    const { page } = await open(browser, server.url + CREATE, { options: { viewport: { width: 1440, height: 900 } } });
    await page.locator("#responses").scrollIntoViewIfNeeded();
    expect(await page.locator(".samples pre").first().isVisible()).toBe(true);
    const { y = -1 } = (await page.locator(".samples").boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    await page.close();
  });

  it("copies a sample and the page as Markdown, and remembers the language", async () => {
    const { page } = await open(browser, server.url + CREATE, {
      options: { permissions: ["clipboard-read", "clipboard-write"] },
    });
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole("tab", { name: "TypeScript" }).click();
    await page.locator(".sample:not([hidden]) .copy").click();
    await expect.poll(clipboard).toContain("await createEndpoint(client");
    await page.getByRole("button", { name: "Copy page as Markdown" }).click();
    await expect.poll(clipboard).toMatch(/^# Create a VPC endpoint/);
    await page.goto(server.url + operationPath("listEndpoints"));
    expect(await page.getByRole("tab", { name: "TypeScript" }).getAttribute("aria-selected")).toBe("true");
    await page.close();
  });
});

describe("the navigation", () => {
  it("opens from the bar of a narrow window, with and without scripts", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await open(browser, server.url + CREATE, { options: { ...narrow, javaScriptEnabled } });
      await page.getByRole("button", { name: "Menu" }).click();
      await page.locator('nav a[href="deleteEndpoint.html"]').click();
      await page.waitForURL("**/reference/deleteEndpoint.html");
      await page.close();
    }
  });

  it("leads an old address of Redoc to where it is now", async () => {
    const { page } = await open(browser, `${server.url}#/vpc-endpoints/createendpoint`);
    await page.waitForURL("**/redoc/index.html#/vpc-endpoints/createendpoint");
    await page.close();
  });

  it("offers the other versions where there are some, for the same page", async () => {
    const versions = `window.docsVersions = ${JSON.stringify({ latest: "9.0.0", versions: ["9.0.0", "0.1.0"] })}`;
    const { page } = await open(browser, server.url + CREATE, {
      change: (page) =>
        page.route("**/versions.js", (route) => route.fulfill({ contentType: "text/javascript", body: versions })),
    });
    await page.locator(".versions summary").click();
    const link = page.locator(".versions a", { hasText: "9.0.0 (latest)" });
    expect(await link.getAttribute("href")).toBe("../../9.0.0/reference/createEndpoint.html");
    await page.close();
  });

  it("leads from an address that does not exist to the first page", async () => {
    const { page } = await open(browser, `${server.url}404.html`, {
      change: (page) => page.route("**/gone/**", (route) => route.fulfill({ path: `${DIST}/404.html`, status: 404 })),
    });
    await page.goto(`${server.url}reference/gone/page.html`);
    await page.locator("#home").click();
    await page.waitForURL(`${server.url}index.html`);
    await page.close();
  });

  it("filters the error codes by a word", async () => {
    const { page } = await open(browser, `${server.url}reference/errors.html`);
    await page.getByLabel("Filter by code").fill("quota");
    await expect.poll(() => page.locator(".codes > div:visible").count()).toBeLessThan(20);
    expect(await page.locator('[id="Endpoint.1018"]').isVisible()).toBe(true);
    await page.close();
  });
});

describe("the search", () => {
  it("works from the disk and by keyboard, and its results are links", async () => {
    const { page, outside } = await open(browser, `file://${DIST}/reference/schemas/Quota.html`);
    await page.keyboard.press("/");
    await page.keyboard.type("createEndpointService");
    await page.locator("#results a").first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toContain("createEndpointService");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/reference/createEndpointService.html");
    expect(outside).toEqual([]);
    await page.close();
  });

  it("has no finding of axe while it shows results, and announces that it found nothing", async () => {
    const { page } = await open(browser, server.url, { options: { bypassCSP: true } });
    await page.locator("#search").fill("quota");
    await page.locator("#results a").first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.locator("#search").fill("xyzzy");
    await expect.poll(() => page.locator("#results [role=status]").textContent()).toContain("Nothing found");
    await page.close();
  });
});
