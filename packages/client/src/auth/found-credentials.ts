import type { ExpiringAccessKey } from "./access-key.ts";

/** Finds an access key in the surroundings of the program; throws a `CredentialsNotFoundError` where its place has none. */
export type CredentialsProvider = () => ExpiringAccessKey | Promise<ExpiringAccessKey>;

/** There are no credentials in the place that was searched. In a chain, the next place is searched. */
export class CredentialsNotFoundError extends Error {
  /** Name of the class. */
  override name = "CredentialsNotFoundError";
}

/** Returns what Node, Bun and Deno have, and browsers have not. */
export function nodeProcess(): NodeProcess | undefined {
  return (globalThis as { process?: NodeProcess }).process;
}

interface NodeProcess {
  env?: Record<string, string | undefined>;
  getBuiltinModule?(name: "node:fs"): { readFileSync(path: string): Uint8Array };
  getBuiltinModule?(name: "node:os"): { homedir(): string };
  getBuiltinModule?(name: "node:http"): NodeHttp;
  getBuiltinModule?(name: "node:path"): { join(...parts: string[]): string };
}

/** The part of `node:http` that is used. */
interface NodeHttp {
  Agent: new () => object;
  request(
    url: string,
    options: object,
    onResponse: (response: {
      statusCode: number | undefined;
      setEncoding(encoding: "utf8"): void;
      on(event: string, listener: (value: any) => void): void;
    }) => void,
  ): { on(event: "error", listener: (error: Error) => void): void; end(): void };
}
