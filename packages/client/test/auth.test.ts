import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { accessKeyAuth, createClient, passwordAuth, tokenAuth, VpcepUnauthorizedError, type Auth } from "@vpcep/client";
import { signRequest } from "@vpcep/client/auth";
import { createEndpoint, listEndpoints } from "@vpcep/client/operations";
import { rejection, serve, type ScriptedServer, type Seen } from "./support/server.ts";

const PROJECT = "6e9dfd51d1124e8d8498dce894923a0d";
const HOUR = 60 * 60 * 1000;
const open: ScriptedServer[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(script: Parameters<typeof serve>[0]): Promise<ScriptedServer> {
  const server = await serve(script);
  open.push(server);
  return server;
}
const clientOf = (server: ScriptedServer, auth: Auth) =>
  createClient({ baseUrl: server.url, projectId: PROJECT, auth, retry: { baseDelay: 0 } });
const refused = { status: 401, body: { error_code: "APIGW.0301", error_msg: "No." } };
const tokens = (server: ScriptedServer) => server.seen.map(({ headers }) => headers["x-auth-token"]);

/** Returns the error that a function throws. */
function thrown(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("did not throw");
}

describe("credentials of the program's own", () => {
  it("may read the 401 without taking its details from the error", async () => {
    let code: unknown;
    const auth: Auth = {
      async authenticate(_request, unauthorized) {
        if (unauthorized) ({ error_code: code } = (await unauthorized.response.json()) as { error_code: string });
        return false;
      },
    };
    const server = await start([refused]);
    const error = await rejection(listEndpoints(clientOf(server, auth), {}));
    expect([code, error.code, error.body]).toEqual(["APIGW.0301", "APIGW.0301", refused.body]);
  });
});

describe("tokenAuth", () => {
  it("sends the token, and calls a function for every request", async () => {
    const server = await start([{}]);
    await listEndpoints(clientOf(server, tokenAuth("fixed")), {});
    let count = 0;
    const client = clientOf(
      server,
      tokenAuth(async () => `token-${count++}`),
    );
    await listEndpoints(client, {});
    await listEndpoints(client, {});
    expect(tokens(server)).toEqual(["fixed", "token-0", "token-1"]);
  });

  it("calls a function once more after a 401, with true", async () => {
    const server = await start([refused, {}]);
    await listEndpoints(
      clientOf(
        server,
        tokenAuth((refusedBefore) => (refusedBefore ? "fresh" : "stale")),
      ),
      {},
    );
    expect(tokens(server)).toEqual(["stale", "fresh"]);
  });

  it("does not send a refused token again", async () => {
    const server = await start([refused]);
    expect(await rejection(listEndpoints(clientOf(server, tokenAuth("fixed")), {}))).toBeInstanceOf(
      VpcepUnauthorizedError,
    );
    expect(
      await rejection(
        listEndpoints(
          clientOf(
            server,
            tokenAuth(() => "same"),
          ),
          {},
        ),
      ),
    ).toBeInstanceOf(VpcepUnauthorizedError);
    expect(tokens(server)).toEqual(["fixed", "same"]);
  });

  it.each(["", "secret\n", "secrét", undefined, null, 7])(
    "refuses the token %j at once, without showing it",
    (token) => {
      expect(thrown(() => tokenAuth(token as string)).message).toMatch(
        /^tokenAuth: the token (is missing|must be a string|must be printable ASCII, without blanks around it)$/,
      );
    },
  );

  it.each(["", "secret\n", undefined])("refuses the token %j of a function, without showing it", async (token) => {
    const server = await start([{}]);
    const auth = tokenAuth(() => token as string);
    const error = await rejection(listEndpoints(clientOf(server, auth), {}));
    expect(error.message).toMatch(/^X-Auth-Token (is missing|must be printable ASCII, without blanks around it)$/);
    expect(inspect(error)).not.toContain("secret");
    expect(server.seen).toEqual([]);
  });
});

describe("passwordAuth", () => {
  const USER = { domain: "account", user: "user", password: "pass-word-secret", project: "eu-west-101" };
  const login = (seen: Seen[]) => seen.filter(({ target }) => target === "/v3/auth/tokens");

  /** IAM and the service on one server; `valid` decides whether the service accepts a token. */
  const both = (valid: (token: string) => boolean = () => true, lifetime = 24 * HOUR) => {
    let issued = 0;
    return start(({ target, headers }) => {
      if (target !== "/v3/auth/tokens") return valid(String(headers["x-auth-token"])) ? {} : refused;
      const token = { issued_at: new Date().toISOString(), expires_at: new Date(Date.now() + lifetime).toISOString() };
      return { status: 201, headers: { "X-Subject-Token": `token-${++issued}` }, body: { token } };
    });
  };
  const clientWith = (server: ScriptedServer) =>
    clientOf(server, passwordAuth({ ...USER, iamEndpoint: `${server.url}/` }));

  it("requests a token from IAM as documented, once for calls at the same time, and caches it", async () => {
    const server = await both();
    const client = clientWith(server);
    await Promise.all(Array.from({ length: 20 }, () => listEndpoints(client, {})));
    await listEndpoints(client, {});
    expect(login(server.seen)).toHaveLength(1);
    expect(JSON.parse(server.seen[0]?.body ?? "")).toEqual({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: "user", password: USER.password, domain: { name: "account" } } },
        },
        scope: { project: { name: "eu-west-101" } },
      },
    });
    expect(new Set(tokens(server).slice(1))).toEqual(new Set(["token-1"]));
  });

  it("fetches another token before the 24 hours end, while calls use the old one", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const server = await both();
    const client = clientWith(server);
    await listEndpoints(client, {});
    vi.setSystemTime(Date.now() + 20 * HOUR);
    await listEndpoints(client, {});
    expect(login(server.seen)).toHaveLength(1);
    vi.setSystemTime(Date.now() + 3.5 * HOUR);
    await listEndpoints(client, {});
    await vi.waitFor(() => expect(login(server.seen)).toHaveLength(2));
    vi.setSystemTime(Date.now() + HOUR);
    await listEndpoints(client, {});
    expect(tokens(server).at(-1)).toBe("token-2");
  });

  it("fetches one other token where the service refuses all callers", async () => {
    const server = await both((token) => token !== "token-1");
    const client = clientWith(server);
    await Promise.all(Array.from({ length: 10 }, () => listEndpoints(client, {})));
    expect(login(server.seen)).toHaveLength(2);
  });

  it("gives up after one other token", async () => {
    const server = await both(() => false);
    const error = await rejection(listEndpoints(clientWith(server), {}));
    expect([error.status, error.attempts]).toEqual([401, 2]);
    expect(login(server.seen)).toHaveLength(2);
  });

  it("rejects with the error of IAM, without the password, and tries again at the next call", async () => {
    const server = await start(({ body }, index) =>
      index
        ? { status: 201, headers: { "X-Subject-Token": "t" } }
        : { status: 401, body: { error: { code: 401, message: `wrong: ${body}` } } },
    );
    const client = clientWith(server);
    const error = await rejection(listEndpoints(client, {}));
    expect(error.message).toMatch(/^passwordAuth: 401 .*wrong/);
    expect(error).toMatchObject({ operationId: "passwordAuth", attempts: 1 });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(USER.password);
    await listEndpoints(client, {});
    expect(tokens(server).at(-1)).toBe("t");
  });

  it("continues for the other callers when one aborts", async () => {
    const server = await both();
    const client = clientWith(server);
    const controller = new AbortController();
    const given = rejection(listEndpoints(client, {}, { signal: controller.signal }));
    const other = listEndpoints(client, {});
    controller.abort("enough");
    expect(await given).toBe("enough");
    expect(await other).toEqual({});
  });
});

