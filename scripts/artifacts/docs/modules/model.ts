import { join } from "node:path";
import { ROOT } from "../../../core/artifact.ts";

/** The file that describes the modules of the packages, read from their doc comments by a build step of its own. */
export const MODULES = join(ROOT, "packages/docs/generated/modules.json");

/** A module that programs import, as its doc comments describe it. All texts are Markdown. */
export interface Module {
  /** Name of its page (`@module`). */
  title: string;
  /** As it is imported, such as `@scope/package/part`. */
  specifier: string;
  text: string;
  /** Artifacts that it exports whole, each with the name of the object that holds its exports, if any. */
  generated: { artifact: string; as?: string }[];
  exports: Export[];
  /** Names that it exports and another module describes. */
  alsoExported: string[];
}

export interface Export {
  name: string;
  kind: "class" | "const" | "function" | "interface" | "type";
  /** The declaration in TypeScript, without its body. */
  signature: string;
  text: string;
  parameters: Member[];
  /** Description of the value that a function returns. */
  returns?: Omit<Member, "name">;
  /** The errors that it throws: class, and when. */
  throws: string[];
  examples: string[];
  members: Member[];
}

/** A parameter, or a member of an interface or a class. */
export interface Member {
  /** Ends in a question mark where it may be left out. */
  name: string;
  /** The type in TypeScript. */
  type: string;
  text: string;
}

/** Names what has no description. */
export function undescribed({ title, text, exports }: Module): string[] {
  const all = exports.flatMap(({ name, text: own, parameters, members }) => [
    { name, text: own },
    ...[...parameters, ...members].map((one) => ({ name: `${name}.${one.name}`, text: one.text })),
  ]);
  return [{ name: title, text }, ...all].filter((one) => !one.text).map(({ name }) => name);
}

/** Puts functions and classes first, then the types that they name, in the order in which these are named. */
export function inReadingOrder(exports: Export[]): Export[] {
  const isFirst = ({ kind }: Export) => kind === "function" || kind === "class";
  const ordered = new Set(exports.filter(isFirst));
  for (const { signature, parameters, members } of ordered) {
    const words = [signature, ...[...parameters, ...members].map(({ type }) => type)].join(" ").match(/\w+/g) ?? [];
    for (const word of words) {
      const named = exports.find(({ name }) => name === word);
      if (named) ordered.add(named);
    }
  }
  return [...new Set([...ordered, ...exports])];
}
