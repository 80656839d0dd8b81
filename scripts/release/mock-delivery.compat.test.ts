import { execFile, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { ROOT } from "../core/artifact.ts";
import { plant, readFile } from "../testing/bundle.ts";
import { send } from "../testing/http.ts";

const run = promisify(execFile);

/** Tools with a lockfile of their own, which `pnpm test:compat` installs. */
const TOOLS = join(ROOT, "scripts/compat");
const load = createRequire(join(TOOLS, "package.json"));
type Model = new (data: unknown) => { validate(): void };
const { validate } = load("dockerfile-utils") as {
  validate(text: string, settings: Record<string, number>): { message: string }[];
};
const MODELS = join(TOOLS, "node_modules/kubernetes-models");
const { Deployment } = (await import(`${MODELS}/apps/v1/Deployment.js`)) as { Deployment: Model };
const { Service } = (await import(`${MODELS}/v1/Service.js`)) as { Service: Model };

const COMMAND = join(ROOT, "packages/mock/bin/vpcep-mock.js");

/** Returns a file that the mock's README shows. */
function sample(name: string): string {
  const start = `# ${name}\n`;
  const blocks = [...readFile("packages/mock/README.md").matchAll(/```\w+\n([^]*?)```/g)].map(([, code = ""]) => code);
  return blocks.find((code) => code.startsWith(start)) ?? "";
}

/** Stands for the tests of a project: a request to the mock, whose status is printed. YAML reads it as plain text. */
const TESTS = `node --eval "fetch(process.env.VPCEP_BASE_URL + '/v1/p/vpc-endpoints?limit=' + (process.env.LIMIT ?? 1), {headers:{'X-Auth-Token':'t'}}).then(({ status }) => console.log('status', status))"`;

let scratch: string;
/** Processes of a script, that go on after it; the group that each stands in ends as a whole. */
const groups: number[] = [];
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "mock-delivery-"));
  // Stands for npx alone, which would fetch the package from the registry.
  const npx = join(scratch, "bin/npx");
  mkdirSync(join(scratch, "bin"));
  writeFileSync(
    npx,
    `#!/bin/sh\n[ "$1 $2 $4" = "--yes --package vpcep-mock" ] || exit 64\nshift 4\nexec "${process.execPath}" "${COMMAND}" "$@"\n`,
  );
  chmodSync(npx, 0o755);
});
afterEach(() => {
  for (const group of groups.splice(0)) {
    try {
      process.kill(-group);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
});
afterAll(() => rmSync(scratch, { recursive: true }));
const PATH = () => `${join(scratch, "bin")}:${process.env["PATH"]}`;

/** Runs a script in a group of processes of its own, and waits for the script alone. */
async function shell(command: string, args: string[], options: { cwd: string; env: Record<string, string> }) {
  const log = join(options.cwd, "shell.log");
  const child = spawn("sh", ["-c", 'exec "$@" > "$0" 2>&1', log, command, ...args], {
    ...options,
    env: { ...process.env, PATH: PATH(), ...options.env },
    detached: true,
    stdio: "ignore",
  });
  if (child.pid) groups.push(child.pid);
  const [status] = (await once(child, "exit")) as [number];
  return { status, output: readFileSync(log, "utf8") };
}

describe("the action", () => {
  const action = parse(readFile("action/action.yml")) as {
    inputs: Record<string, { default: string }>;
    outputs: { url: { value: string } };
    runs: { steps: { id: string; shell: string; run: string; env: Record<string, string> }[] };
  };
  const [step] = action.runs.steps;

  /** Runs the action's step as GitHub does. */
  async function start(inputs: Record<string, string>) {
    const cwd = mkdtempSync(join(scratch, "action-"));
    const files = { GITHUB_ENV: join(cwd, "env"), GITHUB_OUTPUT: join(cwd, "output") };
    for (const file of Object.values(files)) writeFileSync(file, "");
    const given = {
      ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])),
      ...inputs,
    };
    const fill = (text: string) =>
      text.replace(/\$\{\{ (?:inputs\.(\w+)|runner\.temp) \}\}/g, (_, name?: string) =>
        name ? (given[name] ?? "") : cwd,
      );
    const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, text]) => [name, fill(text)]));
    const { status, output } = await shell(
      "bash",
      ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step?.run ?? ""],
      { cwd, env: { ...files, ...env } },
    );
    return {
      status,
      output,
      ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, readFileSync(file, "utf8")])),
    } as Record<string, string | number>;
  }

  it("has the inputs of the README's job", () => {
    const { jobs } = parse(sample(".github/workflows/contract.yml")) as {
      jobs: Record<string, { steps: { uses?: string; with?: object }[] }>;
    };
    const steps = jobs["contract-test"]?.steps.filter(({ uses }) => uses?.endsWith("/action@main")) ?? [];
    expect(steps.flatMap((each) => Object.keys(each.with ?? {}))).toEqual(["arguments"]);
    expect(Object.keys(action.inputs)).toContain("arguments");
  });

  it("starts the mock and sets its address", async () => {
    const { status, output, GITHUB_ENV, GITHUB_OUTPUT } = await start({ port: "0", arguments: "--host 127.0.0.1" });
    expect(output).toBe("");
    expect(status).toBe(0);
    const url = String(GITHUB_OUTPUT).match(/^url=(http:\/\/\S+)\n$/)?.[1] ?? "";
    expect(GITHUB_ENV).toBe(`VPCEP_BASE_URL=${url}\n`);
    expect((await send(url, "GET")).headers["content-type"]).toContain("json");
    expect(action.outputs.url.value).toBe(`\${{ steps.${step?.id}.outputs.url }}`);
  });

  it("fails with the mock's error when it does not start", async () => {
    const { status, output } = await start({ port: "no-port" });
    expect(status).toBe(1);
    expect(output).toContain("::error::vpcep-mock did not start: vpcep-mock: --port must be a number");
  });
});

