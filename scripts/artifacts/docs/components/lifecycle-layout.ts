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
const HEIGHT = 34;
const LANE = 36;

/**
 * Places what the edges name in rows, each thing below all that lead to it; an edge over several rows gets a lane of its
 * own in those between, so that no arrow crosses a thing. The edges at one side of a thing stand side by side, in the
 * order of where they come from.
 */
export function place(edges: Edge[]): {
  nodes: Map<string, Point>;
  routes: Route[];
  size: number;
  width: number;
  height: number;
} {
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const size = Math.max(...names.map(({ length }) => length)) * 8 + 20;
  const backward = findBackward(edges, names);
  const [above, below] = [
    (edge: Edge) => (backward.has(edge) ? edge.to : edge.from),
    (edge: Edge) => (backward.has(edge) ? edge.from : edge.to),
  ];
  const rank = new Map(names.map((name) => [name, 0]));
  for (const _ of names)
    for (const edge of edges)
      rank.set(below(edge), Math.max(rank.get(below(edge)) ?? 0, (rank.get(above(edge)) ?? 0) + 1));

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
  const points = spread(rows, chains, size);
  const width = Math.max(...[...points.values()].map(({ x }) => x)) + size / 2 + 12;
  const lines = chains.map((chain) => chain.map((name) => ({ ...(points.get(name) as Point) })));
  for (const name of names) {
    for (const [end, next] of [
      [0, 1],
      [-1, -2],
    ] as const) {
      const here = lines
        .filter((_, index) => chains[index]?.at(end) === name)
        .sort((a, b) => (a.at(next)?.x ?? 0) - (b.at(next)?.x ?? 0));
      const step = Math.min(30, (size - 20) / here.length);
      here.forEach((line, index) => ((line.at(end) as Point).x += (index - (here.length - 1) / 2) * step));
    }
  }
  const routes = edges.map((edge, index) => ({
    ...edge,
    points: backward.has(edge) ? lines[index]!.reverse() : lines[index]!,
  }));
  const nodes = new Map(names.map((name) => [name, points.get(name) as Point]));
  return { nodes, routes, size, width, height: (rows.length - 1) * ROW + HEIGHT + 16 };
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

/** Orders each row by where its things come from, and assigns each its place. */
function spread(rows: string[][], chains: string[][], size: number): Map<string, Point> {
  const points = new Map<string, Point>();
  const widthOf = (name: string) => (/^\d+\//.test(name) ? LANE : size + 16);
  const sizes = rows.map((row) => row.reduce((sum, name) => sum + widthOf(name), 0));
  const total = Math.max(...sizes);
  rows.forEach((row, index) => {
    const wish = (name: string) => {
      const parents = chains.flatMap((chain) =>
        chain.indexOf(name) > 0 ? [points.get(chain[chain.indexOf(name) - 1] ?? "")?.x ?? 0] : [],
      );
      return parents.length ? parents.reduce((sum, x) => sum + x, 0) / parents.length : 0;
    };
    let x = (total - (sizes[index] ?? 0)) / 2 + 6;
    for (const name of row
      .map((one) => ({ one, at: wish(one) }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one)) {
      points.set(name, { x: x + widthOf(name) / 2, y: index * ROW + HEIGHT / 2 + 8 });
      x += widthOf(name);
    }
  });
  return points;
}

export function drawNode(name: string, { x, y }: Point, size: number, kind: "transient" | "lasting" | "outside"): Html {
  const label = html`<text x="${x}" y="${y + 4.5}" text-anchor="middle" fill="currentColor" stroke="none">${name}</text>`;
  if (kind === "outside") return label;
  const [radius, dash] = kind === "transient" ? [HEIGHT / 2, html` stroke-dasharray="5 4"`] : [6, ""];
  return html`<rect x="${x - size / 2}" y="${y - HEIGHT / 2}" width="${size}" height="${HEIGHT}" rx="${radius}"
 stroke-width="1.5"${dash}/>${label}`;
}

export function drawEdge({ points, label, dashed }: Route): Html {
  const half = HEIGHT / 2;
  const [first, ...rest] = points as [Point, ...Point[]];
  const last = rest.at(-1) ?? first;
  const down = last.y > first.y ? 1 : -1;
  // From row to row in a curve, straight down beside the things of a row between.
  let from = { x: first.x, y: first.y + (half + 2) * down };
  const path = rest.map((point) => {
    const [enter, leave] = point === last ? [half + 2, 0] : [half, half];
    const [y, middle] = [point.y - enter * down, (from.y + point.y - enter * down) / 2];
    const curve = `C${from.x} ${middle} ${point.x} ${middle} ${point.x} ${y}`;
    const line = leave && `V${point.y + leave * down}`;
    from = { x: point.x, y: point.y + leave * down };
    return `${curve}${line || ""}`;
  });
  const at = rest.length > 1 && rest[0] ? rest[0] : { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
  const tip = { x: last.x, y: last.y - (half + 2) * down };
  const head = `M${tip.x - 4} ${tip.y - 7 * down}L${tip.x} ${tip.y}L${tip.x + 4} ${tip.y - 7 * down}`;
  const line = `M${first.x} ${first.y + (half + 2) * down}${path.join("")}`;
  return html`<g opacity="0.75"><path d="${line}"${dashed && html` stroke-dasharray="3 3"`}/><path d="${head}"/></g>
<text class="number" x="${at.x}" y="${at.y + 4}" text-anchor="middle" font-size="11" fill="currentColor" stroke="none">${label}</text>`;
}
