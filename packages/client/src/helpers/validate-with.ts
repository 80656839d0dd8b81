import { VpcepError, type Call } from "../errors/error.ts";
import { callOf } from "../request/running-call.ts";

/** A place where an answer departs from the description. */
export interface Problem {
  /** JSON pointer to the value. */
  pointer: string;
  /** What is expected there. */
  message: string;
}

interface Check {
  (data: unknown): boolean;
  errors?: { instancePath: string; message?: string }[] | null;
}

/** The checks of one operation's answers. */
export interface ResponseValidator {
  operationId: string;
  method: string;
  path: string;
  /** By status, as in the description; `default` for the others. */
  statuses: Record<string, Check>;
}

/** How answers are checked. */
export interface ValidationOptions {
  /** `throw` makes the call reject with a `VpcepValidationError`; `warn` hands it to `onProblem`. Default: `throw`. */
  mode?: "throw" | "warn";
  /** Takes the errors in the mode `warn`. Default: `console.warn` with the message. */
  onProblem?: (error: VpcepValidationError) => void;
}

/** An answer departs from the description. */
export class VpcepValidationError extends VpcepError {
  override name = "VpcepValidationError";
  /** Every place where it does. */
  declare readonly problems: Problem[];

  constructor(call: Omit<Call, "secrets">, problems: Problem[]) {
    const list = problems.map(({ pointer, message }) => `${pointer || "/"} ${message}`).join("; ");
    super(`${call.response?.status}: the answer is not as described: ${list}`, call, { problems } as object);
  }
}

/** What a middleware of openapi-fetch is told of an answer. */
interface Answered {
  request: Request;
  response: Response;
  schemaPath: string;
}

/**
 * A middleware (`client.use(…)`) that checks the answers of some operations. A status that is not described, and a body
 * that is not JSON, pass.
 */
export function validateWith(
  validators: readonly ResponseValidator[],
  { mode = "throw", onProblem = (error) => console.warn(error.message) }: ValidationOptions = {},
): { onResponse(answered: Answered): Promise<undefined> } {
  return {
    async onResponse({ request, response, schemaPath }) {
      const validator = validators.find(({ method, path }) => method === request.method && path === schemaPath);
      const { status } = response;
      const check =
        validator &&
        (validator.statuses[status] ?? validator.statuses[`${status}`[0] + "XX"] ?? validator.statuses["default"]);
      if (!validator || !check) return undefined;
      const data: unknown = await response
        .clone()
        .json()
        .catch(() => undefined);
      if (data === undefined || check(data)) return undefined;
      const problems = (check.errors ?? []).map(({ instancePath, message = "" }) => ({
        pointer: instancePath,
        message,
      }));
      const error = new VpcepValidationError(
        { attempts: 1, ...callOf(response), operationId: validator.operationId, response },
        problems,
      );
      if (mode === "throw") throw error;
      onProblem(error);
      return undefined;
    },
  };
}
