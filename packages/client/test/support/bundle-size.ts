import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes, after gzip, of a program that esbuild bundles and minifies for a browser; throws where it cannot be bundled. */
export async function bundledSize(contents: string, resolveDir: string): Promise<{ gzip: number; text: string }> {
  const { outputFiles, warnings } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "browser",
    logLevel: "silent",
  });
  const [file] = outputFiles;
  if (!file || warnings.length) throw new Error(`not bundled cleanly: ${JSON.stringify(warnings)}`);
  return { gzip: gzipSync(file.contents, { level: 9 }).length, text: file.text };
}
