import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../core/artifact.ts";

const run = promisify(execFile);

/** Tools with a lockfile of their own, which `pnpm test:compat` installs. */
const TOOLS = join(ROOT, "scripts/compat");
const { runServer } = createRequire(join(TOOLS, "package.json"))("verdaccio") as {
  runServer(config: object): Promise<Server>;
};

/** A registry, and the package managers of `scripts/compat` as somebody has them who uses it. */
export interface Registry {
  url: string;
  /** Environment with a home of its own, whose `.npmrc` names the registry and a token for it. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts verdaccio without packages of ours; others come from the registry of this machine. */
export async function startRegistry(folder: string): Promise<Registry> {
  const { stdout } = await run("npm", ["config", "get", "registry"]);
  const server = await runServer({
    self_path: join(folder, "verdaccio/config.yaml"),
    configPath: join(folder, "verdaccio/config.yaml"),
    storage: join(folder, "verdaccio/storage"),
    auth: { htpasswd: { file: join(folder, "verdaccio/htpasswd"), max_users: 1 } },
    uplinks: { machine: { url: stdout.trim() } },
    packages: {
      "@vpcep/*": { access: "$all", publish: "$authenticated" },
      "**": { access: "$all", proxy: "machine" },
    },
    web: { enable: false },
    log: { type: "stdout", format: "pretty", level: "fatal" },
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}/`;
  const user = { name: "publisher", password: "password-of-this-test" };
  const response = await fetch(`${url}-/user/org.couchdb.user:${user.name}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(user),
  });
  const { token } = (await response.json()) as { token: string };

  const home = join(folder, "home");
  mkdirSync(home);
  writeFileSync(join(home, ".npmrc"), `registry=${url}\n//${host}/:_authToken=${token}\nupdate-notifier=false\n`);
  // The manager that runs these tests names its own settings in the environment.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|pnpm_|xdg_)/i.test(name));
  return {
    url,
    env: {
      ...(Object.fromEntries(inherited) as Record<string, string>),
      PATH: [
        join(TOOLS, "node_modules/.bin"),
        join(TOOLS, "node_modules/@oven/bun-linux-x64/bin"),
        process.env["PATH"],
      ].join(":"),
      HOME: home,
      YARN_NPM_REGISTRY_SERVER: url,
      YARN_UNSAFE_HTTP_WHITELIST: "127.0.0.1",
      YARN_NODE_LINKER: "node-modules",
      YARN_ENABLE_TELEMETRY: "0",
      // Yarn would not install a release of today.
      YARN_NPM_MINIMAL_AGE_GATE: "0",
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
