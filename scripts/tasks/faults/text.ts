import type { Fault } from "./fault.ts";

/** Every line that is gone, of those that match. */
export function lineFaults(name: string, text: string, pattern: RegExp): Fault[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) =>
    pattern.test(line) && !line.startsWith("# Generated")
      ? [
          {
            kind: `drop a line of ${name}`,
            place: `line ${index + 1}`,
            plant: () => lines.toSpliced(index, 1).join("\n"),
          },
        ]
      : [],
  );
}

/** Every entry that is gone from a list of lists, and every text in it that was changed. */
export function listFaults(name: string, text: string, list: string): Fault[] {
  const entries = JSON.parse(list) as string[][];
  const write = (changed: string[][]) => text.replace(list, () => JSON.stringify(changed));
  return entries.flatMap((entry, index) => [
    { kind: `drop an entry of ${name}`, place: `entry ${index}`, plant: () => write(entries.toSpliced(index, 1)) },
    ...entry.map((value, position) => ({
      kind: `change an entry of ${name}`,
      place: `entry ${index}, ${position}`,
      plant: () => write(entries.with(index, entry.with(position, `${value} changed`))),
    })),
  ]);
}
