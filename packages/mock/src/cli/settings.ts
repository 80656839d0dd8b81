import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { suggestion } from "../did-you-mean.ts";
import { readFileText } from "../read-file.ts";
import schema from "./settings.schema.json" with { type: "json" };

/** Settings of a mock. */
export interface MockSettings {
  /** OpenAPI document to serve. Default: that of this package. */
  document: string;
  /** Address to listen on. Default: `127.0.0.1`. */
  host: string;
  /** Port to listen on; 0 picks a free one. Default: 4010 for the command, 0 for `startMock`. */
  port: number;
  /** Sends CORS headers. Default: true. */
  cors: boolean;
  /** Stores what requests create, change and delete. Default: false. */
  stateful: boolean;
  /** Starts a stateful mock without services and endpoints. Default: false. */
  empty: boolean;
  /** File with the seed data of a stateful mock. */
  fixture?: string;
  /** File that keeps the state of a stateful mock across restarts. Default: none. */
  data?: string;
  /** Duration of transient states: `immediate`, a time such as `2s`, or a number of reads such as `3reads`. Default: `immediate`. */
  transitions: string;
  /** Access keys with their secret keys (`ak:sk`), whose signatures are verified. Default: none, and signatures are not verified. */
  accessKey: string[];
  /** Generates response bodies from schemas instead of sending the examples. Default: false. */
  dynamic: boolean;
  /** Seed of generated bodies, and of the IDs and times of a stateful mock. Default: none, and they differ each time. */
  seed?: string;
  /** Reloads document and fixture when they change. */
  watch: boolean;
  /** Format of the line for each request; without it, none is printed. */
  log?: "text" | "json" | "debug";
  /** Files to write a report to at the end; `-` is the terminal. */
  report: string[];
  /** Responds with 500 where a response does not match the document. Default: false. */
  errors: boolean;
  /** Treats warnings, such as an unknown member of a body, as errors. Default: false. */
  strict: boolean;
  /** Exits with 1 when a request was invalid. */
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

/** Without a prototype, since the names to look up come from outside. */
const PROPERTIES: Record<string, Property> = Object.assign(Object.create(null), schema.properties);
const NAMES = Object.keys(PROPERTIES).filter((name) => !name.startsWith("$"));
const PATHS = ["document", "fixture", "data", "report"];
const ENVIRONMENT = "VPCEP_MOCK_";

type Values = Record<string, unknown>;

/** Returns the generated settings, with an absolute path of the document. */
export function defaultSettings(): MockSettings {
  return readSettingsFile(packageFile("generated/mock.config.json")) as unknown as MockSettings;
}

/** Returns the path of a file of this package, from the sources as well as from the bundle. */
function packageFile(path: string): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, path)) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, path);
}

/**
 * Reads settings from the command line, else from the settings file, else from the environment, else from `changes` and the
 * generated ones. Returns the text to print for `--help` and `--version`.
 *
 * @throws {Error} Where an option is unknown or its value is not valid.
 */
export function readSettings(
  args: string[],
  environment: NodeJS.ProcessEnv,
  changes: Partial<MockSettings> = {},
): MockSettings | string {
  const flags = readFlags(args);
  if (flags["help"]) return helpText();
  if (flags["version"]) return versionText();
  const variables = readEnvironment(environment);
  const file = flags["config"] ?? variables["config"];
  const fromFile = file === undefined ? {} : readSettingsFile(resolve(String(file)));
  const {
    help: _,
    version: __,
    config: ___,
    ...known
  } = { ...defaultSettings(), ...changes, ...variables, ...fromFile, ...flags } as Values;
  return known as unknown as MockSettings;
}

/** Settings of a proxy. */
export type ProxySettings = Pick<MockSettings, "document" | "host" | "port" | "report" | "strict">;

/**
 * Reads the settings of a proxy, from the same sources.
 *
 * @throws {Error} As {@link readSettings}, and where a flag applies to a mock only.
 */
export function readProxySettings(args: string[], environment: NodeJS.ProcessEnv): ProxySettings | string {
  if (args.includes("--")) throw new Error("a proxy runs no command after --; only a mock does");
  const strange = Object.keys(readFlags(args)).find(
    (name) => !/^(document|host|port|report|strict|config|help|version)$/.test(name),
  );
  if (strange)
    throw new Error(
      `--${kebab(strange)} applies to a mock, not to a proxy; a proxy has --document, --host, --port, --report and --strict`,
    );
  return readSettings(args, environment);
}

