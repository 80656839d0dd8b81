import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { nearest } from "../did-you-mean.ts";
import schema from "./settings.schema.json" with { type: "json" };

/** What the mock is started with. */
export interface MockSettings {
  /** OpenAPI document to serve. */
  document: string;
  /** Address to listen on. */
  host: string;
  /** Port to listen on; 0 takes a free one. */
  port: number;
  /** Whether answers carry CORS headers. */
  cors: boolean;
  /** Whether requests change what later ones see. */
  stateful: boolean;
  /** Whether a stateful mock starts without the example world. */
  empty: boolean;
  /** File with the world that a stateful mock starts with. */
  fixture?: string;
  /** When transient states are over: `immediate`, a time such as `2s`, or a number of reads such as `3reads`. */
  settle: string;
  /** Access keys, each with its secret key (`ak:sk`), whose signatures are checked. */
  accessKey: string[];
  /** Whether bodies are made up from the schemas instead of taken from the examples. */
  dynamic: boolean;
  /** Seed of what is made up. */
  seed?: string;
  /** Whether document and fixture are loaded again when they change. */
  watch: boolean;
  /** How each request is printed; not at all where it is left out. */
  log?: "text" | "json";
  /** Files to write a report to at the end; `-` stands for the screen. */
  report: string[];
  /** Whether an invalid request makes the command fail. */
  failOnInvalid: boolean;
}

interface Property {
  type: string;
  description?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  pattern?: string;
  items?: Property;
  "x-expects"?: string;
  "x-secret"?: boolean;
}

const PROPERTIES = schema.properties as Record<string, Property>;
const NAMES = Object.keys(PROPERTIES).filter((name) => !name.startsWith("$"));
const PATHS = ["document", "fixture", "report"];
const ENVIRONMENT = "VPCEP_MOCK_";

type Values = Record<string, unknown>;

/** The generated settings, with the path of the document made absolute. */
export function defaultSettings(): MockSettings {
  return readSettingsFile(packageFile("generated/mock.config.json")) as unknown as MockSettings;
}

/** A file of this package, wherever its code was bundled to. */
function packageFile(path: string): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, path)) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, path);
}

/**
 * Settings from the command line, over those of the settings file, over those of the environment, over the generated ones
 * and changes to these; nothing where help is asked for.
 *
 * @throws {Error} Where one is not known (with the nearest that is) or has a value that cannot be.
 */
export function readSettings(
  args: string[],
  environment: NodeJS.ProcessEnv,
  changes: Partial<MockSettings> = {},
): MockSettings | undefined {
  const flags = readFlags(args);
  if (flags["help"]) return undefined;
  const variables = readEnvironment(environment);
  const file = flags["config"] ?? variables["config"];
  const fromFile = file === undefined ? {} : readSettingsFile(resolve(String(file)));
  const {
    help: _,
    config: __,
    ...known
  } = { ...defaultSettings(), ...changes, ...variables, ...fromFile, ...flags } as Values;
  return known as unknown as MockSettings;
}

/** The settings that mean something to a proxy. */
export type ProxySettings = Pick<MockSettings, "document" | "host" | "port">;

/**
 * Settings of a proxy, from where those of a mock are from.
 *
 * @throws {Error} As for a mock, and where a flag is for a mock alone.
 */
export function readProxySettings(args: string[], environment: NodeJS.ProcessEnv): ProxySettings | undefined {
  const strange = Object.keys(readFlags(args)).find((name) => !/^(document|host|port|config|help)$/.test(name));
  if (strange) throw new Error(`--${kebab(strange)} is for a mock, not for a proxy`);
  return readSettings(args, environment);
}

/** @throws {Error} Where a value, given by a program, cannot be. */
export function checkSettings(values: object): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const property = PROPERTIES[name];
    if (!property) throw new Error(unknown("option", name, NAMES));
    check(property, name, value);
  }
}

/** The text of `--help`. */
export function helpText(): string {
  const lines = NAMES.map((name) => {
    const { type, description = "" } = PROPERTIES[name] as Property;
    const kind = PATHS.includes(name) ? " <file>" : type === "integer" ? " <number>" : " <text>";
    const flag = `--${kebab(name)}${type === "boolean" ? "" : kind}`;
    const value = (defaultSettings() as unknown as Values)[name];
    if (value === true) return option(flag, `${description} (on unless --no-${kebab(name)})`);
    const hidden = typeof value === "boolean" || value === undefined || PATHS.includes(name) || Array.isArray(value);
    return option(flag, `${description}${hidden ? "" : ` (default ${value})`}`);
  });
  return `Usage: vpcep-mock [options] [-- command ...]
       vpcep-mock proxy <url> [--port <number>] [--host <text>] [--document <file>]

Starts a mock of the VPC Endpoint API. It checks each request against the description of
the API and answers with the documented examples, or with --stateful as if it were the
service. "Prefer: code=404" in a request asks for another answer.

With a command, the mock takes a free port, runs the command with its address in the
variable VPCEP_BASE_URL, stops when the command ends, and passes on its exit code.

As a proxy it passes each request on to the endpoint at <url>, and prints where the
request or the answer departs from the description. With a departure it ends with 1.

Options:
${lines.join("\n")}
${option("--config <file>", "Settings file: a JSON object with the options by name")}
${option("--help", "Show this text")}

An option that is on or off is switched off by --no-<option>, such as --no-cors.
What a flag does not say, the settings file may (such as {"accessKey": ["ak:sk"]}), and
then the environment (such as VPCEP_MOCK_ACCESS_KEY=ak:sk; VPCEP_MOCK_CONFIG is a file).

Routes for tests: GET /__mock/health, POST /__mock/reset, GET /__mock/state,
PUT /__mock/fixture, POST /__mock/faults, DELETE /__mock/faults.

Examples:
  vpcep-mock --port 0 --stateful --settle 2s
  vpcep-mock --access-key AK:SK --log text
  vpcep-mock --stateful --fail-on-invalid --report mock.xml -- npm test
`;
}

