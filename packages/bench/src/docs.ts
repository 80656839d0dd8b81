// Measures how fast the docs open, side by side in one run with other tools that show the same description: Redoc as it comes,
// Scalar, Elements and Swagger UI; for this description, and for one of 600 operations made of it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { render, siteFiles } from "../../../scripts/artifacts/docs/render.ts";
import { BUNDLE, ROOT } from "../../../scripts/core/artifact.ts";
import { readSite } from "../../../scripts/artifacts/docs/model.ts";
import { listOperations, readDocument, type OpenApiDocument } from "../../../scripts/core/document.ts";
import { launchBrowser } from "../../../scripts/testing/browser.ts";
import { load, serve, type Load } from "../lib/paint.ts";
import { lighthouse, peers } from "../lib/peers.ts";
import { synthesise } from "../lib/synthesise.ts";

const RUNS = 3;

// Elements stops at the locale that Chromium makes of the environment's "C".
process.env["LANG"] = "en_US.UTF-8";

/** Blocks requests of the browser to other hosts, which must not count. */
const ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";

/** Redoc without any of our settings, but in one file: its other form does nothing without its own host. */
function stockRedoc(document: OpenApiDocument): string {
  const redocly = join(
    dirname(createRequire(join(ROOT, "scripts/package.json")).resolve("@redocly/cli/package.json")),
    "bin/cli.js",
  );
  const folder = mkdtempSync(join(tmpdir(), "stock-"));
  try {
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    execFileSync(process.execPath, [redocly, "build-docs", "openapi.json", "--inlineBundle", "-o", "index.html"], {
      cwd: folder,
      env,
      stdio: "pipe",
    });
    return readFileSync(join(folder, "index.html"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Serves every contender; returns the addresses by name. */
async function contend(document: OpenApiDocument) {
  const time = async <T>(run: () => T) => {
    const start = performance.now();
    return [await run(), ((performance.now() - start) / 1000).toFixed(1)] as const;
  };
  const [, pages] = await time(() => siteFiles(readSite(document)));
  const [site, whole] = await time(() => render(document) as Promise<Record<string, string>>);
  const files = new Map<string, string | Buffer>(
    Object.entries(site).map(([path, content]) => [`ours/${path}`, content]),
  );
  files.set("stock/index.html", stockRedoc(document));
  for (const [index, { files: own, html }] of peers().entries()) {
    files.set(`peer${index}/index.html`, html);
    files.set(`peer${index}/openapi.json`, JSON.stringify(document));
    for (const [name, file] of Object.entries(own)) files.set(`peer${index}/${name}`, readFileSync(file));
  }
  const { url, server } = await serve(files);
  const operation = listOperations(document).find(({ method }) => method === "POST") ?? listOperations(document)[0];
  const addresses = new Map([
    ["reference page", `${url}ours/reference/${operation?.operationId}.html`],
    ["our Redoc", `${url}ours/redoc/index.html`],
    ["stock Redoc", `${url}stock/index.html`],
    ...peers().map(({ name }, index) => [name, `${url}peer${index}/index.html`] as const),
  ]);
  return {
    addresses,
    server,
    built: `the reference is rendered in ${pages} s, the whole site, Redoc included, in ${whole} s`,
  };
}

async function scores(addresses: Map<string, string>): Promise<Map<string, string>> {
  const audit = await lighthouse();
  const found = new Map<string, string>();
  for (const [name, url] of addresses) {
    const port = 9300 + found.size;
    const browser = await launchBrowser(undefined, [`--remote-debugging-port=${port}`, ALONE]);
    const { lhr } = await audit(url, {
      port,
      output: "json",
      logLevel: "silent",
      onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
    });
    const marks = Object.values(lhr.categories).map(({ score }) => (score === null ? "-" : Math.round(score * 100)));
    const paint = (lhr.audits["first-contentful-paint"]?.numericValue ?? Number.NaN) / 1000;
    found.set(name, `${marks.join(" / ")} | ${paint.toFixed(2)}`);
    await browser.close();
  }
  return found;
}

const original = readDocument(BUNDLE);
for (const document of [original, synthesise(original, 600)]) {
  const count = listOperations(document).length;
  const { addresses, server, built } = await contend(document);
  const browser = await launchBrowser(undefined, [ALONE]);
  const loads = new Map<string, Load[]>([...addresses.keys()].map((name) => [name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [name, url] of addresses) loads.get(name)?.push(await load(browser, url));
  }
  await browser.close();
  const marks = count === listOperations(original).length ? await scores(addresses) : new Map<string, string>();
  const stock = median((loads.get("stock Redoc") ?? []).map(({ paint }) => paint));
  console.log(`\n${count} operations; ${built}\n`);
  console.log(
    "| | first paint ms | × stock Redoc | interactive ms | kB, gzip | Lighthouse mobile: speed / access / practice / search | its first paint s |",
  );
  console.log("| --- | ---: | ---: | ---: | ---: | --- | ---: |");
  for (const [name, all] of loads) {
    const of = (key: keyof Load) => median(all.map((one) => one[key]));
    const cells = [
      name,
      of("paint").toFixed(0),
      (of("paint") / stock).toFixed(2),
      of("interactive").toFixed(0),
      (of("bytes") / 1000).toFixed(0),
      marks.get(name) ?? " | ",
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  server.close();
  server.closeAllConnections();
}
