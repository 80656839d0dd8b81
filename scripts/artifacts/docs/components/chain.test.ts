import { expect, it } from "vitest";
import { accessPath, keptValue, readKept } from "./chain.ts";

const kept = keptValue("ship_id");
const JOINED = { read: (name: string) => name, plus: " + " };
const SHELL = { read: (name: string) => `"$${name}"`, plus: "", within: (name: string) => `\${${name}}` };

it.each([
  ["at the end of a text", `get("/ships/${kept}")`, JOINED, 'get("/ships/" + ship_id)'],
  ["as the whole of a text", `{ id: "${kept}" }`, JOINED, "{ id: ship_id }"],
  ["in a text with escaped quotes", `"{\\"id\\":\\"${kept}\\"}"`, JOINED, '"{\\"id\\":\\"" + ship_id + "\\"}"'],
  ["in a raw text of Go", `\`{"id": "${kept}"}\``, JOINED, '`{"id": "` + ship_id + `"}`'],
  ["before a method of the text", `"a${kept}".getBytes()`, JOINED, '("a" + ship_id).getBytes()'],
  ["in a URL for a shell", `curl '/ships/${kept}/crew'`, SHELL, 'curl "/ships/${ship_id}/crew"'],
  ["in JSON for a shell", `'{"id": "${kept}"}'`, SHELL, `'{"id": "'"$ship_id"'"}'`],
  ["nowhere", "get('/ships')", JOINED, "get('/ships')"],
])("reads a kept value %s", (_, code, reading, wanted) => {
  expect(readKept(code, reading)).toBe(wanted);
});

it("makes code of the way to a value", () => {
  expect(accessPath(["ships", "0", "id"], (member) => `.${member}`)).toBe(".ships[0].id");
});