const COLUMN = 23;
const WIDTH = 90;

/** An option in the help, its description broken into lines. */
function option(flag: string, description: string): string {
  const lines = [""];
  for (const word of description.split(" ")) {
    const line = lines.at(-1) as string;
    if (COLUMN + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.map((line, index) => (index ? "" : `  ${flag}`).padEnd(COLUMN) + line).join("\n");
}

function readFlags(args: string[]): Values {
  const options = Object.fromEntries(
    [...NAMES, "config", "help"].map((name) => {
      const { type } = PROPERTIES[name] ?? { type: name === "help" ? "boolean" : "string" };
      return [
        kebab(name),
        { type: type === "boolean" ? ("boolean" as const) : ("string" as const), multiple: type === "array" },
      ];
    }),
  );
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true, allowPositionals: true });
  const values: Values = {};
  for (const token of tokens) {
    if (token.kind === "positional")
      throw new Error(`Unexpected argument '${token.value}'; a command to run goes after --`);
    if (token.kind !== "option") continue;
    const off = token.rawName.startsWith("--no-") && options[token.name.slice(3)]?.type === "boolean";
    const flag = off ? token.name.slice(3) : token.name;
    const option = options[flag];
    if (!option)
      throw new Error(
        unknown(
          "option",
          token.rawName,
          Object.keys(options).map((known) => `--${known}`),
        ),
      );
    const name = camel(flag);
    if (option.type === "boolean") {
      values[name] =
        token.value === undefined ? !off : convert(PROPERTIES[name] as Property, token.rawName, token.value);
    } else {
      if (!token.value || (!token.inlineValue && token.value.startsWith("--")))
        throw new Error(`${token.rawName} needs a value`);
      const value = PROPERTIES[name] ? convert(PROPERTIES[name], token.rawName, token.value) : token.value;
      values[name] = Array.isArray(value) ? [...((values[name] as unknown[] | undefined) ?? []), ...value] : value;
    }
  }
  return absolute(values, process.cwd());
}

function readEnvironment(environment: NodeJS.ProcessEnv): Values {
  const known = new Map(
    [...NAMES, "config"].map((name) => [ENVIRONMENT + kebab(name).replaceAll("-", "_").toUpperCase(), name]),
  );
  const values: Values = {};
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(ENVIRONMENT) || !text) continue;
    const name = known.get(variable);
    if (name === undefined) throw new Error(unknown("variable", variable, [...known.keys()]));
    values[name] = name === "config" ? text : convert(PROPERTIES[name] as Property, variable, text);
  }
  return absolute(values, process.cwd());
}

function readSettingsFile(file: string): Values {
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`cannot read the settings file ${file}: ${(error as Error).message}`);
  }
  if (typeof values !== "object" || values === null || Array.isArray(values))
    throw new Error(`${file} has to hold a JSON object`);
  for (const [name, value] of Object.entries(values)) {
    const property = PROPERTIES[name];
    if (!property) throw new Error(`${file}: ${unknown("option", name, NAMES)}`);
    check(property, `${file}: "${name}"`, value);
  }
  const { $comment: _, $schema: __, ...settings } = values as Values;
  return absolute(settings, dirname(file));
}

/** A text of the command line or the environment as the value that it stands for. */
function convert(property: Property, source: string, text: string): unknown {
  let value: unknown = text;
  if (property.type === "integer" && /^\d+$/.test(text)) value = Number(text);
  if (property.type === "boolean" && /^(true|false)$/.test(text)) value = text === "true";
  if (property.type === "array") value = text.split(",");
  check(property, source, value);
  return value;
}

function check(property: Property, source: string, value: unknown): void {
  if (isValid(property, value)) return;
  const shown = property["x-secret"] ? "" : `, not ${JSON.stringify(value)}`;
  throw new Error(`${source} must be ${property["x-expects"]}${shown}`);
}

/** The few keywords that the schema of the settings uses. */
function isValid({ type, minimum, maximum, minLength, pattern, items }: Property, value: unknown): boolean {
  if (type === "array") return Array.isArray(value) && value.every((item) => items && isValid(items, item));
  if (type === "integer")
    return Number.isInteger(value) && Number(value) >= (minimum ?? 0) && Number(value) <= (maximum ?? Infinity);
  if (typeof value !== type) return false;
  if (typeof value !== "string") return true;
  return value.length >= (minLength ?? 0) && (pattern === undefined || new RegExp(pattern).test(value));
}

/** Paths count from where they are written. */
function absolute(values: Values, folder: string): Values {
  const from = (path: string) => (path === "-" ? path : resolve(folder, path));
  for (const name of PATHS) {
    const value = values[name];
    if (typeof value === "string") values[name] = from(value);
    else if (Array.isArray(value)) values[name] = (value as string[]).map(from);
  }
  return values;
}

function unknown(kind: string, name: string, known: string[]): string {
  return `Unknown ${kind} '${name}'; did you mean '${nearest(name, known)}'?`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
