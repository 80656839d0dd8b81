import { XMLBuilder } from "fast-xml-parser";
import { NegotiationError } from "./errors.ts";
import { textProblem } from "./problem.ts";
import { isJsonType } from "./media.ts";

const xml = new XMLBuilder({});

/**
 * Returns a response body as text, by its media type as Prism does.
 *
 * @throws {NegotiationError} 500 where an object is to be sent as text.
 */
export function serializeBody(body: unknown, type: string): string {
  if (isJsonType(type) || /^application\/problem\+json/i.test(type)) return JSON.stringify(body);
  if (typeof body === "string") return body;
  if (/^application\/([\w.+-]+\+)?xml\s*(;|$)/i.test(type)) return xml.build({ xml: body });
  if (/^text\//i.test(type)) throw new NegotiationError(`A response of ${type} must be a string.`, textProblem());
  return JSON.stringify(body);
}
