import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mockAddress, MOCK_ADDRESS_FILE } from "../../../scripts/artifacts/docs/mock-address.ts";
import { listOperations } from "../../../scripts/core/document.ts";
import { serveFolder, type StaticServer } from "../../../scripts/tasks/serve.ts";
import { launchBrowser } from "../../../scripts/testing/browser.ts";
import { bundle, plant } from "../../../scripts/testing/bundle.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";
import { DIST, findings, open, overflow, viewport, VIEWS, WIDTHS } from "./support.ts";

const operations = listOperations(bundle);

let mock: MockProcess;
let server: StaticServer;
let browser: Browser;
beforeAll(async () => {
  mock = await startMockProcess();
  server = await serveFolder(DIST, "127.0.0.1", 0, new Map([[`/${MOCK_ADDRESS_FILE}`, mockAddress(mock.url)]]));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await mock?.stop();
});

const pageOf = (operationId: string) => `${server.url}reference/${operationId}.html`;

describe("the pages of the reference", () => {
  it("can be read without JavaScript, and load nothing from elsewhere", async () => {
    const { page, outside } = await open(browser, pageOf("index"), { options: { javaScriptEnabled: false } });
    for (const { operationId, method, path, object } of operations) {
      await page.goto(pageOf(operationId));
      const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
      for (const part of [
        object.summary ?? "",
        method,
        path,
        operationId,
        "curl",
        "@vpcep/client/operations",
        "The console needs JavaScript",
      ])
        expect(text).toContain(part);
      expect(await page.title()).toContain(object.summary);
    }
    expect(outside).toEqual([]);
    await page.close();
  });

  const pages = ["index", "createEndpoint", "errors", "schemas/EndpointStatus", "../changelog", "../404"];
  describe.each(VIEWS)("at $width pixels, $colorScheme", (view) => {
    it("have no fault of accessibility, and do not scroll sideways", async () => {
      const found: Record<string, unknown> = {};
      const { page } = await open(browser, pageOf("index"), { options: { ...viewport(view), bypassCSP: true } });
      for (const name of pages) {
        await page.goto(pageOf(name));
        found[name] = [await findings(page), await overflow(page)];
      }
      await page.close();
      expect(found).toEqual(Object.fromEntries(pages.map((name) => [name, [[], 0]])));
    });
  });

  it("do not scroll sideways on a small screen, one and all", async () => {
    const { page } = await open(browser, pageOf("index"), { options: viewport({ width: 390, colorScheme: "light" }) });
    const wide: string[] = [];
    for (const { operationId } of operations) {
      await page.goto(pageOf(operationId));
      if (await overflow(page)) wide.push(operationId);
    }
    expect(wide).toEqual([]);
    await page.close();
  });

  it("are caught with a colour too pale, and with a word too long", async () => {
    const { page } = await open(browser, pageOf("createEndpoint"), {
      options: { ...viewport({ width: 390, colorScheme: "light" }), bypassCSP: true },
    });
    await page.addStyleTag({ content: "main p { color: #aaa !important } main { white-space: nowrap }" });
    expect((await findings(page)).join()).toContain("color-contrast");
    expect(await overflow(page)).toBeGreaterThan(0);
    await page.close();
  });

  it("open at a field, however deep it is folded", async () => {
    const { page } = await open(browser, `${pageOf("createEndpointService")}#body.ports.client_port`);
    await expect.poll(() => page.locator('[id="body.ports.client_port"]').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.querySelector(":target")?.id)).toBe("body.ports.client_port");
    await page.close();
  });

  it("show where one is, however far one leaps, and colour their code", async () => {
    const { page } = await open(browser, pageOf("createEndpoint"));
    const here = () => page.locator(".toc [aria-current]").allTextContents();
    for (const [id, title] of [
      ["errors", "Errors"],
      ["samples", "Samples"],
    ]) {
      await page.evaluate(
        (id) => window.scrollBy(0, document.getElementById(id ?? "")!.getBoundingClientRect().top + 40),
        id,
      );
      await expect.poll(here).toEqual([title]);
    }
    const sizes = await page.evaluate(() => [...CSS.highlights].map(([name, { size }]) => [name, size > 0]));
    expect(Object.fromEntries(sizes)).toEqual({
      "code-name": true,
      "code-string": true,
      "code-value": true,
      "code-word": true,
    });
    await page.close();
  });

  describe.each(WIDTHS)("at %i pixels", (width) => {
    /** What has another place once the scripts have run. */
    async function moved(name: string, change = (style: string) => style): Promise<string[]> {
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      const page = await browser.newPage(viewport({ width, colorScheme: "light" }));
      await page.route("**/*.js", (route) => released.then(() => route.continue()));
      await page.route("**/style.css", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: change(await response.text()) });
      });
      await page.goto(pageOf(name), { waitUntil: "commit" });
      await page.waitForFunction(() => document.readyState === "interactive" && document.styleSheets.length > 0);
      const places = () =>
        page.evaluate(() =>
          [...document.querySelectorAll(".address, main > p, main section, pre, .field")]
            .filter((element) => element.getClientRects().length > 0)
            .map(
              (element) =>
                `${element.getAttribute("aria-labelledby") ?? element.id ?? element.tagName} at ${element.getBoundingClientRect().top.toFixed(1)}`,
            ),
        );
      const before = await places();
      release();
      await page.locator(".tabs").waitFor();
      const after = await places();
      await page.close();
      return after.filter((place, index) => place !== before[index]);
    }

    it("do not move when their scripts come", async () => {
      const found: Record<string, string[]> = {};
      for (const { operationId } of operations) found[operationId] = await moved(operationId);
      expect(found).toEqual(Object.fromEntries(operations.map(({ operationId }) => [operationId, []])));
    });

    it("are caught moving where the tabs have no place kept for them", async () => {
      const found = await moved("createEndpoint", (style) =>
        plant(style, ".samples:not(.tabbed) { padding-top", ".none { padding-top"),
      );
      expect(found).not.toEqual([]);
    });
  });

  it("lead to the other pages from the bar on top of a small screen", async () => {
    const { page } = await open(browser, pageOf("createEndpoint"), {
      options: viewport({ width: 390, colorScheme: "light" }),
    });
    await page.getByRole("link", { name: "Menu" }).click();
    await page.locator('nav a[href="deleteEndpoint.html"]').click();
    await page.waitForURL(pageOf("deleteEndpoint"));
    await page.close();
  });

  it("lead to Redoc and back", async () => {
    const { page } = await open(browser, pageOf("createEndpoint"));
    await page.getByRole("link", { name: "Explorer" }).first().click();
    await page.locator('a[href="reference/createEndpoint.html"]').first().click();
    await page.waitForURL(pageOf("createEndpoint"));
    expect(await page.locator("h1").textContent()).toContain("Create a VPC endpoint");
    await page.close();
  });

  it("copy a sample, and remember its language", async () => {
    const { page } = await open(browser, pageOf("createEndpoint"), {
      options: { permissions: ["clipboard-read", "clipboard-write"] },
    });
    await page.getByRole("tab", { name: "TypeScript" }).click();
    await page.locator(".sample:not([hidden]) .copy").click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("await createEndpoint(client");
    await page.goto(pageOf("listEndpoints"));
    expect(await page.getByRole("tab", { name: "TypeScript" }).getAttribute("aria-selected")).toBe("true");
    await page.close();
  });
});