describe("the GitLab include", () => {
  /** The jobs of a pipeline that includes it, as gitlab-ci-local reads them: held to GitLab's schema, and merged. */
  async function pipeline(job: string, include = readFile("ci/gitlab/vpcep-mock.yml")) {
    const cwd = mkdtempSync(join(scratch, "gitlab-"));
    writeFileSync(join(cwd, "vpcep-mock.yml"), include);
    writeFileSync(join(cwd, ".gitlab-ci.yml"), job);
    const git = (...args: string[]) =>
      run("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd });
    await git("init", "--quiet");
    await git("remote", "add", "origin", "git@example.com:a/b.git");
    await git("add", "--all");
    const env = { ...process.env, HOME: cwd, GIT_CONFIG_GLOBAL: "/dev/null" };
    const { stdout } = await run(join(TOOLS, "node_modules/.bin/gitlab-ci-local"), ["--preview"], { cwd, env });
    return {
      cwd,
      jobs: parse(stdout) as Record<
        string,
        { variables: Record<string, string>; before_script: string[]; script: string[] }
      >,
    };
  }

  /** Runs a job as a runner does: one shell for everything before it and for itself. */
  async function runJob(port: string) {
    const { cwd, jobs } = await pipeline(job(port));
    const { variables, before_script: before = [], script = [] } = jobs["contract-test"] ?? {};
    return shell("sh", ["-e", "-c", [...before, ...script].join("\n")], {
      cwd,
      env: Object.fromEntries(Object.entries(variables ?? {}).map(([name, value]) => [name, String(value)])),
    });
  }

  /** The job of the README, with a port of its own. */
  function job(port: string): string {
    const local = plant(sample(".gitlab-ci.yml"), /remote: \S+\/ci\/gitlab\//, "local: ");
    return plant(
      plant(local, "variables:\n", `variables:\n    MOCK_PORT: "${port}"\n`),
      /npm ci\n\s+- npm test/,
      TESTS,
    );
  }

  it("passes the mock's address to a job", async () => {
    const { status, output } = await runJob("0");
    expect([status, output]).toEqual([0, "status 200\n"]);
  });

  it("fails the job with the mock's error when it does not start", async () => {
    const { status, output } = await runJob("no-port");
    expect(output).toContain("--port must be a number");
    expect(output).not.toContain("status");
    expect(status).toBe(1);
  });

  it("is refused when GitLab's schema does not allow it", async () => {
    const wrong = plant(readFile("ci/gitlab/vpcep-mock.yml"), "before_script:", "before_scripts:");
    await expect(pipeline(job("0"), wrong)).rejects.toMatchObject({
      stderr: expect.stringContaining("'before_scripts' property is not expected"),
    });
  });
});

it.each([
  ["1", 0, "status 200\n"],
  ["x", 1, "status 400\n"],
])(
  "the README's script starts, awaits and stops the mock: with limit=%s it exits with %i",
  async (LIMIT, status, output) => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    const script = plant(sample("background.sh"), "npm test", TESTS).replaceAll("4010", String(port));
    const command = plant(script, "node_modules/.bin/vpcep-mock", "npx --yes --package mock vpcep-mock");
    const cwd = mkdtempSync(join(scratch, "background-"));
    const ran = await shell("sh", ["-e", "-c", command], { cwd, env: { LIMIT } });
    expect(ran).toMatchObject({ status, output: expect.stringContaining(output) });
    expect(readFileSync(join(cwd, "mock.xml"), "utf8")).toContain(`failures="${status}"`);
  },
);

describe("the image", () => {
  const dockerfile = readFile("ci/docker/Dockerfile");
  const strict = Object.fromEntries(
    [
      "deprecatedMaintainer",
      "directiveCasing",
      "emptyContinuationLine",
      "instructionCasing",
      "instructionCmdMultiple",
      "instructionEntrypointMultiple",
      "instructionHealthcheckMultiple",
      "instructionJSONInSingleQuotes",
      "instructionWorkdirRelative",
    ].map((name) => [name, 2]),
  );
  const lint = (text: string) => validate(text, strict).map(({ message }) => message);
  const instruction = (name: string) =>
    JSON.parse(dockerfile.match(new RegExp(`^${name}.*?(\\[.*\\])$`, "m"))?.[1] ?? "null") as string[];

  it("passes the linter", () => {
    expect(lint(dockerfile)).toEqual([]);
    expect(lint(plant(dockerfile, "EXPOSE 4010", "EXPOSE port")).join()).toContain("port");
    expect(lint(plant(dockerfile, "--interval=10s", "--intervall=10s")).join()).toContain("intervall");
    expect(lint(`${dockerfile}ENTRYPOINT ["other"]\n`)).not.toEqual([]);
  });

  it("does not run as root", () => {
    const users = [...dockerfile.matchAll(/^(USER|RUN|ENTRYPOINT)\b.*$/gm)].map(([line]) => line.split(" ")[0]);
    expect(users).toEqual(["RUN", "USER", "ENTRYPOINT"]);
    expect(dockerfile).toMatch(/^USER (?!root|0)/m);
  });

  it("exits with 0 on SIGTERM", async () => {
    const [command, ...args] = instruction("ENTRYPOINT");
    expect(command).toBe("vpcep-mock");
    const child = spawn(process.execPath, [COMMAND, ...args.map((arg) => (arg === "4010" ? "0" : arg))], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [ready] = (await once(child.stdout, "data")) as [Buffer];
    expect(String(ready)).toContain("ready on");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  describe("its health check", () => {
    let server: Server;
    beforeAll(async () => {
      server = createServer(({ url }, response) =>
        response.writeHead(url === "/__mock/health" ? 200 : 404).end(),
      ).listen(0, "127.0.0.1");
      await once(server, "listening");
    });
    afterAll(() => void server.close());
    const check = (from = "", to = "") => {
      const [node, ...args] = instruction("HEALTHCHECK").map((arg) =>
        arg.replace("4010", String((server.address() as AddressInfo).port)).replace(from, to),
      );
      expect(node).toBe("node");
      return new Promise((resolve) => spawn(process.execPath, args, { stdio: "ignore" }).once("exit", resolve));
    };

    it("exits with 0 when the mock is healthy, 1 otherwise", async () => {
      expect(await check()).toBe(0);
      expect(await check("/__mock/health", "/other")).toBe(1);
      expect(await check("http:", "nothing:")).toBe(1);
    });
  });
});

describe("the Kubernetes manifest", () => {
  interface Manifest {
    kind: string;
    metadata: { name: string };
    spec: Record<string, any>;
  }
  const read = (text: string) => parseAllDocuments(text).map((document) => document.toJS() as Manifest);
  const manifest = readFile("ci/kubernetes/mock.yaml");
  const check = (text: string) => {
    for (const each of read(text)) {
      if (each.kind === "Deployment") new Deployment(each).validate();
      else if (each.kind === "Service") new Service(each).validate();
      else throw new Error(`${each.kind} is not expected`);
    }
  };

  it("matches the schema of Kubernetes", () => {
    expect(read(manifest).map(({ kind }) => kind)).toEqual(["Deployment", "Service"]);
    expect(() => check(manifest)).not.toThrow();
  });

  it.each([
    ["a word for a number", "replicas: 2", "replicas: two"],
    ["a probe without a port", "path: /__mock/health\n              port: http", "path: /__mock/health"],
    ["text for a list", "drop: [ALL]", "drop: ALL"],
  ])("is refused with %s", (_, from, to) => {
    expect(() => check(plant(manifest, from, to))).toThrow();
  });

  it("has no unknown fields", () => {
    const misspelt = (text: string) => {
      const [deployment, service] = read(text).map((each) => JSON.stringify(each, null, 2));
      const code = `import type { IDeployment } from "${MODELS}/apps/v1/Deployment.js";
        import type { IService } from "${MODELS}/v1/Service.js";
        export const deployment: IDeployment = ${deployment};
        export const service: IService = ${service};`;
      writeFileSync(join(scratch, "manifest.mts"), code);
      const { stdout } = spawnSync(
        join(ROOT, "node_modules/.bin/tsc"),
        ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--types", "", "manifest.mts"],
        { cwd: scratch, encoding: "utf8" },
      );
      return stdout;
    };
    expect(misspelt(manifest)).toBe("");
    expect(misspelt(plant(manifest, "runAsNonRoot: true", "runAsNobody: true"))).toContain(
      `"runAsNobody"' does not exist in type`,
    );
  });

  it("lets the service find the pods, and runs what the image runs", () => {
    const [deployment, service] = read(manifest);
    expect(deployment?.spec["template"].metadata.labels).toMatchObject(service?.spec["selector"]);
    expect(deployment?.spec["selector"].matchLabels).toEqual(deployment?.spec["template"].metadata.labels);
    const [container] = deployment!.spec["template"].spec.containers;
    expect(readFile("ci/docker/Dockerfile")).toContain(`EXPOSE ${container.ports[0].containerPort}`);
    expect(service?.spec["ports"][0].targetPort).toBe(container.ports[0].name);
    expect(readFile(".github/workflows/release.yml")).toContain(`IMAGE: ${container.image.split(":")[0]}\n`);
  });
});
