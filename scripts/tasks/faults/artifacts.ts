import type { Fault } from "./fault.ts";
import { jsonFaults } from "./json.ts";
import { checkFaults, typescriptFaults } from "./typescript.ts";

/** Every fault that can be planted in a file of an artifact. `kinds` of it are named after what the file is. */
export function artifactFaults(path: string, file: string, text: string): Fault[] {
  const name = file || path;
  const found = faultsIn(name, text).map((fault) => ({ ...fault, path, file }));
  return file ? [...found, { kind: "drop a file", place: "all of it", path, file, plant: () => undefined }] : found;
}

function faultsIn(name: string, text: string): Fault[] {
  if (/\/validate\/|^\w+\.ts$/.test(name) && text.includes("ResponseValidator = {")) return checkFaults(text);
  if (name.endsWith(".ts")) return typescriptFaults(text);
  if (name.endsWith("mock.config.json")) return jsonFaults("the settings", text, JSON.parse(text));
  if (name.endsWith("mock.json")) return jsonFaults("the mock", text, JSON.parse(text));
  if (name.endsWith(".json")) return jsonFaults("a download", text, JSON.parse(text));
  throw new Error(`${name}: no way is known to plant a fault in it`);
}
