import type { Json } from "../../core/document.ts";
import type { Direction, Fact } from "./facts.ts";

/** The part of a version that a change has to raise, as semantic versioning means it. */
export type Impact = "major" | "minor" | "patch";

/** Effect of a change on the set of values that a schema allows. */
type Effect = "wider" | "narrower" | "other";

/**
 * A request that is narrower breaks who sends it; a response that is wider, who reads it. A response that is narrower leaves a
 * comparison behind that the compiler of a typed program refuses, where values have names of their own.
 */
export function impactOf(effect: Effect, direction: Direction): Impact {
  if (effect === "other") return "major";
  // What the client is generated from, such as pagination: to have more of it is new, to have less breaks.
  if (direction === "none") return effect === "narrower" ? "minor" : "major";
  if (direction === "request") return effect === "narrower" ? "major" : "minor";
  return effect === "wider" ? "major" : "patch";
}

const LOWER = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"];
const UPPER = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"];

/** A change of one keyword, with its impact. */
export interface Change {
  impact: Impact;
  text: string;
}

/** Rates the change of one keyword of a fact, which both documents have. */
export function rateKeyword(key: string, was: Json | undefined, is: Json | undefined, fact: Fact): Change {
  const rate = RULES[key] ?? (BOUNDS.has(key) ? bound : constraint);
  return rate({ key, was, is, direction: fact.direction });
}

interface Edit {
  key: string;
  was: Json | undefined;
  is: Json | undefined;
  direction: Direction;
}
type Rule = (edit: Edit) => Change;

const show = (value: Json | undefined): string => (value === undefined ? "none" : JSON.stringify(value));
const list = (values: Json[]): string => values.map((value) => `\`${String(value)}\``).join(", ");
const changed = ({ key, was, is }: Edit): string => `${key} ${show(was)} → ${show(is)}`;
const plainly =
  (impact: Impact): Rule =>
  (edit) => ({ impact, text: changed(edit) });
const asArray = (value: Json | undefined): Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Returns a value as text that is the same where neither the order of keys differs, nor that of sets, such as `enum`. */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`);
  return `{${members.sort().join()}}`;
}

/** Compares sets of what is allowed. No set at all allows everything. */
function compare(was: Json[] | undefined, is: Json[] | undefined): { effect: Effect; lost: Json[]; won: Json[] } {
  const keys = (values: Json[] = []) => new Map(values.map((value) => [canonical(value), value]));
  const [before, after] = [keys(was), keys(is)];
  const lost = [...before].filter(([key]) => !after.has(key)).map(([, value]) => value);
  const won = [...after].filter(([key]) => !before.has(key)).map(([, value]) => value);
  if (!was) return { effect: "narrower", lost: [], won };
  if (!is) return { effect: "wider", lost, won: [] };
  return { effect: lost.length && won.length ? "other" : lost.length ? "narrower" : "wider", lost, won };
}

/** A bound: a lower number, an upper one. */
const bound: Rule = (edit) => {
  const { key, was, is, direction } = edit;
  const grows = Number(is) > Number(was);
  const effect =
    was === undefined ? "narrower" : is === undefined ? "wider" : grows === UPPER.includes(key) ? "wider" : "narrower";
  return { impact: impactOf(effect, direction), text: changed(edit) };
};
const BOUNDS = new Set([...LOWER, ...UPPER]);

/** Any other keyword of JSON Schema: to set it narrows, to drop it widens, and what a change of it does nobody can tell. */
const constraint: Rule = (edit) => {
  const effect = edit.was === undefined ? "narrower" : edit.is === undefined ? "wider" : "other";
  return { impact: impactOf(effect, edit.direction), text: changed(edit) };
};

const values: Rule = ({ was, is, direction }) => {
  const sets = [was, is].map((set) => (set === undefined ? undefined : asArray(set)));
  const { effect, lost, won } = compare(sets[0], sets[1]);
  // Programs compare with the values that they know, and no longer compile where one of them is gone.
  const impact = direction === "response" && lost.length ? "major" : impactOf(effect, direction);
  if (!was || !is) return { impact, text: was ? `takes any value, not only ${list(lost)}` : `takes only ${list(won)}` };
  const said = [lost.length && `${list(lost)} removed`, won.length && `${list(won)} added`].filter(Boolean);
  return { impact, text: `values ${said.join(", ")}` };
};

const types: Rule = ({ was, is, direction }) => {
  // Every integer is a number.
  const sets = [was, is].map(
    (set) => set && asArray(set).flatMap((type) => (type === "number" ? ["number", "integer"] : [type])),
  );
  const { effect } = compare(sets[0] as Json[] | undefined, sets[1] as Json[] | undefined);
  const name = (type: Json | undefined) => (type === undefined ? "any" : asArray(type).join(" or "));
  return { impact: impactOf(effect, direction), text: `type ${name(was)} → ${name(is)}` };
};

const variants: Rule = ({ key, was, is, direction }) => {
  const { effect, lost, won } = compare(was === undefined ? was : asArray(was), is === undefined ? is : asArray(is));
  const said = [lost.length && `${lost.length} removed`, won.length && `${won.length} added`].filter(Boolean);
  return { impact: impactOf(effect, direction), text: `alternatives of ${key}: ${said.join(", ")}` };
};

const RULES: Record<string, Rule> = {
  type: types,
  enum: values,
  oneOf: variants,
  anyOf: variants,
  required({ is, direction }) {
    const impact = direction === "request" ? (is ? "major" : "minor") : is ? "patch" : "major";
    return { impact, text: is ? "became required" : "became optional" };
  },
  uniqueItems({ is, direction }) {
    return {
      impact: impactOf(is ? "narrower" : "wider", direction),
      text: is ? "takes no duplicates" : "takes duplicates",
    };
  },
  additionalProperties({ is, direction }) {
    // Readers of a response ignore unknown fields.
    const impact = direction === "request" ? (is === false ? "major" : "minor") : "patch";
    return { impact, text: is === false ? "takes no other fields" : "takes other fields" };
  },
  default(edit) {
    // Calls that leave it out begin to do something else.
    const impact = edit.direction === "response" ? "patch" : edit.was === undefined ? "minor" : "major";
    return { impact, text: changed(edit) };
  },
  deprecated: ({ is }) => ({ impact: is ? "minor" : "patch", text: is ? "deprecated" : "no longer deprecated" }),
  address: ({ was, is }) => ({ impact: "major", text: `moved from ${was} to ${is}` }),
  tags: plainly("patch"),
  // Of waiters: states that they wait for, and how often they ask.
  success: plainly("major"),
  failure: plainly("major"),
  timing: plainly("patch"),
  // Of error codes and extensions.
  status: plainly("minor"),
  retry: plainly("minor"),
  value: () => ({ impact: "patch", text: "changed" }),
  "x-client-option"(edit) {
    return { impact: edit.was === undefined ? "minor" : "major", text: changed(edit) };
  },
};
