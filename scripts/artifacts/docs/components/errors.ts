import { ERRORS } from "../addresses.ts";
import type { ErrorEntry } from "../model.ts";
import { code as codeSpan, html, type Html } from "./html.ts";
import type { View } from "./markdown.ts";

/** Error codes of an operation, each with its meaning and a link to the page of all codes. */
export function errorList(view: View, codes: string[]): Html {
  const rows = codes.map((code) => {
    const entry = view.site.errors.get(code);
    const name = entry ? html`<a href="${view.to(`${ERRORS}#${code}`)}">${codeSpan(code)}</a>` : codeSpan(code);
    return html`<div id="${code}"><dt>${name}${entry && statusOf(entry)}</dt>
<dd>${entry && explanation(view, entry)}</dd></div>
`;
  });
  return html`<dl class="codes">
${rows}</dl>
`;
}

export function statusOf({ status, otherStatuses = [] }: ErrorEntry): Html {
  return html` <span class="status">${[status, ...otherStatuses].join(", ")}</span>`;
}

/** Meaning of a code, when it comes, what to do, and whether the request may be repeated. */
export function explanation(view: View, { meaning, when, action, retry }: ErrorEntry): Html {
  return html`${view.markdown(meaning)}
${when && html`<p><b>When:</b> ${view.inline(when)}</p>`}
${action && html`<p><b>What to do:</b> ${view.inline(action)}</p>`}
<p class="retry${retry && html` yes`}">${retry ? "Repeat it after a pause." : "Do not repeat it unchanged."}</p>`;
}
