import { CredentialsNotFoundError, nodeProcess, type CredentialsProvider } from "./found-credentials.ts";

/** Options of `credentialsFromProfile`. */
export interface ProfileOptions {
  /** Section of the file. Default: `basic`, the vendor's name for services that belong to a region. */
  profile?: string | undefined;
  /** Path of the file. Default: `HUAWEICLOUD_SDK_CREDENTIALS_FILE`, else `.huaweicloud/credentials` in the home directory. */
  file?: string | undefined;
}

/**
 * Reads an access key from the credentials file of the vendor's SDKs: `ak`, `sk`, and where they are set `security_token`,
 * `project_id` and `domain_id`.
 *
 * ```ini
 * [basic]
 * ak = …
 * sk = …
 * ```
 *
 * @param options Path and section of the file, where they are not the usual ones.
 * @returns A provider for `accessKeyAuth`.
 * @example
 * ```ts
 * import { accessKeyAuth, credentialsFromProfile } from "@vpcep/client/auth";
 *
 * const auth = accessKeyAuth(credentialsFromProfile({ profile: "basic" }));
 * ```
 */
export function credentialsFromProfile({ profile = "basic", file }: ProfileOptions = {}): CredentialsProvider {
  return () => {
    const path = file ?? defaultFile();
    const text = path && read(path);
    if (text === undefined) throw new CredentialsNotFoundError(`there is no file ${path ?? "system here"}`);
    const values = parseSections(text).get(profile);
    if (!values) throw new CredentialsNotFoundError(`${path} has no section [${profile}]`);
    const value = (name: string) => values.get(name) || undefined;
    const [accessKeyId, secretAccessKey] = [value("ak"), value("sk")];
    if (!accessKeyId || !secretAccessKey) {
      const hint = value("idp_id") ? "; a federated login (idp_id) is not supported" : "";
      throw new TypeError(`${path}: ${accessKeyId ? "sk" : "ak"} is missing in [${profile}]${hint}`);
    }
    return {
      accessKeyId,
      secretAccessKey,
      securityToken: value("security_token"),
      projectId: value("project_id"),
      domainId: value("domain_id"),
    };
  };
}

function defaultFile(): string | undefined {
  const process = nodeProcess();
  const home = process?.getBuiltinModule?.("node:os").homedir();
  return (
    process?.env?.["HUAWEICLOUD_SDK_CREDENTIALS_FILE"] ||
    (home && process?.getBuiltinModule?.("node:path").join(home, ".huaweicloud", "credentials"))
  );
}

function read(path: string): string | undefined {
  try {
    const bytes = nodeProcess()?.getBuiltinModule?.("node:fs").readFileSync(path);
    // PowerShell writes UTF-16, with a byte order mark.
    return bytes && new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-8").decode(bytes);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return undefined;
    throw new Error(`${path} cannot be read`, { cause: error });
  }
}

/** Reads an INI file as Python's `configparser` does, which the vendor's SDK for Python uses, but without quotes around values. */
function parseSections(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current: Map<string, string> | undefined;
  for (const line of text.split(/\r?\n/)) {
    const header = line.match(/^\s*\[([^\]]*)\]/)?.[1];
    if (header !== undefined) sections.set(header, (current = new Map()));
    const [, name, value] = line.match(/^\s*([^\s#;[][^=:]*?)\s*[=:]\s*(.*?)\s*$/) ?? [];
    if (name && value !== undefined) current?.set(name.toLowerCase(), value.replace(/^(["'])(.*)\1$/, "$2"));
  }
  return sections;
}
