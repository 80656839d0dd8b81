/** `versions.js` beside the folders of the versions, where a deployment has several. */
interface Versions {
  latest: string;
  versions: string[];
}

declare global {
  interface Window {
    docsVersions?: Versions;
  }
}

/** Fills the picker with the other versions when it is opened first; each link keeps the page. */
export function addVersions(): void {
  const picker = document.querySelector<HTMLDetailsElement>(".versions");
  const list = picker?.querySelector("ul");
  if (!picker || !list) return;
  picker.addEventListener(
    "toggle",
    () => {
      const { root = "", path = "" } = document.body.dataset;
      const script = document.createElement("script");
      script.src = `${root}../versions.js`;
      script.addEventListener("load", () => {
        const { versions = [], latest } = window.docsVersions ?? {};
        list.prepend(...versions.map((version) => item(version, version === latest, `${root}../${version}/${path}`)));
      });
      document.head.append(script);
    },
    { once: true },
  );

  function item(version: string, isLatest: boolean, href: string): HTMLLIElement {
    const link = Object.assign(document.createElement("a"), { href });
    link.textContent = isLatest ? `${version} (latest)` : version;
    if (version === picker?.dataset["version"]) link.setAttribute("aria-current", "true");
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  }
}
