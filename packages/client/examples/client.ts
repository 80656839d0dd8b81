// The client that the examples share: the mock where VPCEP_BASE_URL is set, else the real service.
import { accessKeyAuth, createClient, credentialsFromEnv } from "@vpcep/client";

const region = process.env["HW_REGION_NAME"] ?? "cn-north-4";

export const client = createClient({
  baseUrl: process.env["VPCEP_BASE_URL"] ?? `https://vpcep.${region}.myhuaweicloud.com`,
  projectId: process.env["HUAWEICLOUD_SDK_PROJECT_ID"] ?? "",
  auth: accessKeyAuth(credentialsFromEnv()),
  userAgent: "vpcep-examples",
});

/** Ends the program with a message. */
export function exit(message: string): never {
  console.error(message);
  process.exit(2);
}
