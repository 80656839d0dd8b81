import type { Schema } from "../../../core/document.ts";
import type { Site } from "../model.ts";
import { code, html, type Html } from "./html.ts";
import { drawEdge, drawNode, place, type Edge } from "./lifecycle-layout.ts";

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

/** A drawing of a life cycle in the colour of the text around it; its arrows bear the numbers of {@link transitionList}. */
export function lifecycleSvg({ states, transitions }: Lifecycle, name: string): Html {
  const edges: Edge[] = transitions
    .map(({ from, to, assumed }, index) => ({ from, to, label: String(index + 1), dashed: assumed ?? false }))
    .filter(({ from, to }) => from !== to);
  const { nodes, routes, size, width, height } = place(edges);
  const boxes = [...nodes].map(([node, point]) => {
    const state = states.find((one) => one.name === node);
    return drawNode(node, point, size, state ? (state.transient ? "transient" : "lasting") : "outside");
  });
  const label = `Life cycle ${name}: ${states.map((state) => state.name).join(", ")}`;
  return html`<svg class="lifecycle" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}"
 viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"
 fill="none" stroke="currentColor" font-family="ui-monospace, monospace" font-size="13">${routes.map(drawEdge)}${boxes}</svg>`;
}

/** The drawing, and what its lines mean. `to` makes links. */
export function lifecycleFigure(site: Site, cycle: Lifecycle, name: string, to: (address: string) => string): Html {
  return html`<figure>${lifecycleSvg(cycle, name)}
<figcaption>States in dashed boxes end by themselves; dashed arrows are assumed.</figcaption></figure>
${transitionList(site, cycle, to)}`;
}

/** The transitions in a numbered list, each with its cause. */
export function transitionList(site: Site, { transitions }: Lifecycle, to: (address: string) => string): Html {
  const items = transitions.map(({ from, to: next, by, when, assumed }) => {
    const cause = by && html` by ${operationLink(site, by, to)}`;
    const note = assumed && " (assumed, not documented)";
    return html`<li>${code(from)} → ${code(next)}${cause}${when && html`: ${when}`}${note}</li>
`;
  });
  return html`<ol class="transitions">
${items}</ol>
`;
}

function operationLink({ operations }: Site, operationId: string, to: (address: string) => string): Html {
  const operation = operations.find((one) => one.operationId === operationId);
  return operation ? html`<a href="${to(operation.address)}">${operation.title}</a>` : code(operationId);
}
