import type { Fault } from "./fault.ts";

/** A section or a field that is gone from a page, and a word that was changed, anywhere in its main part. */
export function pageFaults(text: string): Fault[] {
  const start = text.indexOf("<main");
  const main = text.slice(start, text.indexOf("</main>"));
  const faults: Fault[] = [];
  const replace = (kind: string, from: number, to: number, by: string) =>
    faults.push({
      kind: `${kind} of a page`,
      place: main.slice(from, to).slice(0, 60),
      plant: () => text.slice(0, start + from) + by + text.slice(start + to),
    });
  for (const { 0: tag, 1: name = "", index } of main.matchAll(/<(section|div)\b[^>]*>/g)) {
    const isField = tag.includes('class="field"');
    if (name === "section" || isField)
      replace(isField ? "drop a field" : "drop a section", index, endOf(main, index, name), "");
  }
  for (const { 1: tag = "", index } of main.matchAll(/<(li|tr|dt|dd|pre)\b[^>]*>/g)) {
    const end = endOf(main, index, tag);
    // What a script fills in later says nothing yet.
    if (/\w/.test(main.slice(index, end).replace(/<[^>]*>/g, ""))) replace("drop an element", index, end, "");
  }
  for (const { 0: words, index } of main.matchAll(/(?<=>)[^<]*[\p{L}\p{N}][^<]*(?=<)/gu)) {
    const [word = ""] = words.match(/[\p{L}\p{N}_]+/u) ?? [];
    const from = index + words.indexOf(word);
    replace("change a word", from, from + word.length, "tampered");
  }
  return faults;
}

/** Where an element ends that begins at `start`. */
function endOf(html: string, start: number, tag: string): number {
  let depth = 0;
  for (const { 0: found, index } of html.slice(start).matchAll(new RegExp(`<(/?)${tag}\\b[^>]*>`, "g"))) {
    depth += found.startsWith("</") ? -1 : 1;
    if (!depth) return start + index + found.length;
  }
  return html.length;
}
