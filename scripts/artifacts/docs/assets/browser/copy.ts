/** In the page itself: a mask that is a file of its own is not drawn on pages that are opened from the disk. */
const ICONS = `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
<path class="sheets" d="M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5"/>
<path class="tick" stroke-width="2" d="M3 8.5l3.5 3.5L13 4.5"/></svg>`;

/** Adds a button to each block of code, and to each name that readers copy. */
export function addCopyButtons(): void {
  // A page that comes over plain HTTP has no clipboard.
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll(".code, [data-copy]")) {
    const button = copyButton("Copy", () => (block.querySelector("code") ?? block).textContent ?? "");
    button.className = "copy";
    button.innerHTML = ICONS;
    if (block.matches("[data-copy]")) block.after(button);
    else block.append(button);
  }
}

/** Adds "Copy page as Markdown" beside the link to the page in Markdown. From the disk a page can read no other file. */
export function addPageCopyButton(): void {
  const link = document.getElementById("markdown-link");
  if (!(link instanceof HTMLAnchorElement) || !navigator.clipboard || location.protocol === "file:") return;
  const button = copyButton("Copy page as Markdown", async () => (await fetch(link.href)).text());
  button.className = "copy-page";
  button.append("Copy page as Markdown");
  document.querySelector(".page-top")?.append(button);
}

function copyButton(label: string, read: () => string | Promise<string>): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  const mark = (words: string) => {
    button.title = words;
    button.setAttribute("aria-label", words);
    button.classList.toggle("done", words !== label);
  };
  mark(label);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(await read());
    mark("Copied");
    setTimeout(() => mark(label), 1500);
  });
  return button;
}
