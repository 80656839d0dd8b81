import type { Json, OpenApiDocument } from "../../core/document.ts";
import { facts, type Fact } from "./facts.ts";
import { canonical, rateKeyword, type Impact } from "./rules.ts";

/** A change of a document, with what it means to those who call the API. */
export interface ApiChange {
  impact: Impact;
  /** Operations that it concerns, or another subject, such as a server. */
  subjects: string[];
  text: string;
}

const ORDER: Impact[] = ["major", "minor", "patch"];

/** Returns the changes between two documents, the gravest first. What several operations share is one change. */
export function changes(base: OpenApiDocument, revision: OpenApiDocument): ApiChange[] {
  const [before, after] = [facts(base), facts(revision)];
  const renamed = renamedOperations(before, after);
  const found = new Map<string, ApiChange>();
  const add = (impact: Impact, { subject }: Fact, text: string) => {
    const key = `${impact} ${text}`;
    const known = found.get(key);
    if (known && !known.subjects.includes(subject)) known.subjects.push(subject);
    if (!known) found.set(key, { impact, subjects: [subject], text });
  };
  for (const [name, fact] of before) {
    const now = after.get(name);
    if (!now) {
      const other = renamed.get(name);
      if (other) add("major", fact, `renamed to ${other}`);
      else if (!isPart(name, before, after)) addGone(add, fact, name);
      continue;
    }
    const [old, next] = [aligned(fact.said, now.said), aligned(now.said, fact.said)];
    for (const key of new Set([...Object.keys(old), ...Object.keys(next)])) {
      const [was, is] = [old[key], next[key]];
      if (canonical(was) === canonical(is)) continue;
      const { impact, text } = rateKeyword(key, was, is, fact);
      add(impact, fact, fact.part ? `${fact.part}: ${text}` : text);
    }
  }
  const newNames = new Set(renamed.values());
  for (const [name, fact] of after) {
    if (before.has(name) || newNames.has(name) || isPart(name, after, before)) continue;
    addNew(add, fact, name);
  }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.impact) - ORDER.indexOf(b.impact));
}

type AddChange = (impact: Impact, fact: Fact, text: string) => void;

/** Matches facts that break nobody when they come or go. */
const HARMLESS = /^\S+ x-/;

function addGone(add: AddChange, fact: Fact, name: string): void {
  const what = fact.part || whole(fact);
  add(HARMLESS.test(name) ? "patch" : "major", fact, `${what} removed`.trim());
}

function addNew(add: AddChange, fact: Fact, name: string): void {
  // A new type is reported where it is used.
  if (name.startsWith("type ") && !fact.part) return;
  const { said, direction, part } = fact;
  const what = part || whole(fact);
  const required = said["required"] === true;
  if (HARMLESS.test(name)) add("patch", fact, `${what} added`.trim());
  else if (direction === "request" && required) add("major", fact, `${what} added, and required`);
  else add("minor", fact, `${what} ${said["required"] === false ? "added, optional" : "added"}`.trim());
}

/** Returns the noun for a fact that was added or removed as a whole. */
function whole({ subject }: Fact): string {
  return subject.includes(" ") ? "" : "operation";
}

/** Returns whether a fact belongs to another one that was added or removed as a whole. */
function isPart(name: string, own: Map<string, Fact>, other: Map<string, Fact>): boolean {
  const parents = [...name.matchAll(/ /g)].map(({ index }) => name.slice(0, index));
  return parents.some((parent) => own.has(parent) && !other.has(parent));
}

/** Operations that have another operationId now, by their old names. */
function renamedOperations(before: Map<string, Fact>, after: Map<string, Fact>): Map<string, string> {
  const address = (fact: Fact | undefined) => fact?.said["address"];
  const isNew = [...after].filter(([name, fact]) => address(fact) && !before.has(name));
  const pairs = [...before]
    .filter(([name, fact]) => address(fact) && !after.has(name))
    .map(([name, fact]) => [name, isNew.find(([, other]) => address(other) === address(fact))?.[0]] as const);
  return new Map(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Keywords that the place of a schema has, not the schema. */
const PLACE = [
  "required",
  "deprecated",
  "style",
  "explode",
  "allowReserved",
  "allowEmptyValue",
  "content",
  "x-client-option",
];

/** Turns a schema into the only alternative, where the other one has a list of alternatives: so they can be compared. */
function aligned(one: Fact["said"], other: Fact["said"]): Fact["said"] {
  const key = ["oneOf", "anyOf"].find((name) => other[name] !== undefined);
  if (!key || "oneOf" in one || "anyOf" in one) return one;
  const entries = Object.entries(one) as [string, Json][];
  const schema = Object.fromEntries(entries.filter(([name]) => !PLACE.includes(name)));
  return { ...Object.fromEntries(entries.filter(([name]) => PLACE.includes(name))), [key]: [schema] };
}

/** Returns a change as a line of the changelog: `listA, listB: query parameter …`. */
export function line({ subjects, text }: ApiChange): string {
  return `${subjects.map((subject) => (subject.includes(" ") ? subject : `\`${subject}\``)).join(", ")}: ${text}`;
}
