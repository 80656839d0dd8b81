import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import {
  accessKeyAuth,
  credentialsChain,
  CredentialsNotFoundError,
  credentialsFromEnv,
  credentialsFromMetadata,
  credentialsFromProfile,
  defaultCredentials,
  findProjectId,
  tokenAuth,
} from "@vpcep/client/auth";
import { rejection, serve } from "./support/server.ts";

const ENV = { HUAWEICLOUD_SDK_AK: "env-ak", HUAWEICLOUD_SDK_SK: "env-sk" };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "credentials-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** Writes a credentials file and returns its path. */
function fileOf(text: string | Buffer): string {
  const file = join(folder, "credentials");
  writeFileSync(file, text);
  return file;
}
const search = async (provider: () => unknown) => provider();

describe("credentialsFromEnv", () => {
  it("reads the names of the vendor's SDKs", async () => {
    const more = { SECURITY_TOKEN: "st", PROJECT_ID: "project", DOMAIN_ID: "domain" };
    const env = Object.fromEntries(Object.entries(more).map(([name, value]) => [`HUAWEICLOUD_SDK_${name}`, value]));
    expect(await credentialsFromEnv({ ...ENV, ...env })()).toEqual({
      accessKeyId: "env-ak",
      secretAccessKey: "env-sk",
      securityToken: "st",
      projectId: "project",
      domainId: "domain",
    });
  });

  it("reads them when they are needed", async () => {
    const provider = credentialsFromEnv();
    for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value);
    expect(await provider()).toMatchObject({ accessKeyId: "env-ak" });
  });

  it.each([
    [{}, CredentialsNotFoundError, "HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set"],
    [{ HUAWEICLOUD_SDK_AK: "a" }, TypeError, "HUAWEICLOUD_SDK_AK is set, but HUAWEICLOUD_SDK_SK is not"],
    [{ HUAWEICLOUD_SDK_SK: "s" }, TypeError, "HUAWEICLOUD_SDK_SK is set, but HUAWEICLOUD_SDK_AK is not"],
  ])("names the part missing in %j", async (env, type, message) => {
    const error = await rejection(search(credentialsFromEnv(env)));
    expect(error).toBeInstanceOf(type);
    expect(error.message).toBe(message);
  });
});

describe("credentialsFromProfile", () => {
  const FILE = `\uFEFF# a comment\r\n[global]\r\nak = "other"\r\nsk = 'other'\r\n\r\n[basic]\r\n; another\r\nAK=profile-ak\r\nsk : profile=sk:\r\nproject_id = project\r\n`;

  it("reads the section for services of a region", async () => {
    expect(await credentialsFromProfile({ file: fileOf(FILE) })()).toEqual({
      accessKeyId: "profile-ak",
      secretAccessKey: "profile=sk:",
      securityToken: undefined,
      projectId: "project",
      domainId: undefined,
    });
  });

  it("reads another section, of the file that the environment names", async () => {
    vi.stubEnv("HUAWEICLOUD_SDK_CREDENTIALS_FILE", fileOf(FILE));
    expect(await credentialsFromProfile({ profile: "global" })()).toMatchObject({
      accessKeyId: "other",
      secretAccessKey: "other",
    });
  });

  it("reads .huaweicloud/credentials in the home directory by default", async () => {
    vi.stubEnv("HUAWEICLOUD_SDK_CREDENTIALS_FILE", "");
    vi.stubEnv("HOME", folder);
    const { message } = await rejection(search(credentialsFromProfile()));
    expect(message).toBe(`there is no file ${join(folder, ".huaweicloud/credentials")}`);
  });

  it("reads UTF-16, as PowerShell writes it", async () => {
    const file = fileOf(Buffer.from(FILE, "utf16le"));
    expect(await credentialsFromProfile({ file })()).toMatchObject({ accessKeyId: "profile-ak" });
  });

  it("names a file that cannot be read", async () => {
    const { message } = await rejection(search(credentialsFromProfile({ file: folder })));
    expect(message).toBe(`${folder} cannot be read`);
  });

  it("finds nothing where a process has no environment", async () => {
    vi.stubGlobal("process", {});
    const error = await rejection(search(credentialsFromProfile())).finally(() => vi.unstubAllGlobals());
    expect(error).toBeInstanceOf(CredentialsNotFoundError);
  });

  it.each([
    ["[global]\nak=a", CredentialsNotFoundError, "has no section [basic]"],
    ["[basic]\nsk = s", TypeError, "ak is missing in [basic]"],
    ["[basic]\nak = a\nsk =", TypeError, "sk is missing in [basic]"],
    ["[basic]\nidp_id = x", TypeError, "ak is missing in [basic]; a federated login (idp_id) is not supported"],
  ])("names the fault of %j", async (text, type, message) => {
    const error = await rejection(search(credentialsFromProfile({ file: fileOf(text) })));
    expect(error).toBeInstanceOf(type);
    expect(error.message).toContain(message);
  });
});

