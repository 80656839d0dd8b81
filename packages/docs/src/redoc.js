// What Redoc leaves out for those who do not see the page: names that are true, and a way into what scrolls. Beside that,
// a title for each address.
{
  const title = document.title;

  function repair() {
    document.querySelector(".menu-content")?.setAttribute("role", "navigation");
    for (const button of document.querySelectorAll('button[aria-label="Example"]')) button.removeAttribute("aria-label");
    for (const block of document.querySelectorAll("pre:not([tabindex])")) block.setAttribute("tabindex", "0");
    // Redoc starts an operation with a headline of the second level, and goes on with the fourth.
    if (!document.querySelector("h1")) {
      for (const headline of document.querySelectorAll("h2")) headline.setAttribute("aria-level", "1");
      for (const headline of document.querySelectorAll("h4")) headline.setAttribute("aria-level", "2");
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
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-active", "aria-label"] });
}