/** Checks settings that a program passes. @throws {Error} Where one is unknown or not valid. */
export function checkSettings(values: object): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const property = PROPERTIES[name];
    if (!property) throw new Error(unknown("option", name, NAMES));
    check(property, name, value);
  }
}

/** Returns the text of `--version`. */
function versionText(): string {
  const manifest = join(dirname(packageFile("generated")), "package.json");
  return `${(JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version}\n`;
}

/** Returns the text of `--help`. */
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
       vpcep-mock proxy <url> [--port, --host, --document, --report, --strict]

Starts a mock of the VPC Endpoint API. It validates each request against the description
of the API and responds with the documented examples, or with --stateful as the service
would. The request header "Prefer: code=404" selects another response.

With a command, the mock listens on a free port, runs the command with its URL in the
variable VPCEP_BASE_URL, and exits with the command's exit code.

As a proxy it forwards each request to the endpoint at <url>, and prints where request or
response do not match the description. It exits with 1 if there was such a violation. Its
report (JSON) has no text of a request or a response, so that it may be published.

Options:
${lines.join("\n")}
${option("--config <file>", "Settings file: a JSON object with the options by name")}
${option("-h, --help", "Show this text")}
${option("-v, --version", "Show the version")}

--no-<option> turns an option off, such as --no-cors. An option that is not on the command
line is read from the settings file (such as {"accessKey": ["ak:sk"]}), else from the
environment (VPCEP_MOCK_ACCESS_KEY=ak:sk; VPCEP_MOCK_CONFIG names a settings file).

Routes for tests: under /__mock/; GET /__mock/openapi.json describes them.

Examples:
  vpcep-mock --port 0 --stateful --transitions 2s
  vpcep-mock --access-key AK:SK --log text
  vpcep-mock --stateful --fail-on-invalid --report mock.xml -- npm test
`;
}

const COLUMN = 23;
const WIDTH = 90;

/** Formats an option, with its description broken into lines. */
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
  const settings = NAMES.map((name) => {
    const { type } = PROPERTIES[name] as Property;
    return [
      kebab(name),
      { type: type === "boolean" ? ("boolean" as const) : ("string" as const), multiple: type === "array" },
    ];
  });
  const options: NonNullable<ParseArgsConfig["options"]> = {
    ...Object.fromEntries(settings),
    config: { type: "string" },
    help: { type: "boolean", short: "h" },
    version: { type: "boolean", short: "v" },
  };
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true, allowPositionals: true });
  const values: Values = {};
  for (const token of tokens) {
    if (token.kind === "positional") throw new Error(`Unexpected argument '${token.value}'; a command goes after --`);
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
    if (token.value !== undefined && (off || (option.type === "boolean" && !PROPERTIES[name])))
      throw new Error(`${token.rawName} takes no value`);
    if (option.type === "boolean") {
      values[name] =
        token.value === undefined ? !off : convert(PROPERTIES[name] as Property, token.rawName, token.value);
    } else {
      if (!token.value || (!token.inlineValue && token.value.startsWith("--")))
        throw new Error(`${token.rawName} requires a value`);
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
    values = JSON.parse(readFileText(file));
  } catch (error) {
    throw new Error(`cannot read the settings file ${file}: ${(error as Error).message}`);
  }
  if (typeof values !== "object" || values === null || Array.isArray(values))
    throw new Error(`${file} must contain a JSON object`);
  for (const [name, value] of Object.entries(values)) {
    const property = PROPERTIES[name];
    if (!property) throw new Error(`${file}: ${unknown("option", name, NAMES)}`);
    check(property, `${file}: "${name}"`, value);
  }
  const { $comment: _, $schema: __, ...settings } = values as Values;
  return absolute(settings, dirname(file));
}

/** Converts a text of the command line or the environment, and checks the value. */
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
  throw new Error(`${source} must be ${property["x-expects"] ?? `a ${property.type}`}${shown}`);
}

/** Validates the few keywords that the schema of the settings uses. */
function isValid({ type, minimum, maximum, minLength, pattern, items }: Property, value: unknown): boolean {
  if (type === "array") return Array.isArray(value) && value.every((item) => items && isValid(items, item));
  if (type === "integer")
    return Number.isInteger(value) && Number(value) >= (minimum ?? 0) && Number(value) <= (maximum ?? Infinity);
  if (typeof value !== type) return false;
  if (typeof value !== "string") return true;
  return value.length >= (minLength ?? 0) && (pattern === undefined || new RegExp(pattern).test(value));
}

/** Makes paths absolute: they are relative to where they are written. */
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
  return `Unknown ${kind} '${name}'${suggestion(name, known, "'")}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
