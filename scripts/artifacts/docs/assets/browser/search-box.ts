import type { SearchEngine, SearchResult } from "../../exports/search-engine.ts";

declare global {
  interface Window {
    docsSearch?: SearchEngine;
  }
}

const SHOWN = 12;

/** Makes the search field work. The index is loaded when the field is first used, as a script: also from the disk. */
export function addSearch(): void {
  const root = document.body.dataset["root"] ?? "";
  const box = document.querySelector<HTMLElement>("search");
  const field = document.querySelector<HTMLInputElement>("#search");
  const panel = document.querySelector<HTMLElement>("#results");
  const status = panel?.querySelector("[role=status]");
  const list = panel?.querySelector("ol");
  if (!box || !field || !panel || !status || !list) return;
  let engine: Promise<SearchEngine> | undefined;
  const links = () => [...list.querySelectorAll("a")];

  box.hidden = false;
  field.addEventListener("focus", () => void (engine ??= loadEngine(root)));
  field.addEventListener("input", show);
  box.addEventListener("keydown", (event) => {
    const all = links();
    const here = all.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === "ArrowDown") (all[here + 1] ?? all[0])?.focus();
    else if (event.key === "ArrowUp") (all[here - 1] ?? field).focus();
    else if (event.key === "Enter" && document.activeElement === field) void show().then(() => links()[0]?.click());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (!box.contains(relatedTarget as Node | null)) panel.hidden = true;
  });
  // Choosing a result by mouse must not close the list before the click.
  panel.addEventListener("mousedown", (event) => event.button === 0 && event.preventDefault());
  list.addEventListener("click", () => (panel.hidden = true));
  document.addEventListener("keydown", (event) => {
    const isTyping = (event.target as Element).matches("input, textarea, select");
    const isShortcut = (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !isTyping);
    if (!isShortcut) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  async function show(): Promise<void> {
    const query = field?.value.trim() ?? "";
    if (!query) return close();
    const results = (await (engine ??= loadEngine(root))).search(query);
    // Another letter was typed meanwhile.
    if (query !== field?.value.trim() || !panel || !status || !list) return;
    list.replaceChildren(...results.slice(0, SHOWN).map((result) => item(result, root)));
    status.textContent = results.length > 0 ? `${results.length} found` : `Nothing found for “${query}”`;
    panel.hidden = false;
  }

  function close(): void {
    if (!field || !panel || !list) return;
    field.value = "";
    field.focus();
    panel.hidden = true;
    list.replaceChildren();
  }
}

function item({ kind, title, address, text }: SearchResult, root: string): HTMLLIElement {
  const link = document.createElement("a");
  link.href = root + address;
  const add = (tag: string, content: string) => {
    const element = document.createElement(tag);
    element.textContent = content;
    link.append(element, " ");
  };
  add("small", kind);
  add("b", title);
  add("span", text);
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
}

function loadEngine(root: string): Promise<SearchEngine> {
  const load = (path: string) =>
    new Promise<void>((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}assets/${path}`;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(`${script.src} cannot be loaded`)));
      document.head.append(script);
    });
  return load("search-index.js")
    .then(() => load("search.js"))
    .then(() => window.docsSearch as SearchEngine);
}
