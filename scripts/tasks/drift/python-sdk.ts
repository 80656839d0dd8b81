// Reads the VPC Endpoint client of huaweicloud-sdk-python-v3. Everything about the layout of that SDK is in this file.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Facts } from "./facts.ts";

const FOLDER = "huaweicloud-sdk-vpcep/huaweicloudsdkvpcep";
const TYPES: Record<string, string> = {
  str: "string",
  datetime: "string",
  int: "integer",
  float: "number",
  bool: "boolean",
  object: "object",
};

/** Attributes of a model class by their JSON names. */
type Model = Record<string, { type: string; values: string[] }>;

/** Returns the facts of the SDK in a checkout. @throws If the folder is not a checkout with the VPC Endpoint client. */
export function readPythonSdk(directory: string): Facts {
  const [client] = globSync(`${FOLDER}/*/vpcep_client.py`, { cwd: directory }).sort();
  if (!client || !existsSync(join(directory, client)))
    throw new Error(
      `${directory} has no ${FOLDER}/<version>/vpcep_client.py; give a checkout of huaweicloud-sdk-python-v3`,
    );
  const models = new Map<string, Model>();
  for (const file of globSync(`${FOLDER}/*/model/*.py`, { cwd: directory })) {
    const text = readFileSync(join(directory, file), "utf8");
    const name = text.match(/^class (\w+)/m)?.[1];
    if (name) models.set(name, readModel(text));
  }
  const facts: Facts = new Map();
  for (const method of readFileSync(join(directory, client), "utf8").split(/^ {4}def (?=[a-z])/m)) {
    const [, verb, path, response = ""] =
      method.match(/"method": "(\w+)",\s+"resource_path": "([^"]+)",[^}]*"response_type": "(\w+)"/) ?? [];
    if (!verb) continue;
    const request = models.get(response.replace(/Response$/, "Request")) ?? {};
    const id = response.replace(/Response$/, "").replace(/^./, (letter) => letter.toLowerCase());
    facts.set(id, { type: `${verb} ${path}` });
    for (const [name, { type, values }] of Object.entries(request)) {
      if (name === "body") addModel(facts, models, `${id} body `, type);
      else if (!path?.includes(`{${name}}`)) facts.set(`${id} query ${name}`, { type: TYPES[type] ?? type, values });
    }
    addModel(facts, models, `${id} response `, response);
  }
  return facts;
}

function readModel(text: string): Model {
  const entries = (name: string) =>
    [
      ...(text.match(new RegExp(`^ {4}${name} = \\{(.*?)^ {4}\\}`, "ms"))?.[1] ?? "").matchAll(/'([^']+)': '([^']+)'/g),
    ].map(([, key = "", value = ""]) => [key, value] as const);
  const names = new Map(entries("attribute_map"));
  return Object.fromEntries(
    entries("openapi_types").map(([attribute, type]) => {
      const comment = text.match(new RegExp(`^ +:param ${attribute}: (.*)$`, "m"))?.[1] ?? "";
      // A value is an item of a list, with its meaning behind a full-width colon.
      const values = [...comment.matchAll(/- ?([A-Za-z]\w*)：/g)].map(([, value = ""]) => value);
      return [names.get(attribute) ?? attribute, { type, values }];
    }),
  );
}

function addModel(facts: Facts, models: Map<string, Model>, prefix: string, name: string, within: string[] = []): void {
  if (within.includes(name)) return;
  for (const [property, { type, values }] of Object.entries(models.get(name) ?? {})) {
    const list = type.match(/^list\[(.*)\]$/)?.[1];
    const inner = list ?? type;
    const place = `${prefix}${property}`;
    const innerType = TYPES[inner] ?? "object";
    facts.set(place, { type: list ? `array of ${innerType}` : innerType, values });
    addModel(facts, models, list ? `${place}[].` : `${place}.`, inner, [...within, name]);
  }
}
