import { store, stored } from "./storage.ts";

const LANGUAGE = "reference.language";
const TARGET = "reference.target";
/** Address of the mock in the samples, where the server of the site names no other. */
const DEFAULT_MOCK = "http://127.0.0.1:4010";

/** Shows each list of samples under tabs, and remembers the language and the server that were chosen, for all of them. */
export function addTabs(onChange: () => void): void {
  const lists = [...document.querySelectorAll<HTMLElement>(".samples")];
  for (const [index, list] of lists.entries()) addTabList(list, index, choose);
  chooseLanguage(stored(LANGUAGE));
  chooseTarget(stored(TARGET) === "mock");

  function choose(language: string | undefined, useMock: boolean): void {
    if (language !== undefined) store(LANGUAGE, language);
    store(TARGET, useMock ? "mock" : "real");
    chooseLanguage(language ?? stored(LANGUAGE));
    chooseTarget(useMock);
    onChange();
  }

  function chooseLanguage(language: string | null): void {
    for (const list of lists) {
      const panels = [...list.querySelectorAll<HTMLElement>(".sample")];
      const chosen = Math.max(
        0,
        panels.findIndex((panel) => panel.dataset["label"] === language),
      );
      for (const [index, panel] of panels.entries()) panel.hidden = index !== chosen;
      for (const [index, tab] of list.querySelectorAll("[role=tab]").entries()) {
        tab.setAttribute("aria-selected", String(index === chosen));
        tab.setAttribute("tabindex", index === chosen ? "0" : "-1");
      }
    }
  }
}

/** Writes the address and the credentials of the mock, or of the real service, into every sample. */
function chooseTarget(useMock: boolean): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-mock]")) {
    part.dataset["real"] ??= part.textContent ?? "";
    const address = (window as { mockAddress?: string }).mockAddress || DEFAULT_MOCK;
    const text = useMock ? part.dataset["mock"]?.replace(DEFAULT_MOCK, address) : part.dataset["real"];
    part.textContent = text ?? "";
  }
  for (const box of document.querySelectorAll<HTMLInputElement>(".target input")) box.checked = useMock;
}

function addTabList(
  samples: HTMLElement,
  list: number,
  choose: (language: string | undefined, useMock: boolean) => void,
): void {
  const panels = [...samples.querySelectorAll<HTMLElement>(".sample")];
  const tabs = document.createElement("div");
  tabs.className = "tabs";
  tabs.setAttribute("role", "tablist");
  tabs.setAttribute("aria-label", "Language of the sample");
  const target = document.createElement("label");
  target.className = "target";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => choose(undefined, box.checked));
  target.append(box, " for the mock");
  const buttons = panels.map((panel, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.id = `sample-tab-${list}-${index}`;
    button.textContent = panel.dataset["label"] ?? "";
    button.setAttribute("role", "tab");
    panel.id = `sample-${list}-${index}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", button.id);
    button.setAttribute("aria-controls", panel.id);
    button.addEventListener("click", () => choose(button.textContent ?? "", box.checked));
    return button;
  });
  tabs.addEventListener("keydown", ({ key }) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const now = panels.findIndex((panel) => !panel.hidden);
    const next = buttons[(now + step + buttons.length) % buttons.length];
    if (!step) return;
    next?.click();
    next?.focus();
  });
  tabs.append(...buttons);
  samples.prepend(tabs, target);
  samples.classList.add("tabbed");
}
