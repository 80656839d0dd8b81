import { notice } from "../../../core/artifact.ts";
import { errorsPage } from "./errors.ts";
import { handwritten } from "../assets/read.ts";
import { indexPage } from "./overview.ts";
import { layout, type Page } from "../components/layout.ts";
import { mockAddress, MOCK_ADDRESS_FILE } from "../mock-address.ts";
import { operationPage } from "./operation.ts";
import { schemaPage, schemasPage, usersOf } from "./schema.ts";
import { searchIndex } from "../exports/search-index.ts";
import type { Site } from "../model.ts";

/** Style and scripts of the pages, written by hand. */
const ASSETS = ["style.css", "page.js", "search.js", "console.js"];

/** The static reference: paths of its files, and contents. */
export function reference(site: Site): Record<string, string> {
  const users = usersOf(site.document);
  const pages: Page[] = [
    indexPage(site),
    ...site.operations.map((operation) => operationPage(site, operation)),
    schemasPage(site),
    ...[...site.schemas].map(([name, schema]) => schemaPage(site, name, schema, users)),
    ...(site.errors.size ? [errorsPage(site)] : []),
  ];
  const files: Record<string, string> = {};
  for (const page of pages) {
    if (files[page.path] !== undefined) throw new Error(`two pages of the reference have the address ${page.path}`);
    files[page.path] = layout(site, page);
  }
  for (const name of ASSETS) files[`assets/${name}`] = handwritten(name);
  files["assets/search-index.js"] = `// ${notice(site.document)}\n${searchIndex(site)}`;
  const placed = Object.entries(files).map(([name, content]) => [`reference/${name}`, content]);
  return { ...Object.fromEntries(placed), [MOCK_ADDRESS_FILE]: mockAddress() };
}
