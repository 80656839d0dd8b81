const TOKEN = new RegExp(
  [
    /(?<name>"(?:\\.|[^"\\])*"(?=\s*:)|\b\w+(?=: ))/,
    /(?<string>"(?:\\.|[^"\\])*"|'[^'"\n]*')/,
    /(?<value>(?<![\w-])(?:true|false|null|\d+(?:\.\d+)?)(?![\w-]))/,
    /(?<word>\b(?:import|from|const|await|curl)\b)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/** Colours code. The colours lie over the text, which stays plain to read and to copy. */
export function highlightCode(): void {
  // With the system's own colours, a browser draws these as a selection.
  if (typeof Highlight !== "function" || matchMedia("(forced-colors: active)").matches) return;
  const kinds: Record<string, Highlight> = {};
  for (const kind of ["name", "string", "value", "word"])
    CSS.highlights.set(`code-${kind}`, (kinds[kind] = new Highlight()));
  for (const code of document.querySelectorAll("pre code")) {
    for (const part of code.childNodes) {
      const text = part instanceof Text ? part : part.firstChild;
      for (const { index, 0: token, groups = {} } of (text?.nodeValue ?? "").matchAll(TOKEN)) {
        const range = new Range();
        range.setStart(text as Node, index);
        range.setEnd(text as Node, index + token.length);
        kinds[Object.keys(groups).find((kind) => groups[kind]) ?? ""]?.add(range);
      }
    }
  }
}
