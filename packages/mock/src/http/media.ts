const RANGE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/;
const PARAMETER = /^[\w!#$&^.+*-]+=(?:[\w!#$&^.+*-]+|"[^"]*")$/;

/**
 * Returns the media types of an `Accept` header, best first; undefined where everything is accepted, empty where the header
 * names no media type. Drops what is malformed, as Prism throws on it.
 */
export function readAccept(header: string | undefined): string[] | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const ranges: { range: string; quality: number }[] = [];
  for (const part of header.match(/(?:[^,"]|"[^"]*(?:"|$))+/g) ?? []) {
    const [range = "", ...parameters] = part.split(";").map((text) => text.trim());
    if (!RANGE.test(range) || !parameters.every((parameter) => PARAMETER.test(parameter))) continue;
    const quality = Number(parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2) ?? 1);
    const others = parameters.filter((parameter) => !/^q=/i.test(parameter));
    if (quality > 0) ranges.push({ range: [range, ...others].join(";"), quality });
  }
  return ranges.sort((a, b) => b.quality - a.quality).map(({ range }) => range);
}

export interface ContentType {
  isJson: boolean;
  /** The media type as Prism can parse it. */
  type: string;
  charset: string;
}

/** Parses a `Content-Type` header; without one, a body is JSON. */
export function readContentType(header: string | undefined): ContentType {
  if (header === undefined) return { isJson: true, type: "application/json", charset: "utf-8" };
  const [type = "", ...parameters] = header.split(";").map((text) => text.trim());
  const isValid = RANGE.test(type) && parameters.every((parameter) => parameter === "" || PARAMETER.test(parameter));
  // Prism throws on a malformed media type; no operation takes this one.
  if (!isValid) return { isJson: false, type: "application/octet-stream", charset: "latin1" };
  const isJson = isJsonType(type);
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter))?.replace(/^charset="?|"$/gi, "");
  const isText = isJson || /^text\/|xml$|urlencoded$/i.test(type);
  return { isJson, type: header, charset: charset ?? (isText ? "utf-8" : "latin1") };
}

/** Returns whether a media type is that of JSON (RFC 6839, 3.1). */
export function isJsonType(type: string): boolean {
  return /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(type);
}
