import { watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Editors write a file in several steps; what they leave is looked at when they are done. */
const QUIET = 60;

/** Calls back when one of the files has changed, also where an editor puts another file in its place. Returns how to stop. */
export function watchFiles(files: string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = files.map((file) =>
    watch(dirname(file), (_, name) => {
      if (name !== null && name !== basename(file)) return;
      clearTimeout(timer);
      timer = setTimeout(changed, QUIET);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
