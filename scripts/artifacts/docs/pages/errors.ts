import { html, type Html } from "../components/html.ts";
import { headline, type Page } from "../components/layout.ts";
import { markdown } from "../components/markdown.ts";
import { operationPath, titleOf, type Site } from "../model.ts";

/** The codes of errors with their meanings, as far as the description has them. */
export function errorRows(site: Site, codes: string[], root: string): Html {
  return html`<dl class="codes">
${codes.map((code) => {
  const known = site.errors.get(code);
  return html`<div id="${code}"><dt>${known ? html`<a href="${root}errors.html#${code}"><code>${code}</code></a> <span class="status">${known.status}</span>` : html`<code>${code}</code>`}</dt><dd>${known && markdown(site, known.meaning, root)}${known?.retry && html`<p class="retry">Worth a second try.</p>`}</dd></div>
`;
})}</dl>
`;
}

/** The page of all error codes. */
export function errorsPage(site: Site): Page {
  const codes = [...site.errors.keys()];
  // Codes are compared without regard to case.
  const groups = [...Map.groupBy(codes, (code) => familyOf(code).toLowerCase())];
  const families = groups.map(([id, some]) => ({ id, name: familyOf(some[0] ?? ""), some }));
  return {
    path: "errors.html",
    title: "Error codes",
    description: `The ${codes.length} codes that an error answer can carry, with status and meaning, and the operations they belong to.`,
    sections: families.map(({ id, name, some }) => [id, `${name} (${some.length})`]),
    body: html`<h1>Error codes</h1>
<p class="lead">The ${codes.length} codes that an error answer can carry, and which operations name them.</p>
${families.map(
  ({ id, name, some }) => html`${headline([id, name])}<dl class="codes">
${some.map((code) => entry(site, code))}</dl>
`,
)}`,
  };
}

function entry(site: Site, code: string): Html {
  const { status, meaning, retry } = site.errors.get(code) as { status: number; meaning: string; retry?: boolean };
  const users = site.operations.filter(({ object }) => ((object["x-error-codes"] ?? []) as string[]).includes(code));
  return html`<div id="${code}"><dt><a href="#${code}"><code>${code}</code></a> <span class="status">${status}</span></dt><dd>${markdown(site, meaning, "")}${retry && html`<p class="retry">Worth a second try.</p>`}${users.length > 0 && html`<details><summary>${users.length} ${users.length === 1 ? "operation" : "operations"}</summary><p>${users.map((operation) => html`<a href="${operationPath(operation.operationId)}">${titleOf(operation)}</a><br>`)}</p></details>`}</dd></div>
`;
}

function familyOf(code: string): string {
  return code.replace(/\..*/, "");
}
