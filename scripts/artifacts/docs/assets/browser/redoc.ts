// Repairs what Redoc leaves out for readers with a screen reader or a keyboard, and sets a title for each address.
const title = document.title;

function repair(): void {
  // These would lead to the root of the server where they are opened in another tab.
  for (const link of document.querySelectorAll('a[href^="/"]'))
    link.setAttribute("href", `#${link.getAttribute("href")}`);
  document.querySelector(".menu-content")?.setAttribute("role", "navigation");
  for (const button of document.querySelectorAll('button[aria-label="Example"]')) button.removeAttribute("aria-label");
  for (const block of document.querySelectorAll("pre:not([tabindex]), .md-table-wrapper:not([tabindex])"))
    block.setAttribute("tabindex", "0");
  // Redoc writes this attribute in small letters, and then a drawing is cut off where it should shrink.
  for (const drawing of document.querySelectorAll("svg.lifecycle")) {
    if (!drawing.hasAttribute("viewBox")) drawing.setAttribute("viewBox", drawing.getAttribute("viewbox") ?? "");
  }
  // Redoc starts an operation with a headline of the second level, and goes on with the fourth and the fifth.
  if (!document.querySelector("h1")) {
    for (const headline of document.querySelectorAll("h2")) headline.setAttribute("aria-level", "1");
    for (const headline of document.querySelectorAll("h4")) headline.setAttribute("aria-level", "2");
    for (const headline of document.querySelectorAll("h5")) headline.setAttribute("aria-level", "3");
  }
  const here = document.querySelector('.menu-content [data-active="true"] [data-text]')?.getAttribute("data-text");
  const wanted = here && here !== title ? `${here} · ${title}` : title;
  if (document.title !== wanted) document.title = wanted;
}

let waiting = false;
new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    repair();
  });
}).observe(document.body, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ["data-active", "aria-label", "href"],
});
