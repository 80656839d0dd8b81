import type { RunningCall } from "./running-call.ts";

/** Size of the body of an error response from which on the rest is cut off. */
const MAX_ERROR_BODY = 1024 * 1024;

/** Longest body of a response that is given up which is read to its end, so that its connection can be used again. */
const MAX_DISCARDED_BODY = 64 * 1024;

/** Statuses that `new Response` takes together with a body (Fetch standard: 200 to 599, without the null body statuses). */
const COPYABLE = /^(?!20[45]|304)[2-5]..$/;

/** Members of a response that a copy does not take over. */
const COPIED = ["ok", "status", "url"] as const;

/**
 * Receives a response with its body, so that it cannot break off or stall later.
 *
 * @param isFinal Returns `false` for a response that is given up; its body is left alone.
 * @param call Its `parseAs` names the way to read the body. Where it is observed, middleware gets a copy with a body of its own.
 * @returns The response, or its copy, which can be read once as `parseAs`; one that is an error, as text.
 */
export async function receive(
  pending: Promise<Response>,
  isFinal: (response: Response) => boolean,
  { parseAs, isObserved }: Pick<RunningCall, "parseAs" | "isObserved">,
): Promise<Response> {
  const response = (await pending) as Buffered;
  const { ok, body } = response;
  if (!isFinal(response) || !body || (ok && parseAs === "stream")) return response;
  const source = ok ? response : await readStart(response, MAX_ERROR_BODY);
  if (isObserved || !Object.isExtensible(response) || (ok && parseAs !== "json"))
    return copyResponse(response, await source.arrayBuffer());
  const text = await source.text();
  // The text goes once it was read, since Node keeps the response until it next collects all garbage. That of an error stays, as
  // credentials may read it before the caller.
  response.content = ok ? [text] : { pop: () => text };
  response.text = readText;
  response.json = readJson;
  return response;
}

/** A response whose text has been read. */
interface Buffered extends Response {
  content: Pick<string[], "pop">;
}

async function readText(this: Buffered): Promise<string> {
  return this.content.pop() ?? Object.getPrototypeOf(this).text.call(this);
}

async function readJson(this: Buffered): Promise<unknown> {
  return JSON.parse(this.content.pop() ?? (await readText.call(this)));
}

/** Makes a response with another body. */
function copyResponse(response: Response, body: BodyInit): Response {
  const isCopyable = COPYABLE.test(`${response.status}`);
  const copy = new Response(body, isCopyable ? response : { headers: response.headers });
  for (const name of COPIED) Object.defineProperty(copy, name, { value: response[name] });
  return copy;
}

/** Reads the body of a response that is given up, if it is short; a long one is cancelled. */
export function discard(response: Response | undefined): void {
  if (response?.body) readStart(response, MAX_DISCARDED_BODY).catch(() => {});
}

/** Reads a body up to the chunk with which it reaches a size, and cancels the rest. */
async function readStart(response: Response, max: number): Promise<Blob> {
  // Some implementations of `fetch` have streams of their own.
  if (typeof response.body?.getReader !== "function") return response.blob();
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; size < max;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  reader.cancel().catch(() => {});
  return new Blob(chunks);
}
