// The only file that imports snippetz, which prints an HTTP request in many languages.
import { snippetz } from "@scalar/snippetz";
import type { ExampleRequest } from "../../../core/example-request.ts";
import { accessPath, environmentName, readKept, type Output, type Reading } from "./chain.ts";
import { sampleOf, type Sample } from "./sample.ts";

/** A credential for the mock, which accepts any. */
export const MOCK_CREDENTIAL = "any";

/** A language in which requests are printed. */
interface Language {
  lang: string;
  label: string;
  /** Names of the language and its client in snippetz. */
  client: ["shell", "curl"] | ["python", "requests"] | ["go", "native"] | ["java", "nethttp"];
  /** The code that snippetz prints for a header's placeholder, and the code for an environment variable and for a text. */
  value(header: string): { placeholder: string; variable: (name: string) => string; text: string };
  kept: Reading;
  /** The import that a program needs to read the environment. */
  environment?: string;
  /** Completes what snippetz prints to a program, which keeps some values of the response. */
  program(code: string, outputs: Output[]): string;
}

const doubleQuoted =
  (variable: (name: string) => string): Language["value"] =>
  (header) => ({ placeholder: `"{${header}}"`, variable, text: `"${MOCK_CREDENTIAL}"` });

const LANGUAGES: Language[] = [
  {
    lang: "shell",
    label: "curl",
    client: ["shell", "curl"],
    value: (header) => ({
      placeholder: `'${header}: {${header}}'`,
      variable: (name) => `"${header}: $${name}"`,
      text: `'${header}: ${MOCK_CREDENTIAL}'`,
    }),
    kept: { read: (name) => `"$${environmentName(name)}"`, plus: "", within: (name) => `\${${environmentName(name)}}` },
    program: (code, outputs) =>
      outputs.length
        ? `RESPONSE=$(${code.replace("curl", "curl --silent --show-error")})\necho "$RESPONSE"\n${outputs.map(keepInShell).join("\n")}`
        : code,
  },
  {
    lang: "python",
    label: "Python",
    client: ["python", "requests"],
    value: doubleQuoted((name) => `os.environ["${name}"]`),
    kept: { read: (name) => name, plus: " + " },
    environment: "import os\n\n",
    program: (code, outputs) =>
      `${code.includes("os.environ") ? "import os\n\n" : ""}import requests\n\nresponse = ${code}\nprint(response.status_code, response.text)${outputs.map(keepInPython).join("")}`,
  },
  {
    lang: "go",
    label: "Go",
    client: ["go", "native"],
    value: doubleQuoted((name) => `os.Getenv("${name}")`),
    kept: { read: (name) => `os.Getenv("${environmentName(name)}")`, plus: " + " },
    environment: '\t"os"\n',
    program: (code) => (code.includes("os.Getenv") ? code.replace('\t"net/http"\n', '\t"net/http"\n\t"os"\n') : code),
  },
  {
    lang: "java",
    label: "Java",
    client: ["java", "nethttp"],
    value: doubleQuoted((name) => `System.getenv("${name}")`),
    kept: { read: (name) => `System.getenv("${environmentName(name)}")`, plus: " + " },
    program: (code) => `import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Sample {
  public static void main(String[] args) throws Exception {
${code.trim().replace(/^(?=.)/gm, "    ")}
  }
}`,
  },
];

function keepInShell({ name, path }: Output): string {
  const variable = environmentName(name);
  return `${variable}=$(printf '%s' "$RESPONSE" | jq --raw-output '${accessPath(path, (member) => `.${member}`)}')`;
}

function keepInPython({ name, path }: Output): string {
  return `\n${name} = response.json()${accessPath(path, (member) => `["${member}"]`)}`;
}

/** Labels of the languages, in their order. */
export const HTTP_LANGUAGES = LANGUAGES.map(({ lang, label }) => ({ lang, label }));

/** Environment variables of credentials by the names of the headers that carry them. */
export type Variables = Record<string, string>;

/** Prints a request in every language; credentials are read from the environment. */
export function httpSamples(
  request: ExampleRequest,
  variables: Variables,
  [real, mock]: [real: string, mock: string],
  outputs: Output[],
): Sample[] {
  const [path = "", search = ""] = request.target.split("?");
  const headers = Object.entries(request.headers).map(([name, value]) => ({
    name,
    value: name in variables ? `{${name}}` : value,
  }));
  return LANGUAGES.map(({ lang, label, client: [target, client], value, kept, environment = "", program }) => {
    const printed = snippetz().print(target, client, {
      method: request.method,
      url: real + path,
      headers,
      queryString: [...new URLSearchParams(search)].map(([name, value]) => ({ name, value })),
      ...(request.body !== undefined && {
        postData: { mimeType: request.headers["Content-Type"] ?? "", text: JSON.stringify(request.body) },
      }),
    });
    const swaps: [string, string][] = [[real, mock]];
    let code = readKept(printed ?? "", kept);
    for (const [header, variable] of Object.entries(variables)) {
      const { placeholder, variable: read, text } = value(header);
      code = code.replace(placeholder, () => read(variable));
      swaps.push([read(variable), text]);
    }
    // With the credential of the mock, an import may be unused, which Go does not allow.
    const mocked = swaps.reduce((text, [from, to]) => text.replaceAll(from, to), code);
    if (environment && !/os\.(environ|Getenv)/.test(mocked)) swaps.push([environment, ""]);
    return sampleOf(lang, label, program(code, outputs), swaps);
  });
}
