// Writes a software bill of materials (CycloneDX) for each published package to `--out` (reports/sbom).
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../core/artifact.ts";
import { readPackages, type Package } from "./packages.ts";
import { pnpm } from "./pnpm.ts";

interface Component {
  "bom-ref": string;
  group?: string;
  name: string;
  version: string;
}

export interface Sbom {
  bomFormat: string;
  specVersion: string;
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/** File of a package that lists the packages bundled into its own files, with their licences. */
const BUNDLED = "dist/THIRD-PARTY-LICENSES.txt";

/** The bill of one package: what npm installs with it, and what its build put into it. */
export async function sbom(root: string, each: Package): Promise<Sbom> {
  const bill = await read(root, each, ["--prod"]);
  const notices = join(root, each.folder, BUNDLED);
  if (existsSync(notices)) addBundled(bill, await read(root, each, []), readFileSync(notices, "utf8"));
  return bill;
}

/** Adds the packages that `notices` names ("name version" over "License: …"), from a bill that has them all. */
export function addBundled(bill: Sbom, everything: Sbom, notices: string): void {
  const label = ({ group, name, version }: Component) => `${group ? `${group}/` : ""}${name} ${version}`;
  const known = new Map(everything.components.map((component) => [label(component), component]));
  const own = bill.dependencies.find(({ ref }) => ref === bill.metadata.component["bom-ref"]);
  for (const [, name = ""] of notices.matchAll(/^(\S+ \d\S*)\n\nLicense: /gm)) {
    const component = known.get(name);
    if (!component) throw new Error(`${BUNDLED} names ${name}, which is not installed; build again`);
    if (bill.components.some((other) => other["bom-ref"] === component["bom-ref"])) continue;
    bill.components.push(component);
    own?.dependsOn?.push(component["bom-ref"]);
  }
}

async function read(root: string, { name }: Package, options: string[]): Promise<Sbom> {
  const folder = mkdtempSync(join(tmpdir(), "sbom-"));
  try {
    const file = join(folder, "bom.json");
    const args = [
      "--filter",
      name,
      "sbom",
      "--sbom-format",
      "cyclonedx",
      "--sbom-spec-version",
      "1.6",
      "--out",
      file,
      ...options,
    ];
    const { status, stderr, stdout } = await pnpm(args, root);
    if (status !== 0) throw new Error(`pnpm sbom failed for ${name}: ${stderr.trim() || stdout.trim()}`);
    return JSON.parse(readFileSync(file, "utf8")) as Sbom;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: "string", default: join(ROOT, "reports/sbom") } } });
  mkdirSync(values.out, { recursive: true });
  for (const each of readPackages(ROOT).filter((candidate) => !candidate.private)) {
    const bill = await sbom(ROOT, each);
    writeFileSync(
      join(values.out, `${each.name.replace("@", "").replace("/", "-")}.cdx.json`),
      `${JSON.stringify(bill, null, 2)}\n`,
    );
    console.log(`${each.name} ${each.version}: ${bill.components.length} components`);
  }
}
