import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

export const run = promisify(execFile);

/** A project of a user, outside of the repository, that has installed packages of this repository from their tarballs. */
export interface Installed {
  folder: string;
  /** Writes a file and returns its path. */
  write(name: string, text: string): string;
  remove(): void;
}

/** Installs tarballs in an empty folder. */
export async function installTarballs(...tarballs: string[]): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), "installed-"));
  writeFileSync(join(folder, "package.json"), '{ "name": "user", "private": true }');
  await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...tarballs], { cwd: folder });
  return {
    folder,
    write(name, text) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/**
 * A program that makes a call with an access key and logs its result, "total 3".
 *
 * @param load Writes how the program gets at a module.
 */
export const program = (load: (name: string) => string, url: string): string => `
  const { createClient, accessKeyAuth, VpcepError } = ${load("@vpcep/client")};
  const { listEndpoints } = ${load("@vpcep/client/operations")};
  const errors = ${load("@vpcep/client/errors")};
  if (errors.VpcepError !== VpcepError) throw new Error("there are two copies of the errors");
  const auth = accessKeyAuth({ accessKeyId: "a", secretAccessKey: "s" });
  const client = createClient({ baseUrl: ${JSON.stringify(url)}, projectId: "p", auth });
  const called = listEndpoints(client, {}).then(({ total_count }) => console.log("total", total_count));
`;

/** Returns the expression by which an ES module imports a module. */
export const imported = (name: string): string => `await import("${name}")`;

/** Returns the expression by which a CommonJS module loads a module. */
export const required = (name: string): string => `require("${name}")`;
