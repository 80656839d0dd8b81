// Other documentation tools, to compare the docs with. They are large and needed only here, so they are downloaded when the
// benchmark first runs, at exact versions and without their scripts, and kept in `reports/`.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const KEPT = join(import.meta.dirname, "../reports/peers");
const VERSIONS = {
  "@scalar/api-reference": "1.72.1",
  "@stoplight/elements": "9.0.25",
  "swagger-ui-dist": "5.35.0",
};
const LIGHTHOUSE = "13.5.0";

/** A page that shows `openapi.json` beside it, and the files of its package that it needs. */
export interface Peer {
  name: string;
  files: Record<string, string>;
  html: string;
}

function peer(name: string, packageName: keyof typeof VERSIONS, files: string[], html: string): Peer {
  const folder = unpack(packageName, VERSIONS[packageName]);
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><meta name="viewport" content="width=device-width">${html}`;
  return {
    name,
    files: Object.fromEntries(files.map((file) => [file.replace(/.*\//, ""), join(folder, file)])),
    html: page,
  };
}

export function peers(): Peer[] {
  return [
    peer(
      "Scalar",
      "@scalar/api-reference",
      ["dist/browser/standalone.js"],
      `<div id="app"></div><script src="standalone.js"></script><script>Scalar.createApiReference("#app", { url: "openapi.json" })</script>`,
    ),
    peer(
      "Elements",
      "@stoplight/elements",
      ["web-components.min.js", "styles.min.css"],
      `<link rel="stylesheet" href="styles.min.css"><script src="web-components.min.js"></script><elements-api apiDescriptionUrl="openapi.json" router="hash"></elements-api>`,
    ),
    peer(
      "Swagger UI",
      "swagger-ui-dist",
      ["swagger-ui-bundle.js", "swagger-ui.css"],
      `<link rel="stylesheet" href="swagger-ui.css"><div id="ui"></div><script src="swagger-ui-bundle.js"></script><script>SwaggerUIBundle({ url: "openapi.json", dom_id: "#ui" })</script>`,
    ),
  ];
}

interface Result {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
}

type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Result }>;

/** Lighthouse, with all that it needs. */
export async function lighthouse(): Promise<Lighthouse> {
  const folder = join(KEPT, `lighthouse-${LIGHTHOUSE}`);
  if (!existsSync(folder)) {
    npm(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, `lighthouse@${LIGHTHOUSE}`]);
  }
  const entry = createRequire(join(folder, "package.json")).resolve("lighthouse");
  return ((await import(entry)) as { default: Lighthouse }).default;
}

function unpack(name: string, version: string): string {
  const folder = join(KEPT, `${name.replace(/\W+/g, "-")}-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(KEPT, { recursive: true });
    const file = npm(["pack", `${name}@${version}`, "--silent", "--pack-destination", KEPT]).trim();
    mkdirSync(folder);
    execFileSync("tar", ["-xzf", join(KEPT, file), "-C", folder, "--strip-components=1"]);
  }
  return folder;
}

function npm(args: string[]): string {
  return execFileSync("npm", args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
