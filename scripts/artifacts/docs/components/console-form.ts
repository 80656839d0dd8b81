import { jsonContent, resolve } from "../../../core/document.ts";
import { exampleOf } from "../../../core/example-request.ts";
import type { OperationEntry, Site } from "../model.ts";
import { code, dataBlock, html, json, type Html } from "./html.ts";

/** The form of the console. A script shows it; without one there is nothing to send a request with. */
export function consoleForm(site: Site, operation: OperationEntry): Html {
  const { document } = site;
  const { method, path, parameters, requestBody, responses } = operation;
  const content = jsonContent(document, requestBody);
  const example = content && Object.values(content.examples)[0]?.value;
  const statuses = Object.keys(responses).filter((status) => /^\d+$/.test(status));
  const inputs = parameters.map((parameter) => {
    const { name, in: place, required = false } = parameter;
    return parameterInput(name, place, required ? String(exampleOf(document, parameter)) : "", required);
  });
  return html`<p id="console-off">The console needs JavaScript; the samples do without.</p>
<details class="console" id="console" hidden><summary>Send this request to a mock on this computer</summary>
<form>
<label><span>Address of the mock</span>
<input name="address" type="url" required autocomplete="off" spellcheck="false"></label>
<p class="state" role="status"></p>
<fieldset disabled><legend>${method} ${path}</legend>
${inputs}${headersOf(site, operation).map(credentialInput)}${
    content && bodyInput(example === undefined ? "" : json(example))
  }<label><span>Response wanted</span>
<select name="wanted"><option value="">as the mock decides</option>
${statuses.map((status) => html`<option>${status}</option>`)}</select></label>
<button>Send</button>
</fieldset>
</form>
<div class="response" hidden><p><span class="status"></span> <span class="words"></span></p>
<pre tabindex="0" role="group" aria-label="Body of the response"></pre><p class="label">Headers</p>
<pre tabindex="0" role="group" aria-label="Headers of the response"></pre></div>
</details>
${dataBlock("request", { method, path, type: content?.name })}`;
}

function parameterInput(name: string, place: string, value: string, required: boolean): Html {
  return html`<label><span>${code(name)} in the ${place}${required && " (required)"}</span>
<input name="${place} ${name}" value="${value}" autocomplete="off" spellcheck="false"${required && html` required`}></label>
`;
}

function credentialInput(name: string): Html {
  return html`<label><span>${code(name)}, which is not stored; the mock takes any value</span>
<input name="header ${name}" type="password" value="token" autocomplete="off"></label>
`;
}

function bodyInput(value: string): Html {
  return html`<label><span>Body</span>
<textarea name="body" rows="8" spellcheck="false">${value}</textarea></label>
`;
}

/** Headers that carry the credentials of the first way to authenticate. */
function headersOf({ document }: Site, { security }: OperationEntry): string[] {
  return Object.keys(security[0] ?? {}).flatMap((name) => {
    const scheme = resolve<Record<string, string>>(document, { $ref: `#/components/securitySchemes/${name}` });
    return scheme["type"] === "apiKey" && scheme["in"] === "header" && scheme["name"] ? [scheme["name"]] : [];
  });
}
