/** Scrolls the menu to the page that is shown. */
export function showCurrentPage(): void {
  const menu = document.querySelector<HTMLElement>(".side");
  const link = menu?.querySelector<HTMLElement>("[aria-current=page]");
  if (menu && link) menu.scrollTop = link.offsetTop - menu.clientHeight / 2;
}

/** Marks the heading in the table of contents that is above the upper part of the window. */
export function followContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".toc a")];
  const headlines = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const observer = new IntersectionObserver(
    () => {
      const here = headlines.findLastIndex((one) => one && one.getBoundingClientRect().top < innerHeight * 0.2 + 1);
      for (const [index, link] of links.entries()) {
        if (index === here) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    },
    // Whatever lies above counts as seen, so that a jump over several headings is noticed.
    { rootMargin: "99999px 0px -80%" },
  );
  for (const one of headlines) if (one) observer.observe(one);
}