describe("accessKeyAuth", () => {
  const KEY = { accessKeyId: "AK", secretAccessKey: "secret-key" };

  /** The signature that a request as the server saw it must have. */
  async function expected(
    { method, target, headers, body }: Seen,
    server: ScriptedServer,
    key = KEY,
  ): Promise<string | undefined> {
    const names =
      String(headers.authorization)
        .match(/SignedHeaders=([^,]+)/)?.[1]
        ?.split(";") ?? [];
    const signed = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
    return (await signRequest({ method, url: server.url + target, headers: signed, body }, key))["Authorization"];
  }

  it("signs what is sent: query, body, project and security token", async () => {
    const server = await start([{}]);
    const client = clientOf(server, accessKeyAuth({ ...KEY, securityToken: "st" }));
    await listEndpoints(client, { endpoint_service_name: "ä b+c*(1)'!", limit: 5 }, { headers: { "X-Extra": "1" } });
    await createEndpoint(client, { body: { endpoint_service_id: "é", vpc_id: "v" } });
    for (const seen of server.seen) {
      expect(seen.headers.authorization).toBe(await expected(seen, server));
      expect(seen.headers).toMatchObject({ "x-project-id": PROJECT, "x-security-token": "st" });
    }
    expect(server.seen[0]?.headers.authorization).toContain(
      "SignedHeaders=host;x-extra;x-project-id;x-sdk-date;x-security-token,",
    );
    expect(server.seen[1]?.headers.authorization).toContain("SignedHeaders=content-type;host;");
  });

  it("signs beneath a middleware, which may replace the request", async () => {
    const server = await start([{ status: 503, headers: { "Retry-After": "0" } }, {}]);
    const client = clientOf(server, accessKeyAuth(KEY));
    client.use({ onRequest: ({ request }) => new Request(`${request.url}?late=1`, request) });
    await createEndpoint(client, { body: { endpoint_service_id: "é", vpc_id: "v" } });
    expect(server.seen.map(({ target }) => target)).toEqual(Array(2).fill(`/v1/${PROJECT}/vpc-endpoints?late=1`));
    for (const seen of server.seen) expect(seen.headers.authorization).toBe(await expected(seen, server));
  });

  it("dates and signs every attempt anew", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2023-04-01T12:00:00Z") });
    const server = await start((_, index) => {
      vi.setSystemTime(Date.now() + 2000);
      return index ? {} : { status: 503 };
    });
    await listEndpoints(clientOf(server, accessKeyAuth(KEY)), {});
    expect(server.seen.map(({ headers }) => headers["x-sdk-date"])).toEqual(["20230401T120000Z", "20230401T120002Z"]);
    for (const seen of server.seen) expect(seen.headers.authorization).toBe(await expected(seen, server));
  });

  it("signs once more with the service's time where its own clock is off", async () => {
    const server = await start([{ ...refused, headers: { Date: "Sat, 01 Apr 2023 12:00:00 GMT" } }, {}]);
    const client = clientOf(server, accessKeyAuth(KEY));
    await listEndpoints(client, {});
    await listEndpoints(client, {});
    expect(server.seen.slice(1).map(({ headers }) => String(headers["x-sdk-date"]).slice(0, 12))).toEqual([
      "20230401T120",
      "20230401T120",
    ]);
  });

  it("does not retry after a 401 when clock and key are as before", async () => {
    const server = await start([refused]);
    expect((await rejection(listEndpoints(clientOf(server, accessKeyAuth(KEY)), {}))).attempts).toBe(1);
  });

  it("calls a provider once, again before the key expires, and again after a 401", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    let count = 0;
    const auth = accessKeyAuth(async () => ({
      accessKeyId: `AK${++count}`,
      secretAccessKey: "s",
      securityToken: `st${count}`,
      expiresAt: new Date(Date.now() + HOUR),
    }));
    const server = await start([{}]);
    const client = clientOf(server, auth);
    await Promise.all([listEndpoints(client, {}), listEndpoints(client, {})]);
    expect(count).toBe(1);
    vi.setSystemTime(Date.now() + 2 * HOUR);
    await listEndpoints(client, {});
    expect(server.seen.at(-1)?.headers["x-security-token"]).toBe("st2");
    const now = { Date: new Date().toUTCString() };
    const strict = await start(({ headers }) =>
      String(headers.authorization).includes("Access=AK3,") ? {} : { ...refused, headers: now },
    );
    await listEndpoints(clientOf(strict, auth), {});
    expect(strict.seen.map(({ headers }) => headers["x-security-token"])).toEqual(["st2", "st3"]);
  });

  it("is asked once a minute at most while it fails to renew a key that is still valid", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    let count = 0;
    const auth = accessKeyAuth(() => {
      if (count++) throw new Error("vault is down");
      return { ...KEY, expiresAt: Date.now() + HOUR };
    });
    const client = clientOf(await start([{}]), auth);
    await listEndpoints(client, {});
    for (const minutes of [58, 1.1]) {
      vi.setSystemTime(Date.now() + minutes * 60_000);
      for (let call = 0; call < 5; call++) await listEndpoints(client, {});
    }
    expect(count).toBe(3);
    vi.setSystemTime(Date.now() + HOUR);
    await expect(listEndpoints(client, {})).rejects.toThrow("vault is down");
  });

  it("names a project that no header can carry", async () => {
    const call = listEndpoints(clientOf(await start([{}]), accessKeyAuth(KEY)), { project_id: "终" });
    expect((await rejection(call)).message).toContain("X-Project-Id must be printable ASCII");
  });

  it("does not show the key", () => {
    expect(inspect(accessKeyAuth(KEY), { depth: 9, showHidden: true })).not.toContain("secret-key");
  });

  it.each([
    [undefined, "accessKeyId is missing"],
    [{}, "accessKeyId is missing"],
    [{ accessKeyId: "AK" }, "secretAccessKey is missing"],
    [{ ...KEY, secretAccessKey: "" }, "secretAccessKey is missing"],
    [{ ...KEY, secretAccessKey: "secret\n" }, "secretAccessKey must be printable ASCII, without blanks around it"],
    [{ ...KEY, accessKeyId: 7 }, "accessKeyId must be a string"],
    [{ ...KEY, expiresAt: "soon" }, "expiresAt must be a date, not soon"],
  ])("names the part that is wrong in %j at once", (key, message) => {
    expect(thrown(() => accessKeyAuth(key as typeof KEY)).message).toBe(`accessKeyAuth: ${message}`);
  });

  it("names the part that is missing in what a function returns", async () => {
    const server = await start([{}]);
    const auth = accessKeyAuth(() => ({ accessKeyId: "AK" }) as never);
    expect((await rejection(listEndpoints(clientOf(server, auth), {}))).message).toContain(
      "accessKeyAuth: the function: secretAccessKey is missing",
    );
  });
});
