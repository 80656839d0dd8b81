import type { Operation, Schema } from "../../../core/document.ts";
import { html, type Html } from "./html.ts";
import { drawEdge, drawNode, place, type Edge } from "./lifecycle-layout.ts";
import { operationPath, titleOf, type Site } from "../model.ts";

/** `x-lifecycle`: the states of a thing, and what leads from one to another. */
export interface Lifecycle {
  initial: string;
  states: { name: string; transient?: boolean }[];
  transitions: Transition[];
}

interface Transition {
  from: string;
  to: string;
  by?: string;
  when?: string;
  assumed?: boolean;
}

export function lifecycleOf(schema: Schema): Lifecycle | undefined {
  return schema["x-lifecycle"] as Lifecycle | undefined;
}

/** A drawing of a life cycle, in the colours of the text around it; its arrows bear the numbers of {@link transitions}. */
export function lifecycleSvg({ states, transitions }: Lifecycle, name: string): Html {
  const edges: Edge[] = transitions
    .map(({ from, to, assumed }, index) => ({ from, to, label: String(index + 1), dashed: assumed ?? false }))
    .filter(({ from, to }) => from !== to);
  const { nodes, routes, size, width, height } = place(edges);
  return html`<svg class="lifecycle" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Life cycle ${name}: ${states.map((state) => state.name).join(", ")}" fill="none" stroke="currentColor" font-family="ui-monospace, monospace" font-size="13">${routes.map(drawEdge)}${[
    ...nodes,
  ].map(([node, point]) => {
    const state = states.find((one) => one.name === node);
    return drawNode(node, point, size, state ? (state.transient ? "transient" : "lasting") : "outside");
  })}</svg>`;
}

/** The drawing, and what its lines mean. */
export function lifecycleFigure(site: Site, cycle: Lifecycle, name: string, root: string): Html {
  return html`<figure>${lifecycleSvg(cycle, name)}<figcaption>Dashed boxes pass by themselves; dashed arrows are assumed.</figcaption></figure>
${transitionList(site, cycle, root)}`;
}

/** The transitions in a numbered list, which says what the drawing shows and why each one happens. */
export function transitionList(site: Site, { transitions }: Lifecycle, root: string): Html {
  return html`<ol class="transitions">
${transitions.map(
  ({
    from,
    to,
    by,
    when,
    assumed,
  }) => html`<li><code>${from}</code> → <code>${to}</code>${by && html` by ${byLink(site, by, root)}`}${when && html`: ${when}`}${assumed && " (assumed, not documented)"}</li>
`,
)}</ol>
`;
}

function byLink({ operations }: Site, by: string, root: string): Html {
  const operation: Operation | undefined = operations.find(({ operationId }) => operationId === by);
  return operation ? html`<a href="${root}${operationPath(by)}">${titleOf(operation)}</a>` : html`<code>${by}</code>`;
}