describe("credentialsFromMetadata", () => {
  const CREDENTIAL = { access: "ak", secret: "sk", securitytoken: "st", expires_at: "2030-01-01T00:00:00.000000Z" };
  const key = { accessKeyId: "ak", secretAccessKey: "sk", securityToken: "st", expiresAt: CREDENTIAL.expires_at };

  it.each([
    [200, "token"],
    [404, undefined],
  ])("fetches the key of the agency, when the request for a token gets status %i", async (status, sent) => {
    await using server = await serve(({ method }) =>
      method === "PUT" ? { status, body: "token" } : { body: { credential: CREDENTIAL } },
    );
    expect(await credentialsFromMetadata({ endpoint: `${server.url}/` })()).toEqual(key);
    expect(server.seen.map(({ method, target }) => `${method} ${target}`)).toEqual([
      "PUT /meta-data/latest/api/token",
      "GET /openstack/latest/securitykey",
    ]);
    expect(server.seen[1]?.headers["x-metadata-token"]).toBe(sent);
  });

  it.each([["hang" as const], ["drop" as const], [{ status: 404, body: "no agency" }]])(
    "finds no credentials where the service does this: %j",
    async (response) => {
      await using server = await serve([response]);
      const error = await rejection(search(credentialsFromMetadata({ endpoint: server.url, timeout: 200 })));
      expect(error).toBeInstanceOf(CredentialsNotFoundError);
    },
  );
});

describe("a chain", () => {
  it("uses the first credentials that are found", async () => {
    const file = fileOf("[basic]\nak = profile-ak\nsk = s");
    const chain = credentialsChain(credentialsFromEnv({}), credentialsFromProfile({ file }), credentialsFromEnv(ENV));
    expect(await chain()).toMatchObject({ accessKeyId: "profile-ak" });
  });

  it("names for every place why nothing was found", async () => {
    const file = join(folder, "none");
    const chain = credentialsChain(credentialsFromEnv({}), credentialsFromProfile({ file }));
    expect((await rejection(search(chain))).message).toBe(
      `no credentials: HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set; there is no file ${file}`,
    );
  });

  it("throws at credentials that are incomplete", async () => {
    const chain = credentialsChain(credentialsFromEnv({ HUAWEICLOUD_SDK_AK: "a" }), credentialsFromEnv(ENV));
    expect((await rejection(search(chain))).message).toContain("HUAWEICLOUD_SDK_SK is not");
  });

  it("searches the environment first by default", async () => {
    for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value);
    expect(await defaultCredentials()()).toMatchObject({ accessKeyId: "env-ak" });
  });
});

describe("findProjectId", () => {
  const KEY = { accessKeyId: "ak", secretAccessKey: "sk" };
  const PROJECTS = [
    { id: "p1", name: "cn-north-4" },
    { id: "p2", name: "cn-north-4_other" },
  ];
  const listed = (projects: object[]) => serve([{ status: 503 }, { body: { projects } }]);

  it("returns the project that stands beside the credentials", async () => {
    const auth = accessKeyAuth(credentialsFromEnv({ ...ENV, HUAWEICLOUD_SDK_PROJECT_ID: "mine" }));
    expect(await findProjectId({ auth, iamEndpoint: "http://127.0.0.1:1" })).toBe("mine");
  });

  it("requests the project of the region from IAM, signed and with retries", async () => {
    await using iam = await listed(PROJECTS);
    const options = { auth: accessKeyAuth(KEY), region: "cn-north-4", retry: { baseDelay: 0 } } as const;
    expect(await findProjectId({ ...options, iamEndpoint: `${iam.url}/iam/` })).toBe("p1");
    expect(iam.seen.map(({ target }) => target)).toEqual(Array(2).fill("/iam/v3/projects?name=cn-north-4"));
    expect(iam.seen[1]?.headers.authorization).toContain("Access=ak");
  });

  it.each([
    ["cn-north-4", "https://iam.cn-north-4.myhuaweicloud.com"],
    ["eu-west-101", "https://iam.eu-west-101.myhuaweicloud.eu"],
    [undefined, "https://iam.myhuaweicloud.com"],
  ] as const)("calls the IAM of the region %s", async (region, address) => {
    const asked: string[] = [];
    const fetch = async ({ url }: Request) => {
      asked.push(url);
      return Response.json({ projects: [{ id: "p", name: region }] });
    };
    await findProjectId({ auth: tokenAuth("t"), region, fetch });
    expect(asked).toEqual([`${address}/v3/projects${region ? `?name=${region}` : ""}`]);
  });

  it("lists the projects where none or several fit", async () => {
    await using iam = await listed(PROJECTS);
    const find = (options: object) =>
      rejection(findProjectId({ auth: tokenAuth("t"), iamEndpoint: iam.url, retry: { baseDelay: 0 }, ...options }));
    expect((await find({})).message).toContain("IAM lists: cn-north-4, cn-north-4_other");
    expect((await find({ name: "other" })).message).toContain('not "other"');
  });

  it("rejects with the error of IAM", async () => {
    await using iam = await serve([{ status: 403, body: { error: { code: 403, message: "no permission" } } }]);
    const error = await rejection(findProjectId({ auth: tokenAuth("secret-token"), iamEndpoint: iam.url }));
    expect(error).toMatchObject({ status: 403, operationId: "findProjectId" });
    expect(error.message).toContain("no permission");
  });
});
