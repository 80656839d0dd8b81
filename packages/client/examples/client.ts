// The client that the examples share: the mock where VPCEP_BASE_URL is set, else the real service.
import { accessKeyAuth, createClient, credentialsFromEnv } from "@vpcep/client";

export const client = createClient({
  baseUrl: process.env["VPCEP_BASE_URL"] ?? "https://vpcep.cn-north-4.myhuaweicloud.com",
  projectId: process.env["HUAWEICLOUD_SDK_PROJECT_ID"] ?? "",
  auth: accessKeyAuth(credentialsFromEnv()),
  userAgent: "vpcep-examples",
});