describe("the search", () => {
  async function search(page: Page, text: string): Promise<string[]> {
    await page.locator("#search").fill(text);
    await page.locator("#results li").first().waitFor();
    return page
      .locator("#results li")
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset["path"] ?? ""));
  }

  it("finds every operation by its id, its path and the words of its title", async () => {
    const { page } = await open(browser, pageOf("index"));
    const missed: string[] = [];
    for (const { operationId, path, object } of operations) {
      for (const text of [operationId, path, object.summary ?? operationId]) {
        const found = await search(page, text);
        if (!found.includes(`${operationId}.html`)) missed.push(`${operationId} by ${text}`);
      }
    }
    expect(missed).toEqual([]);
    await page.close();
  });

  it("works from the disk, and opens what was chosen by keyboard", async () => {
    const { page, outside } = await open(browser, `file://${DIST}/reference/schemas/Quota.html`);
    expect((await search(page, "createEndpointService"))[0]).toBe("createEndpointService.html");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/reference/createEndpointService.html");
    expect(outside).toEqual([]);
    await page.close();
  });

  it("says so where it finds nothing, and is caught without its index", async () => {
    const { page } = await open(browser, pageOf("index"));
    expect(await search(page, "no such thing at all")).toEqual([""]);
    await page.route("**/search-index.js", (route) =>
      route.fulfill({ contentType: "text/javascript", body: "window.searchIndex = [];" }),
    );
    await page.reload();
    expect(await search(page, "createEndpoint")).toEqual([""]);
    await page.close();
  });
});

