import { remember } from "./remember.ts";

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/**
 * Takes a page apart by its anchors: the text under each `id` (a section goes by the headline it is labelled by), without
 * what stands under an anchor further in. The text of the page outside of all anchors goes by the `id` of `<main>`.
 */
export const blocksOf = remember((page: string): ReadonlyMap<string, string> => {
  const main = page.match(/<main\b[^]*<\/main>/)?.[0] ?? "";
  const blocks = new Map<string, string>();
  const open: { tag: string; id: string }[] = [];
  const add = (text: string) => {
    const id = open.at(-1)?.id;
    if (id !== undefined) blocks.set(id, (blocks.get(id) ?? "") + text);
  };
  for (const [whole, end, tag = "", attributes = ""] of main.matchAll(/<(\/?)([\w-]+)([^>]*)>|[^<]+/g)) {
    if (!tag) add(unescape(whole));
    else if (end) {
      while (open.length && open.pop()?.tag !== tag);
      add(" ");
    } else if (!VOID.has(tag) && !attributes.endsWith("/")) {
      const id = attributes.match(/ (?:id|aria-labelledby)="([^"]*)"/)?.[1];
      open.push({ tag, id: id === undefined ? (open.at(-1)?.id ?? "") : unescape(id) });
      add(" ");
    }
  }
  return blocks;
});

function unescape(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
