// Comforts of every page: buttons that copy, and tabs over the samples. The page is whole without them.

for (const block of document.querySelectorAll(".code, [data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText((block.querySelector("code") ?? block).textContent ?? "");
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
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
  choose(Math.max(0, panels.findIndex((panel) => panel.dataset["label"] === stored(LANGUAGE))));
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
