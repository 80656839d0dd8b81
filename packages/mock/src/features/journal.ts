import { CREDENTIALS, type Call } from "./call.ts";

/** Calls to list or to count. */
export interface CallFilter {
  operation?: string;
  project_id?: string;
  valid?: boolean;
}

/** Calls that are expected; see `Expectation` in control.openapi.json. */
export interface Expectation extends CallFilter {
  status?: number;
  query?: object;
  headers?: Record<string, string>;
  body?: unknown;
  exactly?: number;
  atLeast?: number;
  atMost?: number;
}

const MAX_CALLS = 10_000;
/** Bound of the bodies that are kept, in bytes; without it, 10,000 long ones would fill the memory. */
const MAX_BODY = 64 * 1024;
const MAX_BODIES = 16 * 1024 * 1024;

/** Journal of the requests of the API, oldest first. */
export class Journal {
  readonly calls: Call[] = [];
  readonly #checkOperation: (name: string) => void;
  #bytes = 0;

  /** @param checkOperation Throws where the document has no operation of this name. */
  constructor(checkOperation: (name: string) => void) {
    this.#checkOperation = checkOperation;
  }

  add(call: Call): void {
    const size = sizeOf(call);
    if (size > MAX_BODY) delete call.body;
    this.#bytes += sizeOf(call);
    this.calls.push(call);
    while (this.calls.length > MAX_CALLS || this.#bytes > MAX_BODIES) this.#bytes -= sizeOf(this.calls.shift() as Call);
  }

  /** @throws {TypeError} Where the operation is unknown. */
  list({ operation, project_id, valid }: CallFilter): Call[] {
    if (operation !== undefined) this.#checkOperation(operation);
    return this.calls.filter(
      ({ operationId, projectId, invalid }) =>
        (operation === undefined || operation === operationId) &&
        (project_id === undefined || project_id === projectId) &&
        (valid === undefined || valid === (invalid.length === 0)),
    );
  }

  /** Forgets the calls of one project, or all. */
  clear(projectId?: string): void {
    const kept = projectId === undefined ? [] : this.calls.filter((call) => call.projectId !== projectId);
    this.calls.splice(0, this.calls.length, ...kept);
    this.#bytes = kept.reduce((sum, call) => sum + sizeOf(call), 0);
  }

  /**
   * Returns the number of calls as expected, and what is wrong with it, if anything.
   *
   * @throws {TypeError} Where the operation is unknown, or no calls can be as expected.
   */
  verify(expectation: Expectation): { count: number; problem: string | undefined } {
    const { status, query = {}, body, exactly, ...filter } = expectation;
    const headers = wantedHeaders(expectation);
    const candidates = this.list(filter);
    const count = candidates.filter(
      (call) =>
        (status ?? call.status) === call.status &&
        contains(call.query, query) &&
        contains(call.headers, headers) &&
        (body === undefined || contains(call.body, body)),
    ).length;
    const atMost = exactly ?? expectation.atMost ?? Infinity;
    const atLeast = exactly ?? expectation.atLeast ?? (expectation.atMost === undefined ? 1 : 0);
    if (exactly !== undefined && (expectation.atLeast ?? expectation.atMost) !== undefined)
      throw new TypeError("the body is not valid: /exactly must not be combined with atLeast or atMost");
    if (atLeast > atMost)
      throw new TypeError(`the body is not valid: /atLeast must be <= /atMost, not ${atLeast} with ${atMost}`);
    if (count >= atLeast && count <= atMost) return { count, problem: undefined };
    const wanted =
      exactly !== undefined ? `exactly ${exactly}` : count < atLeast ? `at least ${atLeast}` : `at most ${atMost}`;
    const what = `Calls${expectation.operation ? ` of ${expectation.operation}` : ""} as expected: ${count}, not ${wanted}`;
    const others = `of this operation, project and validity: ${candidates.length}`;
    return { count, problem: `${what}; ${others}. Recorded: ${this.#summary()}.` };
  }

  /** Returns each operation that was called, with the number of its calls. */
  #summary(): string {
    const counts = new Map<string, number>();
    for (const { operationId = "no operation" } of this.calls)
      counts.set(operationId, (counts.get(operationId) ?? 0) + 1);
    return [...counts].map(([name, count]) => `${count} of ${name}`).join(", ") || "no calls";
  }
}

/** Returns the headers to look for, with names in lower case. @throws {TypeError} Where one is a credential. */
function wantedHeaders({ headers = {} }: Expectation): Record<string, string> {
  const wanted = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const hidden = wanted.find(([name]) => CREDENTIALS.has(name));
  if (hidden)
    throw new TypeError(
      `the body is not valid: /headers/${hidden[0]} is not recorded; all are but ${[...CREDENTIALS].join(", ")}`,
    );
  return Object.fromEntries(wanted);
}

/** Size of a body on the wire, from its `Content-Length`. */
function sizeOf({ headers, body }: Call): number {
  return body === undefined ? 0 : Number(headers["content-length"] ?? MAX_BODY);
}

/** Returns whether a value equals another or, of objects, has its members. */
function contains(value: unknown, part: unknown): boolean {
  if (typeof part !== "object" || part === null) return value === part;
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(part)) {
    return (
      Array.isArray(value) && value.length === part.length && part.every((item, index) => contains(value[index], item))
    );
  }
  return Object.entries(part).every(([name, item]) => contains((value as Record<string, unknown>)[name], item));
}
