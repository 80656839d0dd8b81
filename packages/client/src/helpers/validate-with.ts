import { VpcepError, type Call } from "../errors/error.ts";
import { calls } from "../request/running-call.ts";

/** A place where a response differs from the spec. */
export interface Problem {
  /** `unknown value`: a value that the spec does not list among the known ones. `violation`: anything else. */
  kind: "violation" | "unknown value";
  /** JSON pointer to the value. */
  pointer: string;
  /** The rule that the value breaks, such as `must be integer`. */
  message: string;
}

interface Check {
  (data: unknown): boolean;
  errors?: { instancePath: string; keyword?: string; message?: string }[] | null;
}

/** The compiled checks of the responses of one operation. */
export interface ResponseValidator {
  /** The operation. */
  operationId: string;
  /** Method of the operation, in upper case. */
  method: string;
  /** Path of the operation, with its parameters in braces. */
  path: string;
  /** By status, as in the spec; `default` for the others. */
  statuses: Record<string, Check>;
}

/** Options of the response checks. */
export interface ValidationOptions {
  /** `throw` makes the call reject with a `VpcepValidationError`; `warn` passes it to `onProblem`. Default: `throw`. */
  mode?: "throw" | "warn" | undefined;
  /** Receives the errors in the mode `warn`. Default: `console.warn` with the message. */
  onProblem?: ((error: VpcepValidationError) => void) | undefined;
  /**
   * Treatment of a value that the spec does not list, such as a new status. `note` passes it to `onNote`; `error` makes it a
   * violation like any other. Default: `note`, since the service gets new values before the spec does.
   */
  unknownValues?: "note" | "error" | undefined;
  /** Receives the notes of unknown values. Default: `console.warn` with the message. */
  onNote?: ((note: VpcepValidationError) => void) | undefined;
}

/** A response differs from the spec. */
export class VpcepValidationError extends VpcepError {
  static override readonly kind: string = "VpcepValidationError";
  /** All problems, each with its place. */
  declare readonly problems: Problem[];

  /** @internal */
  constructor(call: Omit<Call, "secrets">, problems: Problem[]) {
    const list = problems.map(({ kind, pointer, message }) => {
      return `${kind === "violation" ? "" : `${kind}: `}${pointer || "/"} ${message}`;
    });
    super(`the ${call.response?.status} response differs from the spec: ${list.join("; ")}`, call, {
      problems,
    } as object);
  }
}

/** A middleware that checks responses. */
export interface ResponseMiddleware {
  /** Checks a response. Rejects, in the mode `throw`, with a `VpcepValidationError`. */
  onResponse(received: Received): Promise<undefined>;
}

/** Members that are used of the object that openapi-fetch passes to a middleware. */
interface Received {
  request: Request;
  response: Response;
  schemaPath: string;
  options?: { parseAs: string };
}

/**
 * Returns a middleware (`client.use(…)`) that checks the responses of some operations. A field that the spec does not have,
 * a status without a schema, a body that is not JSON, and one that the caller reads as a stream are no problems.
 *
 * @param validators The checks of each operation.
 * @param options What happens where a response differs.
 * @example
 * ```ts
 * import { validateWith } from "@vpcep/client/validate";
 * import listEndpointsCheck from "@vpcep/client/validate/listEndpoints";
 *
 * client.use(validateWith([listEndpointsCheck]));
 * ```
 */
export function validateWith(
  validators: readonly ResponseValidator[],
  {
    mode = "throw",
    unknownValues = "note",
    onProblem = (error) => console.warn(error.message),
    onNote = (note) => console.warn(note.message),
  }: ValidationOptions = {},
): ResponseMiddleware {
  if (!/^(throw|warn)$/.test(mode)) throw new TypeError(`validateWith: mode must be "throw" or "warn", not "${mode}"`);
  if (!/^(note|error)$/.test(unknownValues))
    throw new TypeError(`validateWith: unknownValues must be "note" or "error", not "${unknownValues}"`);
  return {
    async onResponse({ request, response, schemaPath, options }) {
      const validator = validators.find(({ method, path }) => method === request.method && path === schemaPath);
      const check = validator && checkOf(validator, response.status);
      // A stream is the caller's to read.
      if (!check || options?.parseAs === "stream") return undefined;
      const data: unknown = await response
        .clone()
        .json()
        .catch(() => undefined);
      if (data === undefined || check(data)) return undefined;
      const { attempts = 1, secrets = [] } = calls.get(response) ?? {};
      const call = { attempts, secrets, operationId: validator.operationId, response };
      const problems = toProblems(check.errors ?? []);
      const notes = unknownValues === "note" ? problems.filter(({ kind }) => kind === "unknown value") : [];
      const violations = problems.filter((problem) => !notes.includes(problem));
      if (notes.length) onNote(new VpcepValidationError(call, notes));
      if (!violations.length) return undefined;
      const error = new VpcepValidationError(call, violations);
      if (mode === "throw") throw error;
      onProblem(error);
      return undefined;
    },
  };
}

function checkOf({ statuses }: ResponseValidator, status: number): Check | undefined {
  return statuses[status] ?? statuses[`${Math.floor(status / 100)}XX`] ?? statuses["default"];
}

/** Converts errors to problems. A value of another type is a violation only, not an unknown value as well. */
function toProblems(errors: NonNullable<Check["errors"]>): Problem[] {
  const others = new Set(errors.filter(({ keyword }) => keyword !== "enum").map(({ instancePath }) => instancePath));
  return errors
    .filter(({ keyword, instancePath }) => keyword !== "enum" || !others.has(instancePath))
    .map(({ instancePath, keyword, message = "" }) => ({
      kind: keyword === "enum" ? "unknown value" : "violation",
      pointer: instancePath,
      message,
    }));
}
