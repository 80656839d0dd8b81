// The console. It sends to the address in its first field and nowhere else; it keeps that address, but no token.
import { store, stored } from "./storage.ts";

const ADDRESS = "reference.mock";
const DEFAULT_ADDRESS = "http://127.0.0.1:4010";

const box = document.getElementById("console") as HTMLDetailsElement;
const form = find<HTMLFormElement>("form");
const fields = find<HTMLFieldSetElement>("fieldset");
const state = find(".state");
const result = find(".response");
const address = form.elements.namedItem("address") as HTMLInputElement;
const request = JSON.parse(document.getElementById("request")?.textContent ?? "{}") as {
  method: string;
  path: string;
  type?: string;
};

address.value = stored(ADDRESS) || (window as { mockAddress?: string }).mockAddress || DEFAULT_ADDRESS;
box.hidden = false;
document.getElementById("console-off")?.remove();
box.addEventListener("toggle", () => box.open && void look());
address.addEventListener("change", () => {
  store(ADDRESS, address.value);
  void look();
});
// A mock that was started meanwhile is found when the reader comes back.
window.addEventListener("focus", () => box.open && fields.disabled && void look());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void send();
});

function find<T extends HTMLElement = HTMLElement>(selector: string): T {
  return box.querySelector(selector) as T;
}

/** Sends any request to the address; only after a response may the form be sent. */
async function look(): Promise<void> {
  fields.disabled = true;
  state.textContent = `Looking for a mock at ${address.value} …`;
  try {
    await sendRequest(base(), { method: "GET" });
    state.textContent = "A mock responds there.";
    fields.disabled = false;
  } catch (error) {
    state.textContent = absence(error);
  }
}

async function send(): Promise<void> {
  const { url, init } = readForm();
  try {
    const response = await sendRequest(url, init);
    show(response, await response.text());
    state.textContent = `The mock responded with ${response.status} ${response.statusText}.`;
  } catch (error) {
    result.hidden = true;
    fields.disabled = true;
    state.textContent = absence(error);
  }
}

function readForm(): { url: string; init: RequestInit } {
  const values = new FormData(form);
  let { path } = request;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const [field, value] of values) {
    const [place, name] = field.split(" ");
    if (!name || value === "") continue;
    if (place === "path") path = path.replaceAll(`{${name}}`, encodeURIComponent(String(value)));
    if (place === "query") query.append(name, String(value));
    if (place === "header") headers[name] = String(value);
  }
  const body = values.get("body");
  if (body) headers["Content-Type"] = request.type ?? "application/json";
  if (values.get("wanted")) headers["Prefer"] = `code=${values.get("wanted")}`;
  return {
    url: base() + path + (query.size ? `?${query}` : ""),
    init: { method: request.method, headers, ...(body && { body: String(body) }) },
  };
}

function sendRequest(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, {
    ...init,
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
    cache: "no-store",
  });
}

function base(): string {
  const { origin, pathname, protocol } = new URL(address.value);
  if (protocol !== "http:") throw new TypeError("the address must start with http://");
  return origin + pathname.replace(/\/$/, "");
}

function show({ status, statusText, headers }: Response, text: string): void {
  const [body, head] = result.querySelectorAll("pre");
  const [code, words] = result.querySelectorAll("p > span");
  if (!head || !body || !code || !words) return;
  code.className = status < 400 ? "status ok" : "status";
  code.textContent = String(status);
  words.textContent = statusText;
  head.textContent = [...headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  body.textContent = pretty(text) || "(no body)";
  result.hidden = false;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function absence(error: unknown): string {
  if (!/^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(address.value))
    return "Off: the console reaches http://127.0.0.1 and http://localhost only, so that nothing leaves this computer.";
  const reason = error instanceof Error ? error.message : String(error);
  return `Off: no mock responds at ${address.value} (${reason}). Start one with "npx @vpcep/mock", and type its address.`;
}
