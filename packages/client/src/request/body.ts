import type { ParseAs } from "../openapi-fetch.ts";

/** Longest body of an error response that is read; the rest is cut off. */
const MAX_ERROR_BODY = 1024 * 1024;

/** Longest body of a response that is given up which is read to its end, so that its connection can be used again. */
const MAX_DISCARDED_BODY = 64 * 1024;

/** Statuses that `new Response` takes together with a body (Fetch standard: 200 to 599, without the null body statuses). */
const COPYABLE = /^(?!20[45]|304)[2-5]..$/;

/**
 * Reads the body of a response, so that it cannot break off or stall later.
 *
 * @param isObserved Whether middleware may look at the response; else the parts that openapi-fetch reads are enough.
 * @returns A response with the same status, headers and body; the given one where there is nothing to read, or where the
 *   caller wants a stream.
 */
export async function bufferResponse(response: Response, parseAs: ParseAs, isObserved: boolean): Promise<Response> {
  const { ok, status, headers } = response;
  if (!response.body || (ok && parseAs === "stream")) return response;
  const start = ok ? undefined : await readStart(response, MAX_ERROR_BODY);
  if (isObserved || (ok && parseAs !== "json")) return copyResponse(response, start ?? (await response.arrayBuffer()));
  const text = await (start ?? response).text();
  return {
    ok,
    status,
    headers,
    bodyUsed: true,
    // Not promises: openapi-fetch awaits the values.
    text: () => text,
    json: () => JSON.parse(text),
  } as unknown as Response;
}

/** Makes a response with another body. */
function copyResponse(response: Response, body: BodyInit): Response {
  const isCopyable = COPYABLE.test(`${response.status}`);
  const copy = new Response(body, isCopyable ? response : { headers: response.headers });
  for (const name of ["ok", "status", "url"] as const) Object.defineProperty(copy, name, { value: response[name] });
  return copy;
}

/** Reads the body of a response that is given up, if it is short; a long one is aborted. */
export function discard(response: Response | undefined, controller: AbortController): void {
  const abort = () => controller.abort();
  if (response?.body)
    readStart(response, MAX_DISCARDED_BODY).then(({ size }) => size < MAX_DISCARDED_BODY || abort(), abort);
}

/** Reads a body up to a size, and cancels the rest. */
async function readStart(response: Response, max: number): Promise<Blob> {
  // Some implementations of `fetch` have streams of their own.
  if (typeof response.body?.getReader !== "function") return response.blob();
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; size < max;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks);
    chunks.push(value.subarray(0, max - size));
    size += value.length;
  }
  reader.cancel().catch(() => {});
  return new Blob(chunks);
}
