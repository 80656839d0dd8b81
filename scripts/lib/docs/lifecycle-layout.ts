import { html, type Html } from "./html.ts";

/** An arrow of a drawing. */
export interface Edge {
  from: string;
  to: string;
  label: string;
  dashed: boolean;
}

interface Point {
  x: number;
  y: number;
}

/** An edge with the points that it runs through, from its start to its end. */
type Route = Edge & { points: Point[] };

const ROW = 92;
const NODE = { width: 164, height: 34 };
const LANE = 46;

/**
 * Places what the edges name in rows, each thing below all that lead to it; an edge over several rows gets a lane of its
 * own in those between, so that no arrow crosses a thing.
 */
export function place(edges: Edge[]): { nodes: Map<string, Point>; routes: Route[]; width: number; height: number } {
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const backward = findBackward(edges, names);
  const [above, below] = [(edge: Edge) => (backward.has(edge) ? edge.to : edge.from), (edge: Edge) => (backward.has(edge) ? edge.from : edge.to)];
  const rank = new Map(names.map((name) => [name, 0]));
  for (const _ of names) for (const edge of edges) rank.set(below(edge), Math.max(rank.get(below(edge)) ?? 0, (rank.get(above(edge)) ?? 0) + 1));

  const rows: string[][] = [];
  const put = (name: string, row: number) => (rows[row] ??= []).push(name);
  for (const name of names) put(name, rank.get(name) ?? 0);
  const chains = edges.map((edge, index) => {
    const between: string[] = [];
    for (let row = (rank.get(above(edge)) ?? 0) + 1; row < (rank.get(below(edge)) ?? 0); row++) {
      between.push(`${index}/${row}`);
      put(`${index}/${row}`, row);
    }
    return [above(edge), ...between, below(edge)];
  });
  const points = spread(rows, chains);
  const width = Math.max(...[...points.values()].map(({ x }) => x)) + NODE.width / 2 + 12;
  const routes = edges.map((edge, index) => {
    const chain = (chains[index] ?? []).map((name) => points.get(name) as Point);
    const twin = edges.some(({ from, to }) => from === edge.to && to === edge.from);
    const shifted = twin ? chain.map(({ x, y }) => ({ x: x + (backward.has(edge) ? 30 : -30), y })) : chain;
    return { ...edge, points: backward.has(edge) ? shifted.reverse() : shifted };
  });
  const nodes = new Map(names.map((name) => [name, points.get(name) as Point]));
  return { nodes, routes, width, height: (rows.length - 1) * ROW + NODE.height + 16 };
}

/** Edges that lead back to where a walk along the edges has come from. */
function findBackward(edges: Edge[], names: string[]): Set<Edge> {
  const backward = new Set<Edge>();
  const done = new Set<string>();
  const walk = (name: string, path: string[]) => {
    for (const edge of edges.filter(({ from }) => from === name)) {
      if ([...path, name].includes(edge.to)) backward.add(edge);
      else if (!done.has(edge.to)) walk(edge.to, [...path, name]);
    }
    done.add(name);
  };
  for (const name of names) if (!done.has(name)) walk(name, []);
  return backward;
}

/** Orders each row by where its things come from, and gives each its place. */
function spread(rows: string[][], chains: string[][]): Map<string, Point> {
  const points = new Map<string, Point>();
  const widthOf = (name: string) => (/^\d+\//.test(name) ? LANE : NODE.width + 16);
  const sizes = rows.map((row) => row.reduce((sum, name) => sum + widthOf(name), 0));
  const total = Math.max(...sizes);
  rows.forEach((row, index) => {
    const wish = (name: string) => {
      const parents = chains.flatMap((chain) => (chain.indexOf(name) > 0 ? [points.get(chain[chain.indexOf(name) - 1] ?? "")?.x ?? 0] : []));
      return parents.length ? parents.reduce((sum, x) => sum + x, 0) / parents.length : 0;
    };
    let x = (total - (sizes[index] ?? 0)) / 2 + 6;
    for (const name of row.map((one) => ({ one, at: wish(one) })).sort((a, b) => a.at - b.at).map(({ one }) => one)) {
      points.set(name, { x: x + widthOf(name) / 2, y: index * ROW + NODE.height / 2 + 8 });
      x += widthOf(name);
    }
  });
  return points;
}

export function drawNode(name: string, { x, y }: Point, kind: "transient" | "lasting" | "outside"): Html {
  const { width, height } = NODE;
  const label = html`<text x="${x}" y="${y + 4.5}" text-anchor="middle" fill="currentColor" stroke="none">${name}</text>`;
  if (kind === "outside") return label;
  const dash = kind === "transient" && html` stroke-dasharray="5 4"`;
  return html`<rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="${kind === "transient" ? height / 2 : 6}" stroke-width="1.5"${dash}/>${label}`;
}

export function drawEdge({ points, label, dashed }: Route): Html {
  const half = NODE.height / 2 + 2;
  const down = (points.at(-1)?.y ?? 0) > (points[0]?.y ?? 0) ? 1 : -1;
  const stops = points.map(({ x, y }, index) => ({
    x,
    y: index === 0 ? y + half * down : index === points.length - 1 ? y - half * down : y,
  }));
  const [start, ...rest] = stops as [Point, ...Point[]];
  let last = start;
  const path = rest.map(({ x, y }) => {
    const middle = (last.y + y) / 2;
    const curve = `C${last.x} ${middle} ${x} ${middle} ${x} ${y}`;
    last = { x, y };
    return curve;
  });
  const [first = last] = rest;
  const at = { x: (start.x + first.x) / 2, y: (start.y + first.y) / 2 };
  const tip = `M${last.x - 4} ${last.y - 7 * down}L${last.x} ${last.y}L${last.x + 4} ${last.y - 7 * down}`;
  return html`<g opacity="0.75"><path d="M${start.x} ${start.y}${path.join("")}"${dashed && html` stroke-dasharray="3 3"`}/><path d="${tip}"/></g><text x="${at.x + 6}" y="${at.y + 4}" font-size="11" fill="currentColor" stroke="none">${label}</text>`;
}