describe("the console", () => {
  async function tryIt(operationId: string, address?: string) {
    const opened = await open(browser, pageOf(operationId), { allowed: [mock.url] });
    const { page } = opened;
    if (address !== undefined) {
      await page.evaluate((value) => localStorage.setItem("reference.mock", value), address);
      await page.reload();
    }
    await page.locator("#console > summary").click();
    return {
      ...opened,
      state: page.locator("#console .state"),
      send: page.locator("#console").getByRole("button", { name: "Send" }),
    };
  }

  it("sends to the mock that was started with the docs, and shows status, headers and body", async () => {
    const { page, state, send, outside } = await tryIt("listServiceDetails");
    await expect.poll(() => state.textContent()).toBe("A mock answers there.");
    await send.click();
    await page.locator("#console .answer").waitFor();
    expect(await page.locator("#console .answer .status").textContent()).toBe("200");
    const [body, headers] = await page.locator("#console .answer pre").allTextContents();
    expect(headers).toContain("content-type: application/json");
    expect(JSON.parse(body ?? "")).toHaveProperty("service_name");
    expect(outside).toEqual([]);
    await page.close();
  });

  it("sends a body, and asks for the answer that is wanted", async () => {
    const { page, send } = await tryIt("createEndpoint");
    await page.locator("#console select").selectOption("409");
    await send.click();
    await expect.poll(() => page.locator("#console .answer .status").textContent()).toBe("409");
    await page.locator("#console select").selectOption("");
    await page.locator("#console textarea").fill("{}");
    await send.click();
    await expect.poll(() => page.locator("#console .answer .status").textContent()).toBe("400");
    await page.close();
  });

  it("is off, and says why, where no mock answers", async () => {
    const { page, state, send } = await tryIt("listEndpoints", "http://127.0.0.1:9");
    await expect
      .poll(() => state.textContent())
      .toMatch(/^Off: no mock answers at http:\/\/127\.0\.0\.1:9 .*pnpm start/);
    expect(await send.isDisabled()).toBe(true);
    await page.close();
  });

  it("cannot be led to another host, whatever is typed", async () => {
    const { page, state, send, outside } = await tryIt("listEndpoints", "http://example.com");
    await expect.poll(() => state.textContent()).toContain("so that nothing leaves this computer");
    expect(await send.isDisabled()).toBe(true);
    expect(outside.join()).toContain("Content Security Policy");
    await page.close();
  });

  it("does not follow an answer that leads elsewhere", async () => {
    const asked: string[] = [];
    const listen = async (answer: RequestListener) => {
      const server = createServer((request, response) => {
        for (const name of ["Origin", "Headers"]) response.setHeader(`Access-Control-Allow-${name}`, "*");
        answer(request, response);
      });
      await once(server.listen(0, "127.0.0.1"), "listening");
      return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () => server.close().closeAllConnections(),
      };
    };
    const elsewhere = await listen(({ method }, response) => {
      asked.push(method ?? "");
      response.end();
    });
    const leading = await listen(({ method, url }, response) => {
      response.writeHead(url === "/" || method === "OPTIONS" ? 200 : 307, { Location: elsewhere.url }).end();
    });
    const { page, state, send } = await tryIt("listServiceDetails", leading.url);
    await expect.poll(() => send.isEnabled()).toBe(true);
    await send.click();
    await expect.poll(() => state.textContent()).toMatch(/^Off: /);
    expect(await send.isDisabled()).toBe(true);
    expect(asked).toEqual([]);
    // A request that follows is one that this would see.
    await page.evaluate((address) => fetch(`${address}/v1`), leading.url);
    expect(asked).toContain("GET");
    await page.close();
    elsewhere.close();
    leading.close();
  });

  it("keeps the address, and no token", async () => {
    const { page, send } = await tryIt("listServiceDetails");
    await page.locator('#console input[type="password"]').fill("a-secret");
    await page.locator('#console input[name="address"]').fill(`${mock.url}/`);
    await page.locator('#console input[name="address"]').blur();
    await expect.poll(() => send.isEnabled()).toBe(true);
    await send.click();
    await page.locator("#console .answer").waitFor();
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
    );
    expect(kept).toContain(mock.url);
    expect(kept).not.toContain("a-secret");
    await page.close();
  });

  it("asks nothing of anybody before it is opened", async () => {
    const asked: string[] = [];
    const { page } = await open(browser, pageOf("listEndpoints"), {
      allowed: [mock.url],
      change: async (page) => page.on("request", (request) => asked.push(new URL(request.url()).origin)),
    });
    await page.waitForLoadState("networkidle");
    expect(new Set(asked)).toEqual(new Set([new URL(server.url).origin]));
    await page.locator("#console > summary").click();
    await expect.poll(() => asked).toContain(new URL(mock.url).origin);
    await page.close();
  });
});
