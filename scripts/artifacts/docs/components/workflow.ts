import type { WorkflowStep } from "../workflows.ts";
import { html, type Html } from "./html.ts";

/** Sizes of the drawing, in its own units. */
const BOX = { width: 330, height: 30, distance: 44, left: 30 };
const LANE = 14;

/** Draws the steps of a workflow from top to bottom; lines on the right lead from a step to those that use its outputs. */
export function workflowSvg(title: string, steps: WorkflowStep[]): Html {
  const middle = (index: number) => index * BOX.distance + BOX.height / 2 + 5;
  const right = BOX.left + BOX.width;
  const lanes = [...new Set(steps.flatMap(({ uses }) => uses))].sort((a, b) => a - b);
  const uses = steps.flatMap(({ uses: from }, to) => from.map((index) => ({ from: index, to })));
  const width = right + (lanes.length + 2) * LANE;
  const height = steps.length * BOX.distance;
  return html`<svg class="workflow" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Steps of “${title}”: ${steps
    .map((step) => step.title)
    .join(", ")}"
 viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"
 fill="none" stroke="currentColor" font-family="ui-monospace, monospace" font-size="13">${steps.map(
   ({ title: name, interval }, index) => html`
<rect x="${BOX.left}" y="${middle(index) - BOX.height / 2}" width="${BOX.width}" height="${BOX.height}" rx="7"/>
<text x="${BOX.left + 12}" y="${middle(index) + 4}" fill="currentColor" stroke="none">${index + 1}. ${name}</text>${
     interval !== undefined &&
     html`
<path d="M${BOX.left} ${middle(index) + 7}h-8a7 7 0 0 1 0-14h5" /><path d="M${BOX.left} ${middle(index) - 7}l-6-4v8z" fill="currentColor" stroke="none"/>`
   }${
     index > 0 &&
     html`
<path d="M${BOX.left + 40} ${middle(index - 1) + BOX.height / 2}v${BOX.distance - BOX.height - 2}"/>`
   }`,
 )}${uses.map(({ from, to }) => {
   const lane = right + (lanes.indexOf(from) + 1) * LANE;
   return html`
<path d="M${right} ${middle(from)}H${lane}V${middle(to)}H${right + 6}" stroke-dasharray="3 3"/><path d="M${right} ${middle(to)}l7-4v8z" fill="currentColor" stroke="none"/>`;
 })}</svg>`;
}
