import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Folder with the run-times and tools, and a lockfile of their own; `pnpm test:compat` installs them. */
export const COMPAT = join(import.meta.dirname, "../../compat");

/** Rows of the table "Works with" in the README: the packages of each, and how they use the client. */
export const WORKS_WITH = {
  Node: [["node-20", "node-22", "node-24"], "`import` and `require`"],
  Bun: [["@oven/bun-linux-x64"], "`import` and `require`"],
  Deno: [["@deno/linux-x64-glibc"], "`import`, with `--allow-net` and `--allow-env`"],
  workerd: [["@cloudflare/workerd-linux-64"], "bundled by esbuild"],
  Chromium: [["@sparticuz/chromium"], "bundled by esbuild"],
  TypeScript: [
    ["5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "6.0", "7.0"].map((version) => `typescript-${version}`),
    "`moduleResolution` `node10` (up to 6.0), `node16`, `nodenext` and `bundler`, with `skipLibCheck: false`",
  ],
  Jest: [["jest-29", "jest"], "its default set-up, which is CommonJS"],
  "ts-jest": [["ts-jest"], "its default preset, which is CommonJS"],
  Vitest: [["vitest"], "its default set-up"],
  "node:test": [["node-20", "node-22", "node-24"], "`import`"],
  esbuild: [["esbuild"], "a bundle for browsers"],
  Vite: [["vite"], "a bundle for browsers"],
  webpack: [["webpack"], "a bundle for browsers"],
} satisfies Record<string, [packages: string[], how: string]>;

/** More rows, which `fetch.compat.test.ts` tests. */
const WORKS_WITH_FETCH = {
  undici: [["undici"], "its `fetch`, `ProxyAgent` and `MockAgent`"],
  "node-fetch": [["node-fetch"], "as `fetch`"],
  MSW: [["msw"], "`setupServer`"],
  nock: [["nock"], "its default set-up"],
} satisfies Record<string, [packages: string[], how: string]>;

/** Exact versions of the tools, by the name of the package. */
function versions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(COMPAT, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const catalog = readFileSync(join(COMPAT, "../../../pnpm-workspace.yaml"), "utf8");
  const chromium = catalog.match(/"@sparticuz\/chromium": (\S+)/)?.[1] ?? "";
  return { ...dependencies, "@sparticuz/chromium": chromium };
}

/** Returns the table as it must stand in the README. */
export function worksWithTable(): string {
  const all = versions();
  const rows = Object.entries({ ...WORKS_WITH, ...WORKS_WITH_FETCH }).map(([name, [packages, how]]) => {
    const numbers = packages.map((each) => all[each]?.replace(/^npm:.*@|^1\.(?=\d{8})/, ""));
    return `| ${name} | ${numbers.join(", ")} | ${how} |`;
  });
  return ["| | version | how |", "| --- | --- | --- |", ...rows].join("\n");
}
