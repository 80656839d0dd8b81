import { extname } from "node:path";
import type { DocumentOperation } from "../prism/document.ts";
import type { Call } from "../features/call.ts";

type ReportedRequest = Pick<Call, "method" | "path" | "operationId" | "status" | "invalid" | "warnings">;

/** Most requests that are listed as invalid, or with warnings; more are only counted. */
const MOST_LISTED = 1000;

/** Collects the requests of a run. */
export class Report {
  #requests = 0;
  #invalidCount = 0;
  readonly #calls = new Map<string, number>();
  readonly #invalid: ReportedRequest[] = [];
  #warningCount = 0;
  readonly #warned: ReportedRequest[] = [];

  add({ method, path, operationId, status, invalid, warnings }: Call): void {
    this.#requests += 1;
    if (operationId !== undefined) this.#calls.set(operationId, (this.#calls.get(operationId) ?? 0) + 1);
    const request = { method, path, operationId, status, invalid, warnings };
    if (invalid.length) {
      this.#invalidCount += 1;
      if (this.#invalid.length < MOST_LISTED) this.#invalid.push(request);
    }
    if (warnings.length) {
      this.#warningCount += 1;
      if (this.#warned.length < MOST_LISTED) this.#warned.push(request);
    }
  }

  get invalidCount(): number {
    return this.#invalidCount;
  }

  /** Returns the report in the format that the name of a file has. */
  render(file: string, operations: DocumentOperation[]): string {
    if (extname(file) === ".json") return this.#json(operations);
    return extname(file) === ".xml" ? this.#junit(operations) : this.text(operations);
  }

  text(operations: DocumentOperation[]): string {
    const called = operations.filter(({ operationId }) => this.#calls.has(operationId));
    const never = operations.filter(({ operationId }) => !this.#calls.has(operationId));
    const lines = [
      `requests: ${this.#requests}; invalid: ${this.#invalidCount}; with warnings: ${this.#warningCount}; operations called: ${called.length} of ${operations.length}`,
      ...called.map(({ operationId }) => `  ${String(this.#calls.get(operationId)).padStart(6)}  ${operationId}`),
      ...never.map(({ operationId }) => `   never  ${operationId}`),
    ];
    return `${[...lines, ...this.#invalidLines(), ...this.#warningLines()].join("\n")}\n`;
  }

  /** Returns a line for each invalid request. */
  invalidText(): string {
    return `${this.#invalidLines().join("\n")}\n`;
  }

  #invalidLines(): string[] {
    const more = this.#invalidCount - this.#invalid.length;
    return [...this.#invalid.map(describeInvalid), ...(more ? [`invalid: ${more} more`] : [])];
  }

  #warningLines(): string[] {
    const more = this.#warningCount - this.#warned.length;
    return [...this.#warned.map(describeWarnings), ...(more ? [`warning: ${more} more`] : [])];
  }

  #json(operations: DocumentOperation[]): string {
    const report = {
      requests: this.#requests,
      operations: operations.map(({ operationId, method, path }) => ({
        operationId,
        method,
        path,
        calls: this.#calls.get(operationId) ?? 0,
      })),
      invalidCount: this.#invalidCount,
      invalid: this.#invalid,
      warningCount: this.#warningCount,
      warnings: this.#warned,
    };
    return `${JSON.stringify(report, null, 2)}\n`;
  }

  /** Returns a test case for each operation: skipped without a request, failed with an invalid one. */
  #junit(operations: DocumentOperation[]): string {
    const nowhere = this.#invalid.filter(({ operationId }) => operationId === undefined);
    const cases = operations.map(({ operationId }) => {
      const invalid = this.#invalid.filter((request) => request.operationId === operationId);
      return { name: operationId, invalid, skipped: !this.#calls.has(operationId) };
    });
    if (nowhere.length) cases.push({ name: "no operation", invalid: nowhere, skipped: false });
    const failures = cases.filter(({ invalid }) => invalid.length).length;
    const skipped = cases.filter((each) => each.skipped).length;
    const totals = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites ${totals}>`,
      `<testsuite name="vpcep-mock" ${totals}>`,
      ...cases.map(({ name, invalid, skipped: isSkipped }) => {
        const failure =
          invalid.length &&
          `<failure message="${invalid.length} invalid">${escape(invalid.map(describeInvalid).join("\n"))}</failure>`;
        const warned = this.#warned.filter(({ operationId = "no operation" }) => operationId === name);
        const notes = warned.length && `<system-out>${escape(warned.map(describeWarnings).join("\n"))}</system-out>`;
        const inner = `${failure || (isSkipped ? '<skipped message="never called"/>' : "")}${notes || ""}`;
        return `<testcase classname="vpcep-mock" name="${escape(name)}">${inner}</testcase>`;
      }),
      "</testsuite>",
      "</testsuites>",
      "",
    ].join("\n");
  }
}

function describeInvalid(request: ReportedRequest): string {
  return `invalid: ${describe(request)}: ${request.invalid.join("; ")}`;
}

function describeWarnings(request: ReportedRequest): string {
  return `warning: ${describe(request)}: ${request.warnings.join("; ")}`;
}

function describe({ method, path, operationId, status }: ReportedRequest): string {
  return `${method} ${path}${operationId === undefined ? "" : ` (${operationId})`}: ${status}`;
}

/** Escapes text for XML, and replaces characters that XML does not allow. */
function escape(text: string): string {
  const names: Record<string, string> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, "\ufffd")
    .replace(/[<>&"]/g, (character) => names[character] as string);
}
