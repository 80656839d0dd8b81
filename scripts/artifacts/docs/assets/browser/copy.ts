/** Adds a button to each block of code, and to each name that readers copy. */
export function addCopyButtons(): void {
  // A page that comes over plain HTTP has no clipboard.
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll(".code, [data-copy]")) {
    const button = copyButton("Copy", () => (block.querySelector("code") ?? block).textContent ?? "");
    button.className = "copy";
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
