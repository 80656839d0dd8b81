import type { IncomingMessage } from "node:http";
import { GatewayError, ServiceError } from "./errors.ts";

/** What the gateway lets through: 12 MB. */
const LARGEST_BODY = 12 * 1024 * 1024;
/** No body of the API nests this deep; whatever walks a body may do so without fear for its stack. */
const DEEPEST = 100;
/** To see that no two items of a list are the same, each is held against each: 30,000 of them would take a minute. */
const LONGEST_LIST = 1000;

/** Whether a request announces a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Reads the body of a request.
 *
 * @throws {GatewayError} 413 as soon as it is too large; the rest is then read and dropped, so that a client that is still
 *   sending gets to see the answer. 400 where the client hangs up.
 */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const refuse = () => {
      chunks.length = 0;
      request.removeAllListeners("data").resume();
      reject(new GatewayError(413, "APIGW.0201", "The body is larger than 12 MB."));
    };
    if (Number(request.headers["content-length"]) > LARGEST_BODY) return refuse();
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > LARGEST_BODY) refuse();
      else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("close", () => reject(new GatewayError(400, "APIGW.0201", "The request ended before its body did.")));
    return undefined;
  });
}

/**
 * Parses a JSON body.
 *
 * @throws {ServiceError} Where it is not JSON, nests too deep, or has too long a list.
 */
export function parseJson(bytes: Buffer, longestList = LONGEST_LIST): unknown {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    // The engine's message quotes the body, which may hold what is not to be repeated.
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new ServiceError(
      "EndPoint.0002",
      `The body is not valid JSON${position ? ` (from character ${position})` : ""}.`,
    );
  }
  checkSize(value, longestList);
  return value;
}

function checkSize(root: unknown, longestList: number): void {
  let level = [root];
  for (let depth = 0; level.length; depth += 1) {
    if (depth > DEEPEST) throw new ServiceError("EndPoint.0002", `The body nests deeper than ${DEEPEST} levels.`);
    if (level.some((value) => Array.isArray(value) && value.length > longestList))
      throw new ServiceError("EndPoint.0002", `A list in the body has more than ${longestList} items.`);
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
}
