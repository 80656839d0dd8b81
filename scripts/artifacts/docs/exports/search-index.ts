import { excerpt, operationPath, schemaPath, tagOf, titleOf, type Site } from "../model.ts";

/** What can be found: kind, title, address, the names it is known by, and the words of its text. */
export type Entry = [kind: string, title: string, path: string, names: string, words: string];

/** The index of the search, as a script, so that it can be loaded from the disk as well. */
export function searchIndex(site: Site): string {
  const entries: Entry[] = [
    ...site.operations.map((operation): Entry => {
      const { method, path, operationId, object, parameters } = operation;
      const words = [
        tagOf(operation),
        object.description ?? "",
        ...parameters.map(({ name }) => name),
        object["x-iam-action"] ?? "",
      ];
      return [method, titleOf(operation), operationPath(operationId), `${operationId} ${path}`, plain(words.join(" "))];
    }),
    ...[...site.schemas].map(([name, { description, properties = {} }]): Entry => {
      return ["schema", name, schemaPath(name), Object.keys(properties).join(" "), plain(description ?? "")];
    }),
    ...[...site.errors.values()].map(({ code, meaning, status }): Entry => {
      return ["error", code, `errors.html#${code}`, String(status), excerpt(meaning)];
    }),
  ];
  return `window.searchIndex = ${JSON.stringify(entries)};\n`;
}

function plain(text: string): string {
  return [
    ...new Set(
      text
        .toLowerCase()
        .replace(/[`*|\s]+/g, " ")
        .split(" "),
    ),
  ]
    .join(" ")
    .trim();
}
