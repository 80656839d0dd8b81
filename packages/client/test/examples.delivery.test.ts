import { cpSync, globSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import "../../../scripts/testing/shared-tarballs.ts";
import { installTarballs, run, type Installed } from "./support/installed.ts";

const EXAMPLES = join(import.meta.dirname, "../examples");
const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const TYPES = dirname(createRequire(import.meta.url).resolve("@types/node/package.json"));
const VPC = "4189d3c2-8882-4871-a3c2-d380272eed80";
const SERVICE = "4189d3c2-8882-4871-a3c2-d380272eed88";

let user: Installed;
beforeAll(async () => {
  const { "@vpcep/client": client = "", "@vpcep/mock": mock = "" } = inject("tarballs");
  user = await installTarballs(client, mock);
  cpSync(EXAMPLES, user.folder, { recursive: true });
  cpSync(TYPES, join(user.folder, "node_modules/@types/node"), { recursive: true, dereference: true });
});
afterAll(() => user.remove());

describe("the examples", () => {
  it("compile against the packed packages", async () => {
    user.write("package.json", '{ "type": "module" }');
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--types", "node"];
    const settings = [...options, "--allowImportingTsExtensions", "--skipLibCheck", "--ignoreConfig"];
    const files = globSync("*.ts", { cwd: user.folder });
    const { stdout } = await run(process.execPath, [TSC, ...settings, ...files], { cwd: user.folder }).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe("");
  });

  it.each([
    [
      "offer-service.ts",
      [VPC, VPC, "1564ec50ef2a47c791ea5536353ed4b9"],
      /\.example\..* is available; its ID .*[\da-f-]{36}$/m,
    ],
    ["connect.ts", [VPC, VPC, SERVICE], /^connected: \d+\.\d+\.\d+\.\d+$/m],
    ["audit.ts", [], /^"VPC endpoint","[\da-f-]{36}",".*","accepted",/m],
    ["tag-all.ts", ["team", "network"], /^done$/m],
    ["--test accept.test.ts", [], /pass 1/],
  ])("run against the mock: %s", async (command, args, output) => {
    const mock = join(user.folder, "node_modules/@vpcep/mock/bin/vpcep-mock.js");
    const program = [process.execPath, ...command.split(" "), ...args];
    const { stdout } = await run(process.execPath, [mock, "--stateful", "--", ...program], {
      cwd: user.folder,
      env: {
        ...process.env,
        HUAWEICLOUD_SDK_AK: "any",
        HUAWEICLOUD_SDK_SK: "any",
        HUAWEICLOUD_SDK_PROJECT_ID: "6e9dfd51d1124e8d8498dce894923a0d",
      },
    });
    expect(stdout).toMatch(output);
  });
});
