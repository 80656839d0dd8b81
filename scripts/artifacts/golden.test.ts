// Compares comments and layout of generated code with golden files of a small document; `vitest -u` accepts a change.
import { join } from "node:path";
import { expect, it } from "vitest";
import { artifacts } from "./index.ts";
import { readDocument } from "../core/document.ts";

const library = readDocument(join(import.meta.dirname, "fixtures/library.yaml"));
const NAMES = ["types", "operations", "pagination", "waiters", "errors", "error-codes", "client-options"];

it.each(artifacts.filter(({ name }) => NAMES.includes(name)))("$name", async ({ name, render }) => {
  await expect(await render(library)).toMatchFileSnapshot(`${name}/golden/library.ts.txt`);
});
