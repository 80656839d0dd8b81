import { expect, it } from "vitest";
import { bundleAt } from "./bundle-at.ts";

it("reads the description of a commit, and names one that git does not know", async () => {
  expect(await bundleAt("HEAD")).toMatchObject({ openapi: "3.1.0", components: { schemas: expect.any(Object) } });
  await expect(bundleAt("nowhere")).rejects.toThrow('cannot read the description at "nowhere": fatal: ');
});
