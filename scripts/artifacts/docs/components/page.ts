import type { Group } from "../model.ts";
import type { Html } from "./html.ts";
import type { Section } from "./sections.ts";

/** A page, without what all pages share. */
export interface Page {
  /** Address, relative to the root of the site. */
  path: string;
  title: string;
  description: string;
  /** Way to the page, above its title. */
  crumb?: Html;
  body: Html;
  /** The same in Markdown. */
  markdown: string;
  /** Headings of the page, for its table of contents. */
  sections: Section[];
  /** Address of the same thing in Redoc. */
  redoc?: string;
  /** The group that the page belongs to; its operations are listed beside the page. */
  group?: Group | undefined;
  /** Scripts that the page has beyond those of every page. */
  scripts?: string[];
  /** Layout of the page: a reference page keeps its samples in a column of their own where there is room. */
  columns?: "reference";
}
