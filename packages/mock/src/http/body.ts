import type { IncomingMessage } from "node:http";
import { GatewayError, ServiceError } from "./errors.ts";
import { readContentType } from "./media.ts";

/** Limit of the gateway: 12 MB. */
const LARGEST_BODY = 12 * 1024 * 1024;
/** Far more than any body of the API needs; keeps recursion over a body within the stack. */
const DEEPEST = 100;
/** Far more than any body of the API needs; bounds the time and the memory of validation. */
const MOST_VALUES = 10_000;
/** Bounds `uniqueItems`, which compares each item of a list with each other. */
const LONGEST_LIST = 1000;

/** Returns whether a request announces a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Reads the body of a request.
 *
 * @throws {GatewayError} 413 as soon as it is too large; the rest is read and dropped, so that a client that is still
 *   sending receives the response. 400 where the client closes the connection.
 */
export function readBody(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const tooLarge = () => {
      chunks.length = 0;
      incoming.removeAllListeners("data").resume();
      reject(new GatewayError(413, "APIGW.0201", "The body is larger than 12 MB."));
    };
    if (Number(incoming.headers["content-length"]) > LARGEST_BODY) return tooLarge();
    incoming.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > LARGEST_BODY) tooLarge();
      else chunks.push(chunk);
    });
    incoming.once("end", () => resolve(Buffer.concat(chunks)));
    incoming.once("close", () => reject(new GatewayError(400, "APIGW.0201", "The request ended before its body did.")));
    return undefined;
  });
}

/** A body in the form that Prism expects, with the media type that Prism is to see. */
export interface Content {
  /** Parsed where it is JSON, else its text. */
  body: unknown;
  type: string;
}

/**
 * Decodes a body, and parses it where it is JSON.
 *
 * @throws {ServiceError} As {@link readText} and {@link parseJson}; also for the body `null`, which Prism treats as no body.
 */
export function readContent(headers: Record<string, string>, bytes: Buffer): Content {
  const { isJson, type } = readContentType(headers["content-type"]);
  const text = readText(headers, bytes);
  if (!isJson) return { body: text, type };
  const body = parseJson(text);
  if (body === null) throw new ServiceError("EndPoint.0002", "The body must not be null.");
  return { body, type };
}

/**
 * Decodes a body.
 *
 * @throws {ServiceError} Where it is compressed, its charset is not known, or the bytes are not of it.
 */
export function readText(headers: Record<string, string>, bytes: Buffer): string {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity")
    throw new ServiceError("EndPoint.0002", `Content-Encoding "${encoding}" is not supported; send the body as it is.`);
  const { charset } = readContentType(headers["content-type"]);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    const isUnknown = error instanceof RangeError;
    throw new ServiceError(
      "EndPoint.0002",
      isUnknown ? `The charset "${charset}" is not supported; use utf-8.` : `The body is not valid ${charset}.`,
    );
  }
}

/**
 * Parses JSON.
 *
 * @param isLimited Limits the length of lists and the number of values, beside the depth.
 * @throws {ServiceError} Where it is not JSON, or beyond a limit.
 */
export function parseJson(text: string, isLimited = true): unknown {
  checkSize(text, isLimited ? MOST_VALUES : Infinity, isLimited ? LONGEST_LIST : Infinity);
  try {
    return JSON.parse(text);
  } catch (error) {
    // The message of V8 quotes the body, which may contain secrets.
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new ServiceError(
      "EndPoint.0002",
      `The body is not valid JSON${position ? ` (from character ${position})` : ""}.`,
    );
  }
}

/** Counts the values of a JSON text before it is parsed, as millions of them would take more memory than there is. */
function checkSize(text: string, mostValues: number, longestList: number): void {
  let values = 1;
  /** The lists and objects around the current character. */
  const open: { isList: boolean; items: number }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 0x22) index = endOfString(text, index);
    else if (character === 0x5b || character === 0x7b) {
      values += 1;
      if (open.push({ isList: character === 0x5b, items: 1 }) > DEEPEST)
        throw new ServiceError("EndPoint.0002", `The body nests deeper than ${DEEPEST} levels.`);
    } else if (character === 0x5d || character === 0x7d) open.pop();
    else if (character === 0x2c) {
      values += 1;
      const parent = open.at(-1);
      if (parent?.isList && (parent.items += 1) > longestList)
        throw new ServiceError("EndPoint.0002", `A list in the body has more than ${longestList} items.`);
    }
    if (values > mostValues) throw new ServiceError("EndPoint.0002", `The body has more than ${mostValues} values.`);
  }
}

/** Returns the index of the quote that ends a string, or the length of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}
