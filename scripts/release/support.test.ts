// What the texts say about support is what manifests, compatibility tests and description have.
import { expect, it } from "vitest";
import { listOperations } from "../core/document.ts";
import { ROOT } from "../core/artifact.ts";
import { bundle, readFile } from "../testing/bundle.ts";
import { readPackages } from "./packages.ts";

const manifest = (folder: string) =>
  JSON.parse(readFile(`${folder}/package.json`)) as {
    engines: { node: string };
    dependencies: Record<string, string>;
  };
const oldest = (folder: string) => manifest(folder).engines.node.replace(">=", "");
const words = (list: string[]) => list.join(", ").replace(/, (?=[^,]*$)/, " and ");
/** Versions of a tool that a `compat` folder has, such as `typescript-5.4`. */
const tested = (folder: string, tool: string) =>
  Object.keys(manifest(`${folder}/compat`).dependencies).flatMap(
    (name) => name.match(`^${tool}-([\\d.]+)$`)?.[1] ?? [],
  );

const NODE = oldest("packages/client");
const REPOSITORY = oldest(".");
const NODES = tested("packages/client", "node");
const TYPESCRIPTS = tested("packages/client", "typescript");
const APIS = [...new Set(listOperations(bundle).flatMap(({ path }) => path.match(/^\/(v\d+)\//)?.[1] ?? []))].sort();
const MONTH = readFile("spec/upstream.csv")
  .match(/\d{4}-\d\d(?=-\d\d$)/gm)
  ?.sort()
  .at(-1);

it("the published packages need one version of Node, which is tested", () => {
  const published = readPackages(ROOT).filter((each) => !each.private);
  expect(new Set(published.map(({ folder }) => oldest(folder)))).toEqual(new Set([NODE]));
  for (const folder of ["packages/client", "packages/mock"])
    expect(manifest(`${folder}/compat`).dependencies["node-20"]).toContain(`@${NODE}.`);
  expect(tested("packages/mock", "node")).toEqual(NODES);
});

it.each([
  [
    "SECURITY.md",
    `| Node | ${NODE} or newer for the packages; tested with ${words(NODES)}. ${REPOSITORY} or newer for this`,
  ],
  ["SECURITY.md", `| TypeScript | ${TYPESCRIPTS[0]} or newer; tested up to ${TYPESCRIPTS.at(-1)} |`],
  ["SECURITY.md", `| Service | VPC Endpoint of Huawei Cloud, ${words(APIS)} of its API, as documented in ${MONTH}, in`],
  ["README.md", `needs Node ${NODE} or newer`],
  ["README.md", `Node ${REPOSITORY} or newer`],
  ["CONTRIBUTING.md", `Node ${REPOSITORY} or newer`],
  ["AGENTS.md", `Node ${REPOSITORY} `],
  ["packages/client/README.md", `Node ≥ ${NODE}, `],
  ["packages/client/README.md", `Needs Node ${NODE} or TypeScript ${TYPESCRIPTS[0]} at least`],
  ["packages/mock/README.md", `runs on Node.js ${words([NODE, ...NODES.slice(1)])}.`],
  ["packages/mock/bundle.ts", `target: "node${NODE}"`],
  ["packages/docs/guide/get-started.md", `Node.js ${NODE} or newer`],
  ["action/action.yml", `Needs Node ${NODE} or newer`],
])("%s states %s", (file, statement) => {
  expect(readFile(file).replace(/\s+/g, " ")).toContain(statement);
});
