import type { Fault } from "./fault.ts";

/** A section, an answer or an example that is gone or was altered; of the settings, any member. */
export function jsonFaults(
  name: string,
  text: string,
  root: unknown,
  write: (changed: unknown) => string = (changed) => `${JSON.stringify(changed, null, 2)}\n`,
): Fault[] {
  const faults: Fault[] = [];
  const add = (kind: string, keys: string[], change: (parent: Record<string, unknown>, key: string) => void) =>
    faults.push({
      kind: `${kind} of ${name}`,
      place: `/${keys.join("/")}`,
      plant() {
        const copy = structuredClone(root) as Record<string, unknown>;
        const parents = keys.slice(0, -1);
        change(
          parents.reduce((node, key) => node[key] as Record<string, unknown>, copy),
          keys.at(-1) ?? "",
        );
        const changed = write(copy);
        if (changed === text) throw new Error(`the fault at /${keys.join("/")} changes nothing`);
        return changed;
      },
    });
  const drop = (object: Record<string, unknown>, key: string) => delete object[key];
  const alter = (object: Record<string, unknown>, key: string) => {
    const value = object[key];
    object[key] = typeof value === "boolean" ? !value : typeof value === "number" ? value + 1 : "altered";
  };
  const visit = (node: unknown, keys: string[]): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      const place = [...keys, key];
      const parent = keys.at(-1);
      if (parent === "responses") add("drop a response", place, drop);
      if (parent === "schemas" || parent === "parameters") add("drop a section", place, drop);
      if (keys[0] === "paths" && keys.length <= 2) add("drop a section", place, drop);
      if (key === "value" && keys.at(-2) === "examples") add("alter an example", place, alter);
      else visit(child, place);
    }
  };
  visit(root, []);
  if (!faults.length) {
    for (const key of Object.keys(root as object).filter((one) => !one.startsWith("$"))) {
      add("drop a member", [key], drop);
      add("alter a member", [key], alter);
    }
  }
  return faults;
}
