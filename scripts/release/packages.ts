import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Fields of a package.json that are read here. */
export interface Package {
  /** Folder, relative to the root of the repository. */
  folder: string;
  name: string;
  version: string;
  /** Never published. */
  private: boolean;
  manifest: Record<string, unknown>;
}

/** Folders that hold a package, the root among them. */
const FOLDERS = [".", "spec", "scripts", "packages/*"];

/** Places that name the version, each once: what starts the mock in pipelines and clusters. */
export const PINS = [
  "action/action.yml",
  "ci/docker/Dockerfile",
  "ci/gitlab/vpcep-mock.yml",
  "ci/kubernetes/mock.yaml",
].map((file) => ({ file, pattern: /(\/(?:vpcep-)?mock[@:])(\d+\.\d+\.\d+[^"\s]*)/ }));

/** Every package of the repository, by the name of its folder. */
export function readPackages(root: string): Package[] {
  const files = globSync(
    FOLDERS.map((folder) => `${folder}/package.json`),
    { cwd: root },
  ).sort();
  return files.map((file) => {
    const manifest = JSON.parse(readFileSync(join(root, file), "utf8")) as Record<string, unknown>;
    return {
      folder: file.replace(/\/?package\.json$/, "") || ".",
      name: String(manifest["name"]),
      version: String(manifest["version"]),
      private: manifest["private"] === true,
      manifest,
    };
  });
}
