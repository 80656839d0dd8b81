import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run, type Installed } from "./installed.ts";

/** A program that uses every entry point of the package; some of its lines are errors that the compiler must find. */
const USAGE = `${readFileSync(join(import.meta.dirname, "../usage.ts"), "utf8")}
export { signRequest, type AccessKey } from "@vpcep/client/auth";
export { VpcepNotFoundError } from "@vpcep/client/errors";
export { validateResponses } from "@vpcep/client/validate";
export { default as check } from "@vpcep/client/validate/listEndpoints";
export type { paths } from "@vpcep/client/schema";
`;

/** Files and options of a project for each way to resolve modules that this version of TypeScript has. */
function projects(version: number): Record<string, [files: string[], options: object]> {
  const node = ["usage.mts", "usage.cts"];
  const old = version < 6 ? {} : { ignoreDeprecations: "6.0" };
  return {
    ...(version < 7 && { node10: [["usage.ts"], { module: "commonjs", ...old }] }),
    node16: [node, { module: "node16" }],
    nodenext: [node, { module: "nodenext" }],
    bundler: [["usage.ts"], { module: "esnext" }],
  };
}

/** Checks the declarations of the packages with a compiler; throws where one of its projects does not compile. */
export async function checkDeclarations({ folder, write }: Installed, tsc: string, version: number): Promise<string> {
  const compile = async (moduleResolution: string, files: string[], more: object) => {
    const compilerOptions = {
      moduleResolution,
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      // The compiler's own declarations are not those of the package.
      skipDefaultLibCheck: true,
      ...more,
    };
    const config = write(`tsconfig.${moduleResolution}.json`, JSON.stringify({ compilerOptions, files }));
    await run(process.execPath, [tsc, "-p", config], { cwd: folder }).catch(({ stdout }: { stdout: string }) => {
      throw new Error(`${moduleResolution}: ${stdout}`);
    });
  };
  for (const extension of ["ts", "mts", "cts"]) write(`usage.${extension}`, USAGE);
  await Promise.all(Object.entries(projects(version)).map(([name, [files, options]]) => compile(name, files, options)));
  return "declarations are right";
}
