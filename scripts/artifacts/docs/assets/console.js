// The console. It sends to the address in its first field and nowhere else, and keeps that address, but no token.
{
  const ADDRESS = "reference.mock";
  const DEFAULT = "http://127.0.0.1:4010";
  const box = /** @type {HTMLDetailsElement} */ (document.getElementById("console"));
  const form = /** @type {HTMLFormElement} */ (box.querySelector("form"));
  const fields = /** @type {HTMLFieldSetElement} */ (box.querySelector("fieldset"));
  const state = /** @type {HTMLElement} */ (box.querySelector(".state"));
  const answer = /** @type {HTMLElement} */ (box.querySelector(".answer"));
  const address = /** @type {HTMLInputElement} */ (form.elements.namedItem("address"));
  /** @type {{ method: string, path: string, type?: string }} */
  const request = JSON.parse(document.getElementById("request")?.textContent ?? "{}");

  address.value = remembered() || /** @type {any} */ (window).mockAddress || DEFAULT;
  box.hidden = false;
  document.getElementById("console-off")?.remove();
  box.addEventListener("toggle", () => box.open && look());
  address.addEventListener("change", () => {
    remember(address.value);
    look();
  });
  // Whoever has started a mock meanwhile finds it when coming back.
  window.addEventListener("focus", () => box.open && fields.disabled && look());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });

  /** Asks the address for anything at all; only then may a request be sent to it. */
  async function look() {
    fields.disabled = true;
    state.textContent = `Looking for a mock at ${address.value} …`;
    try {
      await reach(base(), { method: "GET" });
      state.textContent = "A mock answers there.";
      fields.disabled = false;
    } catch (error) {
      state.textContent = absent(error);
    }
  }

  async function send() {
    const values = new FormData(form);
    let path = request.path;
    const query = new URLSearchParams();
    /** @type {Record<string, string>} */
    const headers = {};
    for (const [field, value] of values) {
      const [place, ...rest] = field.split(" ");
      const name = rest.join(" ");
      if (!name || value === "") continue;
      if (place === "path") path = path.replaceAll(`{${name}}`, encodeURIComponent(String(value)));
      if (place === "query") query.append(name, String(value));
      if (place === "header") headers[name] = String(value);
    }
    const body = values.get("body");
    if (body) headers["Content-Type"] = request.type ?? "application/json";
    if (values.get("wanted")) headers["Prefer"] = `code=${values.get("wanted")}`;
    try {
      const response = await reach(base() + path + (query.size ? `?${query}` : ""), {
        method: request.method,
        headers,
        ...(body && { body: String(body) }),
      });
      show(response.status, response.statusText, [...response.headers], await response.text());
      state.textContent = `The mock answered with ${response.status} ${response.statusText}.`;
    } catch (error) {
      answer.hidden = true;
      fields.disabled = true;
      state.textContent = absent(error);
    }
  }

  /**
   * @param {string} url
   * @param {RequestInit} init
   */
  function reach(url, init) {
    return fetch(url, {
      ...init,
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
  }

  function base() {
    const { origin, pathname, protocol } = new URL(address.value);
    if (protocol !== "http:") throw new TypeError("the address must start with http://");
    return origin + pathname.replace(/\/$/, "");
  }

  /**
   * @param {number} status
   * @param {string} words
   * @param {[string, string][]} headers
   * @param {string} text
   */
  function show(status, words, headers, text) {
    const [body, head] = answer.querySelectorAll("pre");
    const line = answer.querySelectorAll("p > span");
    if (!head || !body || !line[0] || !line[1]) return;
    line[0].className = status < 400 ? "status ok" : "status";
    line[0].textContent = String(status);
    line[1].textContent = words;
    head.textContent = headers.map(([name, value]) => `${name}: ${value}`).join("\n");
    body.textContent = pretty(text) || "(no body)";
    answer.hidden = false;
  }

  /** @param {string} text */
  function pretty(text) {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  }

  /** @param {unknown} error */
  function absent(error) {
    const local = /^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(address.value);
    if (!local)
      return "Off: the console reaches http://127.0.0.1 and http://localhost only, so that nothing leaves this computer.";
    return `Off: no mock answers at ${address.value} (${error instanceof Error ? error.message : error}). Start one with "pnpm start", or with "vpcep-mock", and type its address.`;
  }

  function remembered() {
    try {
      return localStorage.getItem(ADDRESS);
    } catch {
      return null;
    }
  }

  /** @param {string} value */
  function remember(value) {
    try {
      localStorage.setItem(ADDRESS, value);
    } catch {
      // Without a memory the address lasts as long as the page.
    }
  }
}
