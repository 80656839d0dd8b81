/** A part of a sample: the same for every server, or one text for the real service and one for the mock. */
type Part = string | { real: string; mock: string };

/** A call of an operation in one language. */
export interface Sample {
  lang: string;
  label: string;
  /** The call of the real service. */
  source: string;
  parts: Part[];
}

/** Makes a sample of a source; each swap is a text of it, and what stands in its place for the mock. */
export function sampleOf(lang: string, label: string, source: string, swaps: [real: string, mock: string][]): Sample {
  let parts: Part[] = [source.trimEnd()];
  for (const [real, mock] of swaps)
    parts = parts.flatMap((part) =>
      typeof part === "string"
        ? part.split(real).flatMap((text, index) => (index ? [{ real, mock }, text] : text))
        : part,
    );
  return { lang, label, source: parts.map((part) => (typeof part === "string" ? part : part.real)).join(""), parts };
}
