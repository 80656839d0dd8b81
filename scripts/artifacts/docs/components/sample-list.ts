import { html, type Html } from "./html.ts";
import type { Sample } from "./sample.ts";

/** Renders the samples of a call, one below the other; a script makes tabs of them and adds the choice of the server. */
export function sampleList(samples: Sample[]): Html {
  const items = samples.map(
    ({ label, parts }) => html`<div class="sample" data-label="${label}"><p class="label">${label}</p>
<div class="code"><pre tabindex="0" role="group" aria-label="Sample in ${label}"><code translate="no">${parts.map(
      (part) => (typeof part === "string" ? part : html`<span data-mock="${part.mock}">${part.real}</span>`),
    )}</code></pre></div></div>
`,
  );
  return html`<div class="samples">
${items}</div>
`;
}
