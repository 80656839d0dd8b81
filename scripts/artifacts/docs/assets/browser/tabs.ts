import { store, stored } from "./storage.ts";

const LANGUAGE = "reference.language";

/** Shows the samples of an operation under tabs, and remembers the language that was chosen. */
export function addTabs(samples: Element): void {
  const panels = [...samples.querySelectorAll<HTMLElement>(".sample")];
  const tabs = document.createElement("div");
  tabs.className = "tabs";
  tabs.setAttribute("role", "tablist");
  tabs.setAttribute("aria-label", "Language of the sample");
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
  const choose = (chosen: number) => {
    for (const [index, panel] of panels.entries()) {
      panel.hidden = index !== chosen;
      buttons[index]?.setAttribute("aria-selected", String(index === chosen));
      buttons[index]?.setAttribute("tabindex", index === chosen ? "0" : "-1");
    }
  };
  tabs.addEventListener("keydown", ({ key }) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const now = panels.findIndex((panel) => !panel.hidden);
    const next = buttons[(now + step + buttons.length) % buttons.length];
    if (!step) return;
    next?.click();
    next?.focus();
  });
  tabs.append(...buttons);
  samples.prepend(tabs);
  samples.classList.add("tabbed");
  const remembered = panels.findIndex((panel) => panel.dataset["label"] === stored(LANGUAGE));
  choose(Math.max(0, remembered));
}
