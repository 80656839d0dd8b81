import { html, type Html } from "./html.ts";

export type Section = [id: string, title: string];

/** A part of a page under a heading, or nothing where there is nothing to show. */
export type Part = [section: Section, content: Html | false | undefined];

/** A heading that links to itself. */
export function headline([id, title]: Section): Html {
  return html`<h2 id="${id}"><a class="anchor" href="#${id}">${title}</a></h2>
`;
}

/** Renders the parts that have content; returns their sections for the table of contents. */
export function sectionsOf(parts: Part[]): { sections: Section[]; body: Html } {
  const present = parts.filter(([, content]) => content);
  const rendered = present.map(
    ([section, content]) => html`<section aria-labelledby="${section[0]}">
${headline(section)}${content}</section>
`,
  );
  return { sections: present.map(([section]) => section), body: html`${rendered}` };
}

/** The method of an operation, in its colour. */
export function method(name: string): Html {
  return html`<span class="method ${name.toLowerCase()}" translate="no">${name}</span>`;
}
