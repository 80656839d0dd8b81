import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { ROOT } from "../core/artifact.ts";

const run = promisify(execFile);
const TSC = join(
  dirname(createRequire(join(ROOT, "packages/client/package.json")).resolve("typescript/package.json")),
  "bin/tsc",
);
const COMPILER_OPTIONS =
  "--noEmit --strict --module nodenext --target es2023 --lib es2023,dom --types node --ignoreConfig";

/** Declarations that a snippet needs when it begins in the middle. */
const PRELUDE = `import * as made from "@vpcep/client";
const client = made.createClient({ region: "cn-north-4", projectId: "6e9dfd51d1124e8d8498dce894923a0d", auth: made.tokenAuth("t") });\n`;

/** The environment that the guide and the READMEs ask their readers to set. */
const CREDENTIALS = {
  HUAWEICLOUD_SDK_AK: "EXAMPLEACCESSKEY0001",
  HUAWEICLOUD_SDK_SK: "example-secret-key-not-real-0001",
  HUAWEICLOUD_SDK_TOKEN: "any",
  HUAWEICLOUD_SDK_PASSWORD: "any",
  HUAWEICLOUD_SDK_PROJECT_ID: "6e9dfd51d1124e8d8498dce894923a0d",
};

/** Returns the code blocks of a language in a Markdown text, in order. */
export function snippetsOf(markdown: string, language: string): string[] {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, code = ""]) => code);
}

/** A folder in a package, in which snippets of documentation compile and run against a mock as they are printed. */
export class SnippetFolder {
  readonly #folder: string;
  readonly #mock: string;

  constructor(pack: string, mock: string) {
    this.#mock = mock;
    // Inside the package, so that its name leads to it.
    const reports = join(ROOT, pack, "reports");
    mkdirSync(reports, { recursive: true });
    this.#folder = mkdtempSync(join(reports, "snippets-"));
    mkdirSync(join(this.#folder, "node_modules/@vpcep"), { recursive: true });
    for (const name of ["client", "mock"])
      symlinkSync(join(ROOT, "packages", name), join(this.#folder, "node_modules/@vpcep", name));
  }

  /** Writes a snippet as a module that calls the mock; returns its path. */
  write(name: string, code: string): string {
    const local = ((code.includes("const client =") ? "" : PRELUDE) + code)
      .replaceAll('region: "cn-north-4"', `baseUrl: "${this.#mock}"`)
      .replaceAll("createClient({ region,", `createClient({ baseUrl: "${this.#mock}",`);
    const file = join(this.#folder, name);
    writeFileSync(file, this.local(local));
    return file;
  }

  /** Returns a text with the address of the mock in place of the printed one. */
  local(text: string): string {
    return text.replaceAll("http://127.0.0.1:4010", this.#mock);
  }

  /** Compiles modules; returns what the compiler prints, which is nothing where all is well. */
  async compile(...files: string[]): Promise<string> {
    return run(process.execPath, [TSC, ...COMPILER_OPTIONS.split(" "), ...files], { cwd: this.#folder }).then(
      ({ stdout }) => stdout,
      ({ stdout }: { stdout: string }) => stdout,
    );
  }

  /** Runs a module to its end; returns what it prints on the error stream, but for warnings of Node. */
  async run(file: string): Promise<string> {
    const script = `await import(${JSON.stringify(pathToFileURL(file))}); process.exit();`;
    const env = { ...process.env, ...CREDENTIALS };
    const { stderr } = await run(process.execPath, ["--input-type=module", "--eval", script], { env });
    return stderr.replace(/^.*ExperimentalWarning.*$|^\(Use `node.*$/gm, "").trim();
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
