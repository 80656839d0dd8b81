import { execFile } from "node:child_process";
import type { ServerResponse } from "node:http";
import { inspect, promisify } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createClient, tokenAuth, VpcepConnectionError, VpcepError, VpcepNotFoundError } from "@vpcep/client";
import { listEndpointInfoDetails, listEndpoints, waitFor } from "@vpcep/client/operations";
import { redact } from "../src/errors/redact.ts";
import { RunningCall } from "../src/request/running-call.ts";
import { rejection, serve, type Reply, type ScriptedServer } from "./support/server.ts";

const open: ScriptedServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

async function scripted(...script: Reply[]) {
  const server = await serve(script);
  open.push(server);
  return { server, client: createClient({ ...options, baseUrl: server.url }) };
}
const options = { projectId: "p", auth: tokenAuth("secret-token"), retry: { max: 0 } };

describe("the message of an error response", () => {
  it.each([
    [{ error: "no such thing" }, "404 no such thing", undefined],
    [{ message: "no such thing" }, "404 no such thing", undefined],
    [{ code: "E.1", message: "no such thing" }, "404 E.1 no such thing", "E.1"],
    [{ error: { code: "E.1", message: "no such thing" } }, "404 E.1 no such thing", "E.1"],
    [{ error_code: "E.1", error_msg: "no such thing", request_id: "r" }, "404 E.1 no such thing", "E.1"],
    [{ error: { code: 404, message: "no such thing", title: "Not Found" } }, "404 no such thing", "404"],
    [{ error: null }, "404 Not Found", undefined],
    [[], "404 Not Found", undefined],
    ["<html>", "404 Not Found", undefined],
  ])("of %j is %j", async (body, message, code) => {
    const { client } = await scripted({ status: 404, body });
    expect(await rejection(listEndpoints(client, {}))).toMatchObject({ message: `listEndpoints: ${message}`, code });
  });
});

describe("an error", () => {
  it("has its message in JSON, and neither headers nor cause", async () => {
    const { client } = await scripted({ status: 404, body: { message: "gone" }, headers: { "X-Request-Id": "r-1" } });
    expect(JSON.parse(JSON.stringify(await rejection(listEndpoints(client, {}))))).toEqual({
      name: "VpcepError",
      message: "listEndpoints: 404 gone",
      operationId: "listEndpoints",
      attempts: 1,
      status: 404,
      requestId: "r-1",
      body: { message: "gone" },
    });
  });

  it("is recognised by another copy of the package, and so are its class and waiters", async () => {
    vi.resetModules();
    const copy = await import("@vpcep/client");
    expect(copy.VpcepError).not.toBe(VpcepError);
    const { server } = await scripted({ status: 404 });
    const client = copy.createClient({ ...options, baseUrl: server.url });
    const error = await rejection(listEndpointInfoDetails(client, { vpc_endpoint_id: "e" }));
    expect([error instanceof VpcepError, error instanceof VpcepNotFoundError]).toEqual([true, true]);
    expect(error instanceof VpcepConnectionError).toBe(false);
    expect(await waitFor.endpointDeleted(client, { vpc_endpoint_id: "e" }, { interval: 1 })).toBeUndefined();
    class Own extends VpcepError {}
    expect([error instanceof Own, new Own("m", error) instanceof VpcepError]).toEqual([false, true]);
  });

  it("that is not caught is printed without source lines that look like another error", async () => {
    const { server } = await scripted({ status: 404, body: { message: "gone" } });
    const program = `
      import { createClient, tokenAuth } from "@vpcep/client";
      import { listEndpoints } from "@vpcep/client/operations";
      await listEndpoints(createClient({ baseUrl: "${server.url}", projectId: "p", auth: tokenAuth("t") }), {});`;
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: import.meta.dirname,
    });
    const { stderr } = await rejection(run);
    expect(stderr).toContain("VpcepError: listEndpoints: 404 gone");
    expect(stderr).not.toMatch(/redirect|\[cause\]: undefined|Headers \{/);
  });
});

describe("a secret", () => {
  const SECRET = 'pass"wörd\\/+ ~secret';
  const bytes = Buffer.from(SECRET);
  const forms: [string, string][] = [
    ["as it is", SECRET],
    ["in JSON", JSON.stringify({ key: SECRET })],
    ["in JSON of ASCII", JSON.stringify(SECRET).replace("ö", "\\u00f6")],
    ["in JSON with escaped slashes", JSON.stringify(SECRET).replace("/", "\\/")],
    ["in a URL", encodeURIComponent(SECRET)],
    ["in a form", String(new URLSearchParams({ key: SECRET }))],
    ...["", "u", "u:", "user:"].map((name): [string, string] => [
      `in base64 after ${JSON.stringify(name)}`,
      Buffer.from(`${name}${SECRET}:`).toString("base64"),
    ]),
    ["in base64 for URLs", bytes.toString("base64url")],
  ];

  it.each(forms)("is taken out %s", (_, text) => {
    const [shown, key] = [redact({ list: [`before ${text} after`] }, [SECRET]), redact({ [text]: 1 }, [SECRET])];
    for (const value of [shown.list[0] ?? "", ...Object.keys(key)]) {
      expect(value).toContain("***");
      const decoded = Buffer.from(value.replace(/^before | after$/g, ""), "base64").toString("latin1");
      expect([value, decoded].join()).not.toMatch(/w.{1,7}rd|secret/);
    }
  });

  it("is every header of the credentials but for IDs and the date", () => {
    const call = new RunningCall();
    const added = { "X-Project-Key": "secret-key", "X-Project-Id": "project-id", "X-Sdk-Date": "20261126T000000Z" };
    call.sent.push({ plain: new Headers(), headers: new Headers(added) });
    expect(call.secrets).toEqual(["secret-key"]);
  });

  it("is not guessed from the name of the operation", () => {
    const call = { operationId: "passwordAuth", attempts: 1, secrets: ["password"] };
    expect(new VpcepError("wrong password", call).message).toBe("passwordAuth: wrong ***");
  });

  it("that the server repeats is not in the error, wherever it stands", async () => {
    const echo = (status: number) => (response: ServerResponse) => {
      const body = ["secret-token", btoa("token:secret-token"), "Basic secret-basic"].join();
      response.writeHead(status, "secret-token", { "X-Request-Id": "secret-token", "Content-Type": "text/plain" });
      response.end(status < 300 ? body : JSON.stringify({ error: { code: "secret-basic", body } }));
    };
    for (const status of [200, 401]) {
      const { client } = await scripted(echo(status));
      const headers = { Authorization: "Basic secret-basic", Cookie: "secret-basic" };
      const error = await rejection(listEndpoints(client, {}, { headers }));
      expect(error.status).toBe(status);
      const shown = inspect([error, JSON.stringify(error)], { depth: 9 });
      expect(shown).not.toMatch(/secret|c2VjcmV0/);
    }
  });
});
