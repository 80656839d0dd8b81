// The search. Its index is loaded when the field is first used, as a script, so that it works from the disk too.
{
  const root = document.body.dataset["root"] ?? "";
  const field = /** @type {HTMLInputElement} */ (document.getElementById("search"));
  const list = /** @type {HTMLElement} */ (document.getElementById("results"));
  /** @type {Promise<[kind: string, title: string, path: string, names: string, words: string][]> | undefined} */
  let index;
  let selected = 0;

  /** @type {HTMLElement} */ (field.closest("search")).hidden = false;
  field.addEventListener("focus", load);
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    const options = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[role=option]"));
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      select(options, (selected + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
    } else if (event.key === "Enter") {
      options[selected]?.click();
    } else if (event.key === "Escape") {
      field.value = "";
      close();
    }
  });
  field.addEventListener("blur", () => setTimeout(close, 150));
  document.addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      field.focus();
    }
  });

  function load() {
    index ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `${root}assets/search-index.js`;
      script.addEventListener("load", () => resolve(/** @type {any} */ (window).searchIndex));
      document.head.append(script);
    });
    return index;
  }

  async function show() {
    const terms = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!terms.length) return close();
    const entries = await load();
    const found = entries
      .map((entry) => ({ entry, score: Math.min(...terms.map((term) => score(entry, term))) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.entry[1].length - b.entry[1].length)
      .slice(0, 12);
    list.replaceChildren(...found.map(({ entry }, place) => option(entry, place)));
    if (!found.length) {
      const none = document.createElement("li");
      none.className = "none";
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      none.textContent = "Nothing found.";
      list.append(none);
    }
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    if (found.length) select(/** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[role=option]")), 0);
  }

  /**
   * How well a term fits: by a name or the title as a whole, by how one of them starts, by any part of them, by the text.
   * @param {string[]} entry
   * @param {string} term
   */
  function score([, title = "", , names = "", words = ""], term) {
    const known = `${title} ${names}`.toLowerCase();
    const parts = known.split(" ");
    if (title.toLowerCase() === term || parts.includes(term)) return 4;
    if (parts.some((part) => part.startsWith(term))) return 3;
    if (known.includes(term)) return 2;
    return words.includes(term) ? 1 : 0;
  }

  /**
   * @param {string[]} entry
   * @param {number} place
   */
  function option([kind = "", title = "", path = "", names = ""], place) {
    const item = document.createElement("li");
    item.id = `result-${place}`;
    item.setAttribute("role", "option");
    item.dataset["path"] = path;
    const small = document.createElement("small");
    small.textContent = `${kind} ${names}`;
    item.append(title, small);
    item.addEventListener("click", () => location.assign(root + path));
    return item;
  }

  /**
   * @param {NodeListOf<HTMLElement>} options
   * @param {number} place
   */
  function select(options, place) {
    selected = place;
    options.forEach((item, at) => item.setAttribute("aria-selected", String(at === place)));
    options[place]?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[place]?.id ?? "");
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
}
