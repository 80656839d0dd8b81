import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mockAddress, MOCK_ADDRESS_FILE, operationPath } from "../../../scripts/artifacts/docs/addresses.ts";
import { serveFolder, type StaticServer } from "../../../scripts/tasks/serve.ts";
import { launchBrowser } from "../../../scripts/testing/browser.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";
import { DIST, open } from "./support.ts";

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

const pageOf = (operationId: string) => server.url + operationPath(operationId);

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
    await expect.poll(() => state.textContent()).toBe("A mock responds there.");
    await send.click();
    await page.locator("#console .response").waitFor();
    expect(await page.locator("#console .response .status").textContent()).toBe("200");
    const [body, headers] = await page.locator("#console .response pre").allTextContents();
    expect(headers).toContain("content-type: application/json");
    expect(JSON.parse(body ?? "")).toHaveProperty("service_name");
    expect(outside).toEqual([]);
    await page.close();
  });

  it("sends a body, and requests the chosen response", async () => {
    const { page, send } = await tryIt("createEndpoint");
    await page.locator("#console select").selectOption("409");
    await send.click();
    await expect.poll(() => page.locator("#console .response .status").textContent()).toBe("409");
    await page.locator("#console select").selectOption("");
    await page.locator("#console textarea").fill("{}");
    await send.click();
    await expect.poll(() => page.locator("#console .response .status").textContent()).toBe("400");
    await page.close();
  });

  it("is disabled with a reason where no mock responds", async () => {
    const { page, state, send } = await tryIt("listEndpoints", "http://127.0.0.1:9");
    await expect
      .poll(() => state.textContent())
      .toMatch(/^Off: no mock responds at http:\/\/127\.0\.0\.1:9 .*npx @vpcep\/mock/);
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

  it("does not follow a redirect to another host", async () => {
    const asked: string[] = [];
    const listen = async (respond: RequestListener) => {
      const server = createServer((request, response) => {
        for (const name of ["Origin", "Headers"]) response.setHeader(`Access-Control-Allow-${name}`, "*");
        respond(request, response);
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
    await page.locator("#console .response").waitFor();
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
    );
    expect(kept).toContain(mock.url);
    expect(kept).not.toContain("a-secret");
    await page.close();
  });

  it("shares the address of the mock with the samples", async () => {
    const { page } = await open(browser, pageOf("listEndpoints"));
    await page.getByLabel("for the mock").check();
    expect(await page.locator(".sample:not([hidden]) code").textContent()).toContain(mock.url);
    await page.close();
  });

  it("sends no request before it is opened", async () => {
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
