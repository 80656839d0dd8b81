// `pnpm pictures`: makes the pictures of the README from what runs: pages of the docs, and a terminal with the mock and the client.
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { html } from "../artifacts/docs/components/html.ts";
import { ROOT } from "../core/artifact.ts";
import { launchBrowser } from "../testing/browser.ts";
import { serveSite } from "./start/site.ts";

const PICTURES = join(ROOT, ".github/pictures");
const SIZE = { width: 1280, height: 800 };
const EXAMPLES = join(ROOT, "packages/client/examples");
const MOCK = join(ROOT, "packages/mock/bin/vpcep-mock.js");
/** VPC, subnet and endpoint service of the spec's examples. */
const IDS = [
  "d7b2bf07-1b4c-43fa-bd88-d80c6ebea140",
  "61881173-3899-4981-a700-170253d469b6",
  "4189d3c2-8882-4871-a3c2-d380272eed88",
];
const PROJECT = { HUAWEICLOUD_SDK_PROJECT_ID: "6e9dfd51d1124e8d8498dce894923a0d" };

mkdirSync(PICTURES, { recursive: true });
const site = await serveSite(0, () => undefined);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: SIZE });
  const save = async (name: string) =>
    writeFileSync(join(PICTURES, `${name}.png`), await page.screenshot({ animations: "disabled" }));
  await page.goto(`${site.docs}reference/createEndpoint.html`);
  await page.getByRole("tab", { name: "TypeScript" }).click();
  await save("docs");
  await page.goto("about:blank");
  await page.setContent(String(terminal(await session())));
  await save("terminal");
} finally {
  await browser.close();
  await site.close();
}

/** Runs an example with the mock; returns the program, the command and its output as a terminal shows them. */
async function session(): Promise<string[]> {
  const program = readFileSync(join(EXAMPLES, "connect.ts"), "utf8").trimEnd();
  const command = `vpcep-mock --stateful --transitions 3reads --log text -- node connect.ts ${IDS.join(" ")}`;
  const [, ...args] = command.split(" ");
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [MOCK, ...args], {
    cwd: EXAMPLES,
    env: { ...process.env, NO_COLOR: "1", HUAWEICLOUD_SDK_AK: "any", HUAWEICLOUD_SDK_SK: "any", ...PROJECT },
  });
  return [
    "$ cat connect.ts",
    ...program.split("\n"),
    "",
    `$ ${command}`,
    ...`${stderr}${stdout}`.trimEnd().split("\n"),
  ];
}

function terminal(lines: string[]) {
  return html`<body style="margin:0;background:#16202c;color:#dce4ec;font:14px/1.5 ui-monospace,monospace"><pre style="margin:24px;white-space:pre-wrap;overflow-wrap:anywhere">${lines.join("\n")}</pre>`;
}
