// Generated from VPC Endpoint API 0.1.0. Do not edit: change the description and build again.

import { call, type CallOptions, type OperationClient } from "../call.ts";
import type { operations } from "./schema.ts";

/**
 * Parameters of {@link listServiceDetails}.
 */
export interface ListServiceDetailsParams {
  /**
   * ID of the project (the tenant's space in one region) that owns the resource.
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listServiceDetails"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service.
   */
  vpc_endpoint_service_id: operations["listServiceDetails"]["parameters"]["path"]["vpc_endpoint_service_id"];
}

/**
 * Answer to {@link listServiceDetails}.
 */
export type ListServiceDetailsData = operations["listServiceDetails"]["responses"][200]["content"]["application/json"];

/**
 * Show a VPC endpoint service
 *
 * Returns everything about one endpoint service to its owner. It is also the operation to poll after an endpoint
 * service was created or deleted.
 *
 * No field of the answer is promised: a field that does not apply, such as `vip_port_id` for a cloud server, is left
 * out.
 *
 * `GET /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}`
 */
export function listServiceDetails(
  client: OperationClient,
  params: ListServiceDetailsParams,
  options?: CallOptions,
): Promise<ListServiceDetailsData> {
  return call(client, "listServiceDetails", "GET", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}", params, options);
}
