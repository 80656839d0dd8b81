import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { signRequest } from "@vpcep/client/auth";
import { ROOT } from "../../../scripts/core/artifact.ts";
import { readFile } from "../../../scripts/testing/bundle.ts";

const page = readFile("packages/docs/guide/signing.md");

/** The code blocks of the page, with line feeds as they are. */
const blocks = [...page.matchAll(/^```text\n([^]*?)\n```/gm)].map(([, text = ""]) =>
  text.replaceAll("\n", "").replaceAll("↵", "\n"),
);
const [dateHeader = "", canonical = "", toSign = "", signature = "", authorization = ""] = blocks;
const cell = (name: string) =>
  page.match(new RegExp(`^\\| ${name} \\| (.+) \\|$`, "m"))?.[1]?.replaceAll("`", "") ?? "";
const key = { accessKeyId: cell("Access key ID"), secretAccessKey: cell("Secret access key") };
const [method = "", url = ""] = cell("Request").split(" ");
const headers = Object.fromEntries(
  [...cell("Headers").split(", "), dateHeader].map((line) => line.split(": ") as [string, string]),
);

/** The vendor's published signer. */
const { AKSKSigner } = createRequire(join(ROOT, "packages/client/package.json"))(
  "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js",
) as { AKSKSigner: { sign(request: object, credential: object): Record<string, string> } };

describe("the worked example of a signature", () => {
  it("ends in the header that the client sends", async () => {
    const signed = await signRequest({ method, url, headers }, key);
    expect(`Authorization: ${signed["Authorization"]}`).toBe(authorization);
    expect(authorization).toContain(signature);
  });

  it("ends in the header that the vendor's signer sends", () => {
    const request = { method, endpoint: url, queryParams: {}, headers };
    const signed = AKSKSigner.sign(request, { getAk: () => key.accessKeyId, getSk: () => key.secretAccessKey });
    expect(`Authorization: ${signed["Authorization"]}`).toBe(authorization);
  });

  it("has the hash of its canonical request in its string to sign", async () => {
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical));
    expect(toSign.split("\n")[2]).toBe(Buffer.from(hash).toString("hex"));
  });
});
