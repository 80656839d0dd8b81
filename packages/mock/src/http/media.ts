const RANGE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/;
const PARAMETER = /^[\w!#$&^.+*-]+=(?:[\w!#$&^.+*-]+|"[^"]*")$/;

/**
 * Media types of an `Accept` header, best first; undefined where everything is accepted, empty where nothing that the
 * header says can be understood. One odd media type ends a whole Prism, so only well-formed ones get through.
 */
export function readAccept(header: string | undefined): string[] | undefined {
  if (header === undefined || header.trim() === "" || header.trim() === "*/*") return undefined;
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

/** What is to be made of a body by its `Content-Type`: the API takes JSON where nothing is said. */
export function readContentType(header: string | undefined): { json: boolean; type: string } {
  if (header === undefined) return { json: true, type: "application/json" };
  const [type = "", ...parameters] = header.split(";").map((text) => text.trim());
  const isValid = RANGE.test(type) && parameters.every((parameter) => parameter === "" || PARAMETER.test(parameter));
  // An odd type is no type that an operation takes; Prism must not see it, as it throws on it.
  if (!isValid) return { json: false, type: "application/octet-stream" };
  return { json: /^application\/([\w.+-]+\+)?json$/i.test(type), type: header };
}
