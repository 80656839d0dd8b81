import { jsonContent, resolve, type Operation } from "../../../core/document.ts";
import { exampleOf } from "../../../core/example-request.ts";
import { Html, html, json } from "./html.ts";
import { dataBlock } from "./layout.ts";
import type { Site } from "../model.ts";

/** The form of the console. A script shows it; without one there is nothing to send a request with. */
export function consoleForm({ document }: Site, operation: Operation): Html {
  const { method, path, parameters, requestBody, responses, security } = operation;
  const content = jsonContent(document, requestBody);
  const example = content && Object.values(content.examples)[0]?.value;
  const headers = Object.keys(security[0] ?? {}).flatMap((name) => {
    const scheme = resolve<Record<string, string>>(document, { $ref: `#/components/securitySchemes/${name}` });
    return scheme["type"] === "apiKey" && scheme["in"] === "header" && scheme["name"] ? [scheme["name"]] : [];
  });
  const statuses = Object.keys(responses).filter((status) => /^\d+$/.test(status));
  const input = (name: string, place: string, value: string, required: boolean) =>
    html`<label><span><code>${name}</code> in the ${place}${required && " (required)"}</span><input name="${place} ${name}" value="${value}" autocomplete="off" spellcheck="false"${required && html` required`}></label>
`;
  return html`<p id="console-off">The console needs JavaScript; the samples above do without.</p>
<details class="console" id="console" hidden><summary>Send this request to a mock on this computer</summary>
<form>
<label><span>Address of the mock</span><input name="address" type="url" required autocomplete="off" spellcheck="false"></label>
<p class="state" role="status"></p>
<fieldset disabled><legend>${method} ${path}</legend>
${parameters.map((parameter) => {
  const { name, in: place, required = false } = parameter;
  return input(name, place, required ? String(exampleOf(document, parameter)) : "", required);
})}${headers.map(
    (
      name,
    ) => html`<label><span><code>${name}</code>, which the mock does not look into; it is not stored</span><input name="header ${name}" type="password" value="token" autocomplete="off"></label>
`,
  )}${
    content &&
    html`<label><span>Body</span><textarea name="body" rows="8" spellcheck="false">${example === undefined ? "" : json(example)}</textarea></label>
`
  }<label><span>Response wanted</span><select name="wanted"><option value="">as the mock sees fit</option>${statuses.map((status) => html`<option>${status}</option>`)}</select></label>
<button>Send</button>
</fieldset>
</form>
<div class="answer" hidden><p><span class="status"></span> <span class="words"></span></p><pre tabindex="0" role="group" aria-label="Body of the response"></pre><p class="label">Headers</p><pre tabindex="0" role="group" aria-label="Headers of the response"></pre></div>
</details>
${new Html(dataBlock("request", { method, path, type: content?.name }))}`;
}
