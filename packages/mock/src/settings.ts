import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** What the mock is started with. */
export interface MockSettings {
  /** OpenAPI document to serve. */
  document: string;
  /** Address to listen on. */
  host: string;
  /** Port to listen on; 0 takes a free one. */
  port: number;
  /** Whether answers carry CORS headers. */
  cors: boolean;
  /** Whether bodies are made up from the schemas instead of taken from the examples. */
  dynamic: boolean;
}

/** The generated settings, with the path of the document made absolute. */
export function defaultSettings(): MockSettings {
  const file = resolve(import.meta.dirname, "../generated/mock.config.json");
  const settings = JSON.parse(readFileSync(file, "utf8")) as MockSettings;
  return { ...settings, document: resolve(dirname(file), settings.document) };
}
