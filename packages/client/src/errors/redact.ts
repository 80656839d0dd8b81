/** Depth beyond which values are left out: printing or copying such an error would overflow the stack. */
const MAX_DEPTH = 100;

/**
 * Replaces secrets in all strings of a value, however they are written there: as they are, escaped for JSON or a URL, or as
 * a part of something in base64.
 */
export function redact<T>(value: T, secrets: string[]): T {
  const forms = secrets.flatMap(writtenForms);
  // A longer form may contain a shorter one.
  forms.sort((a, b) => b.length - a.length);
  const cleanText = (node: string) => forms.reduce((text, form) => text.replaceAll(form, "***"), node);
  const clean = (node: unknown, depth: number): unknown => {
    if (typeof node === "string") return cleanText(node);
    if (Object(node) !== node) return node;
    if (depth > MAX_DEPTH) return "***";
    if (Array.isArray(node)) return node.map((item) => clean(item, depth + 1));
    return Object.fromEntries(
      Object.entries(node as object).map(([key, item]) => [cleanText(key), clean(item, depth + 1)]),
    );
  };
  return clean(value, 0) as T;
}

function writtenForms(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const ascii = json.replace(/[^ -~]/g, (char) => `\\u${(char.charCodeAt(0) + 65_536).toString(16).slice(1)}`);
  const form = `${new URLSearchParams({ "": secret })}`.slice(1);
  const escaped = [json, ascii].map((text) => text.replaceAll("/", "\\/"));
  return [secret, json, ascii, ...escaped, encodeURIComponent(secret), form, ...base64Forms(secret)];
}

/** Returns what is the same in the base64 of every text that contains the secret, for each of the three places it can start at. */
function base64Forms(secret: string): string[] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(secret));
  return ["", "\0", "\0\0"]
    .flatMap((before) => {
      const whole = btoa(before + bytes).slice(before.length && before.length + 1);
      // The last character of an incomplete group depends on what follows.
      const form = whole.replace(/.?=+$/, "");
      return [form, form.replaceAll("+", "-").replaceAll("/", "_")];
    })
    .filter(({ length }) => length >= 8);
}
