import { watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Milliseconds without an event before a file counts as written: editors write in several steps. */
const QUIET = 60;

/** Calls back when one of the files has changed or was replaced by another. Returns a function that stops watching. */
export function watchFiles(files: string[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = files.map((file) =>
    watch(dirname(file), (_, name) => {
      if (name !== null && name !== basename(file)) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, QUIET);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
