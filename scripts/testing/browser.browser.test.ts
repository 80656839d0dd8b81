import { expect, it } from "vitest";
import { launchBrowser } from "./browser.ts";

it("starts the Chromium of the npm package where none is installed", async () => {
  const browser = await launchBrowser([]);
  try {
    const page = await browser.newPage();
    await page.setContent("<title>A page</title>");
    expect(await page.title()).toBe("A page");
  } finally {
    await browser.close();
  }
});

it("fails with a reason where no browser starts", async () => {
  await expect(launchBrowser([import.meta.filename])).rejects.toThrow(
    /^no browser could be started \(tried .*browser\.browser\.test\.ts; CHROME_PATH names another\)/,
  );
});
