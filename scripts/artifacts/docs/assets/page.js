// Comforts of every page: buttons that copy, and tabs over the samples. The page is whole without them.

// Where a page comes over plain HTTP, the browser has no clipboard for it.
for (const block of navigator.clipboard ? document.querySelectorAll(".code, [data-copy]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  /** @param {string} word */
  const say = (word) => {
    button.title = word;
    button.setAttribute("aria-label", word);
    button.classList.toggle("done", word !== "Copy");
  };
  say("Copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText((block.querySelector("code") ?? block).textContent ?? "");
    say("Copied");
    setTimeout(() => say("Copy"), 1500);
  });
  if (block.matches("[data-copy]")) block.after(button);
  else block.append(button);
}

const LANGUAGE = "reference.language";

for (const samples of document.querySelectorAll(".samples")) {
  const panels = /** @type {HTMLElement[]} */ ([...samples.querySelectorAll(".sample")]);
  const tabs = document.createElement("div");
  tabs.className = "tabs";
  tabs.setAttribute("role", "tablist");
  tabs.setAttribute("aria-label", "Language of the sample");
  /** @param {number} chosen */
  const choose = (chosen) => {
    panels.forEach((panel, index) => {
      panel.hidden = index !== chosen;
      buttons[index]?.setAttribute("aria-selected", String(index === chosen));
      buttons[index]?.setAttribute("tabindex", index === chosen ? "0" : "-1");
    });
  };
  const buttons = panels.map((panel, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.id = `sample-tab-${index}`;
    button.textContent = panel.dataset["label"] ?? "";
    button.setAttribute("role", "tab");
    panel.id = `sample-${index}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", button.id);
    button.setAttribute("aria-controls", panel.id);
    button.addEventListener("click", () => {
      choose(index);
      store(LANGUAGE, button.textContent ?? "");
    });
    return button;
  });
  tabs.addEventListener("keydown", ({ key }) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const now = panels.findIndex((panel) => !panel.hidden);
    const next = buttons[(now + step + buttons.length) % buttons.length];
    if (step) next?.click();
    if (step) next?.focus();
  });
  tabs.append(...buttons);
  samples.prepend(tabs);
  samples.classList.add("tabbed");
  choose(
    Math.max(
      0,
      panels.findIndex((panel) => panel.dataset["label"] === stored(LANGUAGE)),
    ),
  );
}

// The table of contents shows where one is: at the last headline above the upper part of the window.
{
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".toc a")]);
  const headlines = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const observer = new IntersectionObserver(
    () => {
      const here = headlines.findLastIndex((one) => one && one.getBoundingClientRect().top < innerHeight * 0.2 + 1);
      links.forEach((link, index) =>
        index === here ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"),
      );
    },
    // Whatever lies above counts as seen, so that a leap over several headlines is noticed.
    { rootMargin: "99999px 0px -80%" },
  );
  for (const one of headlines) if (one) observer.observe(one);
}

// Colours for code. They lie over the text, so that it stays plain to read and to copy.
if (typeof Highlight === "function") {
  const TOKEN =
    /(?<name>"(?:\\.|[^"\\])*"(?=\s*:)|\b\w+(?=: ))|(?<string>"(?:\\.|[^"\\])*"|'[^'"\n]*')|(?<value>\b(?:true|false|null|\d+(?:\.\d+)?)\b)|(?<word>\b(?:import|from|const|await|curl)\b)/g;
  /** @type {Record<string, Highlight>} */
  const kinds = {};
  for (const kind of ["name", "string", "value", "word"])
    CSS.highlights.set(`code-${kind}`, (kinds[kind] = new Highlight()));
  for (const { firstChild: text } of document.querySelectorAll("pre code")) {
    if (!text) continue;
    for (const { index, 0: token, groups = {} } of (text.nodeValue ?? "").matchAll(TOKEN)) {
      const range = new StaticRange({
        startContainer: text,
        startOffset: index,
        endContainer: text,
        endOffset: index + token.length,
      });
      kinds[Object.keys(groups).find((kind) => groups[kind]) ?? ""]?.add(range);
    }
  }
}

/**
 * What the browser keeps under a name; a browser may refuse to keep anything.
 * @param {string} name
 */
function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function store(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without a memory the choice lasts as long as the page.
  }
}
