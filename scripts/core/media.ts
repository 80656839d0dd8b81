import { DocumentError, type MediaType, type Schema } from "./document.ts";
import { escapePointer } from "./pointer.ts";

/** Ways in which a body goes over the wire. */
export type BodyKind = "json" | "text" | "form" | "multipart" | "binary";

/** Returns how a body of a media type goes over the wire. */
export function bodyKind(media: string): BodyKind {
  if (/^application\/([^;]+\+)?json\b/.test(media)) return "json";
  if (media.startsWith("text/")) return "text";
  if (media.startsWith("application/x-www-form-urlencoded")) return "form";
  if (media.startsWith("multipart/form-data")) return "multipart";
  return "binary";
}

/** A body in the one media type that a client uses of those described. */
export interface ChosenBody {
  media: string;
  kind: BodyKind;
  schema: Schema | undefined;
  /** True where the document has other media types, too. */
  hasOthers: boolean;
}

/** Returns the JSON of a body, else its first media type; `undefined` where it has no content. */
export function chooseMedia(content: Record<string, MediaType> = {}): ChosenBody | undefined {
  const names = Object.keys(content);
  const media = names.find((name) => bodyKind(name) === "json") ?? names[0];
  if (media === undefined) return undefined;
  return { media, kind: bodyKind(media), schema: content[media]?.schema, hasOthers: names.length > 1 };
}

/** Returns how all of the bodies go over the wire; throws where that depends on the status. */
export function commonKind(bodies: { body: ChosenBody; status: string }[], pointer: string): BodyKind | undefined {
  const [first, ...others] = bodies;
  for (const { body, status } of others) {
    if (body.kind !== first?.body.kind) {
      const place = `${pointer}/responses/${status}/content/${escapePointer(body.media)}`;
      throw new DocumentError(
        place,
        `is ${body.kind}, and that of ${first?.status} is ${first?.body.kind}; the client reads one kind`,
      );
    }
  }
  return first?.body.kind;
}
