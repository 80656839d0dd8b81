// Generated from VPC Endpoint API 0.1.0. Do not edit: change the description and build again.

import { call, type CallOptions, type OperationClient } from "../call.ts";
import type { operations } from "./schema.ts";

/**
 * Parameters of {@link listServiceDetails}.
 */
export interface ListServiceDetailsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
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

/**
 * Parameters of {@link updateEndpointService}.
 */
export interface UpdateEndpointServiceParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["updateEndpointService"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service.
   */
  vpc_endpoint_service_id: operations["updateEndpointService"]["parameters"]["path"]["vpc_endpoint_service_id"];
  body: NonNullable<operations["updateEndpointService"]["requestBody"]>["content"][keyof NonNullable<operations["updateEndpointService"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link updateEndpointService}.
 */
export type UpdateEndpointServiceData = operations["updateEndpointService"]["responses"][200]["content"]["application/json"];

/**
 * Change a VPC endpoint service
 *
 * Changes any of these: whether connections need an approval, the short name, the port mappings, the backend, how data
 * about the client is passed on, and the description.
 *
 * Port mappings are replaced as a whole. `port_id` and `ip` cannot be changed in one request. Some states of the
 * endpoint service allow no change.
 *
 * `PUT /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}`
 */
export function updateEndpointService(
  client: OperationClient,
  params: UpdateEndpointServiceParams,
  options?: CallOptions,
): Promise<UpdateEndpointServiceData> {
  return call(client, "updateEndpointService", "PUT", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}", params, options);
}

/**
 * Parameters of {@link deleteEndpointService}.
 */
export interface DeleteEndpointServiceParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["deleteEndpointService"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service.
   */
  vpc_endpoint_service_id: operations["deleteEndpointService"]["parameters"]["path"]["vpc_endpoint_service_id"];
}

/**
 * Answer to {@link deleteEndpointService}.
 */
export type DeleteEndpointServiceData = undefined;

/**
 * Delete a VPC endpoint service
 *
 * Deletes an endpoint service that a user created; those of the operator cannot be deleted. There is no way back. The
 * request is refused as long as a VPC endpoint that is `creating` or `accepted` uses the endpoint service.
 *
 * The answer comes at once. The work takes one to two minutes, in the state `deleting`; it is done when
 * `listServiceDetails` answers 404. Some pages name 200 as the status of success, so clients should take that as well.
 *
 * `DELETE /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}`
 */
export function deleteEndpointService(
  client: OperationClient,
  params: DeleteEndpointServiceParams,
  options?: CallOptions,
): Promise<DeleteEndpointServiceData> {
  return call(client, "deleteEndpointService", "DELETE", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}", params, options);
}

/**
 * Parameters of {@link listEndpointService}.
 */
export interface ListEndpointServiceParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listEndpointService"]["parameters"]["path"]["project_id"];
  /**
   * Keep only what belongs to endpoint services with this text anywhere in the name. Case does not matter.
   */
  endpoint_service_name?: NonNullable<operations["listEndpointService"]["parameters"]["query"]>["endpoint_service_name"];
  /**
   * ID of the endpoint service to return; others are left out.
   */
  id?: NonNullable<operations["listEndpointService"]["parameters"]["query"]>["id"];
  /**
   * Keep only the endpoint services in this state.
   */
  status?: NonNullable<operations["listEndpointService"]["parameters"]["query"]>["status"];
  /**
   * What the list is sorted by.
   *
   * - `create_at`: time of creation
   * - `update_at`: time of the last change
   */
  sort_key?: NonNullable<operations["listEndpointService"]["parameters"]["query"]>["sort_key"];
  /**
   * Direction of the sorting.
   *
   * - `asc`: ascending, oldest first
   * - `desc`: descending, newest first
   */
  sort_dir?: NonNullable<operations["listEndpointService"]["parameters"]["query"]>["sort_dir"];
  /**
   * Number of items on a page, from 0 to 1000; 10, 20 or 50 is usual. What 0 means is not documented.
   */
  limit?: NonNullable<operations["listEndpointService"]["parameters"]["query"]>["limit"];
  /**
   * Number of matches to skip before the page starts.
   */
  offset?: NonNullable<operations["listEndpointService"]["parameters"]["query"]>["offset"];
  /**
   * Keep only the endpoint services of this public border group (an edge site).
   */
  public_border_group?: NonNullable<operations["listEndpointService"]["parameters"]["query"]>["public_border_group"];
  /**
   * Keep only the endpoint services whose backend is on this kind of network (added in 2024).
   */
  net_type?: NonNullable<operations["listEndpointService"]["parameters"]["query"]>["net_type"];
}

/**
 * Answer to {@link listEndpointService}.
 */
export type ListEndpointServiceData = operations["listEndpointService"]["responses"][200]["content"]["application/json"];

/**
 * List the endpoint services of a project
 *
 * Returns the endpoint services that belong to the caller, page by page. Filters narrow the list down; the total
 * counts every match.
 *
 * `GET /v1/{project_id}/vpc-endpoint-services`
 */
export function listEndpointService(
  client: OperationClient,
  params: ListEndpointServiceParams = {},
  options?: CallOptions,
): Promise<ListEndpointServiceData> {
  return call(client, "listEndpointService", "GET", "/v1/{project_id}/vpc-endpoint-services", params, options);
}

/**
 * Parameters of {@link createEndpointService}.
 */
export interface CreateEndpointServiceParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["createEndpointService"]["parameters"]["path"]["project_id"];
  body: NonNullable<operations["createEndpointService"]["requestBody"]>["content"][keyof NonNullable<operations["createEndpointService"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link createEndpointService}.
 */
export type CreateEndpointServiceData = operations["createEndpointService"]["responses"][200]["content"]["application/json"];

/**
 * Create a VPC endpoint service
 *
 * Publishes a cloud server or a load balancer of a VPC as an endpoint service, which VPC endpoints can then connect
 * to.
 *
 * The answer comes at once, with the state `creating`. The work takes one to two minutes and ends in `available` or
 * `failed`; ask `listServiceDetails` for the state.
 *
 * An endpoint service has one backend, unless it is upgraded to have several. An account can have 20 endpoint services
 * in a region by default. The subnets and custom routes of the VPC must not overlap with 198.19.128.0/17.
 *
 * A role policy must allow reading VPCs and backends as well: `vpc:vpcs:get`, `vpc:vpcs:list`, `elb:loadbalancers:get`,
 * `elb:loadbalancers:list`, `ecs:servers:get`, `ecs:servers:list`, `bms:servers:get` and `bms:servers:list`.
 *
 * `POST /v1/{project_id}/vpc-endpoint-services`
 */
export function createEndpointService(
  client: OperationClient,
  params: CreateEndpointServiceParams,
  options?: CallOptions,
): Promise<CreateEndpointServiceData> {
  return call(client, "createEndpointService", "POST", "/v1/{project_id}/vpc-endpoint-services", params, options);
}

/**
 * Parameters of {@link listServiceDescribeDetails}.
 */
export interface ListServiceDescribeDetailsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listServiceDescribeDetails"]["parameters"]["path"]["project_id"];
  /**
   * Full name of the endpoint service. Needed unless `id` is given.
   */
  endpoint_service_name?: NonNullable<operations["listServiceDescribeDetails"]["parameters"]["query"]>["endpoint_service_name"];
  /**
   * ID of the endpoint service. Needed unless `endpoint_service_name` is given.
   */
  id?: NonNullable<operations["listServiceDescribeDetails"]["parameters"]["query"]>["id"];
}

/**
 * Answer to {@link listServiceDescribeDetails}.
 */
export type ListServiceDescribeDetailsData = operations["listServiceDescribeDetails"]["responses"][200]["content"]["application/json"];

/**
 * Show what a consumer may know of a VPC endpoint service
 *
 * Returns the basics of one endpoint service, and nothing about its backend. It is meant for users who want to connect
 * to the endpoint service; its owner finds the rest in `listServiceDetails`.
 *
 * The name or the ID must be given, or the request fails. What happens with both is not documented.
 *
 * `GET /v1/{project_id}/vpc-endpoint-services/describe`
 */
export function listServiceDescribeDetails(
  client: OperationClient,
  params: ListServiceDescribeDetailsParams = {},
  options?: CallOptions,
): Promise<ListServiceDescribeDetailsData> {
  return call(client, "listServiceDescribeDetails", "GET", "/v1/{project_id}/vpc-endpoint-services/describe", params, options);
}

/**
 * Parameters of {@link listServicePublicDetails}.
 */
export interface ListServicePublicDetailsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listServicePublicDetails"]["parameters"]["path"]["project_id"];
  /**
   * Number of items on a page, from 0 to 1000; 10, 20 or 50 is usual. What 0 means is not documented.
   */
  limit?: NonNullable<operations["listServicePublicDetails"]["parameters"]["query"]>["limit"];
  /**
   * Number of matches to skip before the page starts.
   */
  offset?: NonNullable<operations["listServicePublicDetails"]["parameters"]["query"]>["offset"];
  /**
   * Keep only what belongs to endpoint services with this text anywhere in the name. Case does not matter.
   */
  endpoint_service_name?: NonNullable<operations["listServicePublicDetails"]["parameters"]["query"]>["endpoint_service_name"];
  /**
   * ID of the endpoint service to return; others are left out.
   */
  id?: NonNullable<operations["listServicePublicDetails"]["parameters"]["query"]>["id"];
  /**
   * What the list is sorted by.
   *
   * - `create_at`: time of creation
   * - `update_at`: time of the last change
   */
  sort_key?: NonNullable<operations["listServicePublicDetails"]["parameters"]["query"]>["sort_key"];
  /**
   * Direction of the sorting.
   *
   * - `asc`: ascending, oldest first
   * - `desc`: descending, newest first
   */
  sort_dir?: NonNullable<operations["listServicePublicDetails"]["parameters"]["query"]>["sort_dir"];
}

/**
 * Answer to {@link listServicePublicDetails}.
 */
export type ListServicePublicDetailsData = operations["listServicePublicDetails"]["responses"][200]["content"]["application/json"];

/**
 * List the public endpoint services
 *
 * Returns the endpoint services that the operator of the cloud offers to every account, page by page.
 *
 * A role policy must allow `vpc:vpcs:get`, `vpc:vpcs:list` and `vpc:subnets:get` as well.
 *
 * `GET /v1/{project_id}/vpc-endpoint-services/public`
 */
export function listServicePublicDetails(
  client: OperationClient,
  params: ListServicePublicDetailsParams = {},
  options?: CallOptions,
): Promise<ListServicePublicDetailsData> {
  return call(client, "listServicePublicDetails", "GET", "/v1/{project_id}/vpc-endpoint-services/public", params, options);
}

/**
 * Parameters of {@link updateEndpointServiceName}.
 */
export interface UpdateEndpointServiceNameParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["updateEndpointServiceName"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service.
   */
  vpc_endpoint_service_id: operations["updateEndpointServiceName"]["parameters"]["path"]["vpc_endpoint_service_id"];
  body?: NonNullable<operations["updateEndpointServiceName"]["requestBody"]>["content"][keyof NonNullable<operations["updateEndpointServiceName"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link updateEndpointServiceName}.
 */
export type UpdateEndpointServiceNameData = operations["updateEndpointServiceName"]["responses"][200]["content"]["application/json"];

/**
 * Rename a VPC endpoint service
 *
 * Gives an endpoint service another short name. The answer carries the full name that is stored.
 *
 * `PUT /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/name`
 */
export function updateEndpointServiceName(
  client: OperationClient,
  params: UpdateEndpointServiceNameParams,
  options?: CallOptions,
): Promise<UpdateEndpointServiceNameData> {
  return call(client, "updateEndpointServiceName", "PUT", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/name", params, options);
}

/**
 * Parameters of {@link addEndpointServiceServerResource}.
 */
export interface AddEndpointServiceServerResourceParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["addEndpointServiceServerResource"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service.
   */
  vpc_endpoint_service_id: operations["addEndpointServiceServerResource"]["parameters"]["path"]["vpc_endpoint_service_id"];
  body: NonNullable<operations["addEndpointServiceServerResource"]["requestBody"]>["content"][keyof NonNullable<operations["addEndpointServiceServerResource"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link addEndpointServiceServerResource}.
 */
export type AddEndpointServiceServerResourceData = undefined;

/**
 * Add backends to a VPC endpoint service
 *
 * Puts more load balancers, each with its availability zone, behind an endpoint service (added in 2025). No permission
 * in an identity policy is needed.
 *
 * Whether the backends already work when the answer comes is not documented, and no operation is known that lists or
 * removes them.
 *
 * `POST /v2/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/add-server-resources`
 */
export function addEndpointServiceServerResource(
  client: OperationClient,
  params: AddEndpointServiceServerResourceParams,
  options?: CallOptions,
): Promise<AddEndpointServiceServerResourceData> {
  return call(client, "addEndpointServiceServerResource", "POST", "/v2/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/add-server-resources", params, options);
}

/**
 * Parameters of {@link upgradeEndpointService}.
 */
export interface UpgradeEndpointServiceParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["upgradeEndpointService"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service.
   */
  vpc_endpoint_service_id: operations["upgradeEndpointService"]["parameters"]["path"]["vpc_endpoint_service_id"];
  body?: NonNullable<operations["upgradeEndpointService"]["requestBody"]>["content"][keyof NonNullable<operations["upgradeEndpointService"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link upgradeEndpointService}.
 */
export type UpgradeEndpointServiceData = undefined;

/**
 * Upgrade a VPC endpoint service to the professional edition
 *
 * Lets VPC endpoints of the professional edition use an endpoint service, or takes that back (added in 2024). The body
 * is optional; a request without one upgrades. No permission in an identity policy is needed.
 *
 * Whether the work is done when the answer comes is not documented. Afterwards `supported_editions` in the answer of
 * `listServiceDetails` should contain `profession`.
 *
 * Newer pages say that it can be called only in CN East 2, CN East-Qingdao, ME-Riyadh and AF-Cairo; an older one says
 * that endpoint services in these four regions need no upgrade.
 *
 * `POST /v2/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/upgrade`
 */
export function upgradeEndpointService(
  client: OperationClient,
  params: UpgradeEndpointServiceParams,
  options?: CallOptions,
): Promise<UpgradeEndpointServiceData> {
  return call(client, "upgradeEndpointService", "POST", "/v2/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/upgrade", params, options);
}

/**
 * Parameters of {@link listServiceConnections}.
 */
export interface ListServiceConnectionsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listServiceConnections"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service that the connections or the whitelist belong to.
   */
  vpc_endpoint_service_id: operations["listServiceConnections"]["parameters"]["path"]["vpc_endpoint_service_id"];
  /**
   * ID of the VPC endpoint to return; others are left out.
   */
  id?: NonNullable<operations["listServiceConnections"]["parameters"]["query"]>["id"];
  /**
   * Only the connection with this `marker_id`. A string here, although the answer has an integer.
   */
  marker_id?: NonNullable<operations["listServiceConnections"]["parameters"]["query"]>["marker_id"];
  /**
   * Only connections in this state.
   *
   * - `pendingAcceptance`: waiting for the owner of the endpoint service
   * - `accepted`: connected
   * - `rejected`: refused by the owner of the endpoint service
   * - `failed`: could not be connected
   */
  status?: NonNullable<operations["listServiceConnections"]["parameters"]["query"]>["status"];
  /**
   * What the list is sorted by.
   *
   * - `create_at`: time of creation
   * - `update_at`: time of the last change
   */
  sort_key?: NonNullable<operations["listServiceConnections"]["parameters"]["query"]>["sort_key"];
  /**
   * Direction of the sorting.
   *
   * - `asc`: ascending, oldest first
   * - `desc`: descending, newest first
   */
  sort_dir?: NonNullable<operations["listServiceConnections"]["parameters"]["query"]>["sort_dir"];
  /**
   * Number of items on a page, from 0 to 1000; 10, 20 or 50 is usual. What 0 means is not documented.
   */
  limit?: NonNullable<operations["listServiceConnections"]["parameters"]["query"]>["limit"];
  /**
   * Number of matches to skip before the page starts.
   */
  offset?: NonNullable<operations["listServiceConnections"]["parameters"]["query"]>["offset"];
}

/**
 * Answer to {@link listServiceConnections}.
 */
export type ListServiceConnectionsData = operations["listServiceConnections"]["responses"][200]["content"]["application/json"];

/**
 * List the connections of an endpoint service
 *
 * Shows the owner of an endpoint service which VPC endpoints are connected to it, or ask to be. A connection is the
 * VPC endpoint as the owner of the service sees it: its `id` is that of the VPC endpoint, and its `marker_id` is its
 * own.
 *
 * It is also the operation to poll, with the query parameter `id`, after a connection was accepted or rejected.
 *
 * `GET /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections`
 */
export function listServiceConnections(
  client: OperationClient,
  params: ListServiceConnectionsParams,
  options?: CallOptions,
): Promise<ListServiceConnectionsData> {
  return call(client, "listServiceConnections", "GET", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections", params, options);
}

/**
 * Parameters of {@link acceptOrRejectEndpoint}.
 */
export interface AcceptOrRejectEndpointParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["acceptOrRejectEndpoint"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service that the connections or the whitelist belong to.
   */
  vpc_endpoint_service_id: operations["acceptOrRejectEndpoint"]["parameters"]["path"]["vpc_endpoint_service_id"];
  body: NonNullable<operations["acceptOrRejectEndpoint"]["requestBody"]>["content"][keyof NonNullable<operations["acceptOrRejectEndpoint"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link acceptOrRejectEndpoint}.
 */
export type AcceptOrRejectEndpointData = operations["acceptOrRejectEndpoint"]["responses"][200]["content"]["application/json"];

/**
 * Accept or reject a connection
 *
 * Lets the owner of an endpoint service decide on one VPC endpoint that asks to be connected, or end a connection that
 * was accepted before: `reject` is allowed then too, and the VPC endpoint keeps its IP address. Whether a rejected one
 * can be accepted later is not documented.
 *
 * The answer has the connection after the decision. The change itself may take a little longer, with the state
 * `creating` in between. After an accepted connection was rejected, wait for `rejected`; `accepted` may still be the
 * state from before.
 *
 * `POST /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/action`
 */
export function acceptOrRejectEndpoint(
  client: OperationClient,
  params: AcceptOrRejectEndpointParams,
  options?: CallOptions,
): Promise<AcceptOrRejectEndpointData> {
  return call(client, "acceptOrRejectEndpoint", "POST", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/action", params, options);
}

/**
 * Parameters of {@link updateEndpointConnectionsDesc}.
 */
export interface UpdateEndpointConnectionsDescParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["updateEndpointConnectionsDesc"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service that the connections or the whitelist belong to.
   */
  vpc_endpoint_service_id: operations["updateEndpointConnectionsDesc"]["parameters"]["path"]["vpc_endpoint_service_id"];
  body: NonNullable<operations["updateEndpointConnectionsDesc"]["requestBody"]>["content"][keyof NonNullable<operations["updateEndpointConnectionsDesc"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link updateEndpointConnectionsDesc}.
 */
export type UpdateEndpointConnectionsDescData = operations["updateEndpointConnectionsDesc"]["responses"][200]["content"]["application/json"];

/**
 * Describe connections of an endpoint service
 *
 * Sets the text that the owner of an endpoint service keeps on each of the connections given. Nothing else about them
 * changes. The answer need not have the order of the request.
 *
 * `PUT /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/description`
 */
export function updateEndpointConnectionsDesc(
  client: OperationClient,
  params: UpdateEndpointConnectionsDescParams,
  options?: CallOptions,
): Promise<UpdateEndpointConnectionsDescData> {
  return call(client, "updateEndpointConnectionsDesc", "PUT", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/description", params, options);
}

/**
 * Parameters of {@link listServicePermissionsDetails}.
 */
export interface ListServicePermissionsDetailsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listServicePermissionsDetails"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service that the connections or the whitelist belong to.
   */
  vpc_endpoint_service_id: operations["listServicePermissionsDetails"]["parameters"]["path"]["vpc_endpoint_service_id"];
  /**
   * Only records whose `permission` contains this text, such as `iam:domain::` and an account ID.
   */
  permission?: NonNullable<operations["listServicePermissionsDetails"]["parameters"]["query"]>["permission"];
  /**
   * Number of records on a page, from 0 to 500, which is half of what other lists allow; 10, 20 or 50 is usual. What
   * 0 means is not documented.
   */
  limit?: NonNullable<operations["listServicePermissionsDetails"]["parameters"]["query"]>["limit"];
  /**
   * Number of matches to skip before the page starts.
   */
  offset?: NonNullable<operations["listServicePermissionsDetails"]["parameters"]["query"]>["offset"];
  /**
   * What the list is sorted by.
   *
   * - `create_at`: time of creation
   * - `update_at`: time of the last change
   */
  sort_key?: NonNullable<operations["listServicePermissionsDetails"]["parameters"]["query"]>["sort_key"];
  /**
   * Direction of the sorting.
   *
   * - `asc`: ascending, oldest first
   * - `desc`: descending, newest first
   */
  sort_dir?: NonNullable<operations["listServicePermissionsDetails"]["parameters"]["query"]>["sort_dir"];
}

/**
 * Answer to {@link listServicePermissionsDetails}.
 */
export type ListServicePermissionsDetailsData = operations["listServicePermissionsDetails"]["responses"][200]["content"]["application/json"];

/**
 * List the whitelist of an endpoint service
 *
 * Shows the owner of an endpoint service who else may connect to it. The account that owns the service is always
 * allowed and needs no record.
 *
 * `GET /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions`
 */
export function listServicePermissionsDetails(
  client: OperationClient,
  params: ListServicePermissionsDetailsParams,
  options?: CallOptions,
): Promise<ListServicePermissionsDetailsData> {
  return call(client, "listServicePermissionsDetails", "GET", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions", params, options);
}

/**
 * Parameters of {@link addOrRemoveServicePermissions}.
 */
export interface AddOrRemoveServicePermissionsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["addOrRemoveServicePermissions"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service that the connections or the whitelist belong to.
   */
  vpc_endpoint_service_id: operations["addOrRemoveServicePermissions"]["parameters"]["path"]["vpc_endpoint_service_id"];
  body: NonNullable<operations["addOrRemoveServicePermissions"]["requestBody"]>["content"][keyof NonNullable<operations["addOrRemoveServicePermissions"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link addOrRemoveServicePermissions}.
 */
export type AddOrRemoveServicePermissionsData = operations["addOrRemoveServicePermissions"]["responses"][200]["content"]["application/json"];

/**
 * Add or remove whitelist records by value
 *
 * Lets the owner of an endpoint service say, by account or by path in the organization, who may connect to it, or take
 * that back. The account that owns the service is always allowed; `*` allows every account.
 *
 * To give each record a description, or to remove records by ID, use `batchAddEndpointServicePermissions` and
 * `batchRemoveEndpointServicePermissions`.
 *
 * `POST /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/action`
 */
export function addOrRemoveServicePermissions(
  client: OperationClient,
  params: AddOrRemoveServicePermissionsParams,
  options?: CallOptions,
): Promise<AddOrRemoveServicePermissionsData> {
  return call(client, "addOrRemoveServicePermissions", "POST", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/action", params, options);
}

/**
 * Parameters of {@link batchAddEndpointServicePermissions}.
 */
export interface BatchAddEndpointServicePermissionsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["batchAddEndpointServicePermissions"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service that the connections or the whitelist belong to.
   */
  vpc_endpoint_service_id: operations["batchAddEndpointServicePermissions"]["parameters"]["path"]["vpc_endpoint_service_id"];
  body: NonNullable<operations["batchAddEndpointServicePermissions"]["requestBody"]>["content"][keyof NonNullable<operations["batchAddEndpointServicePermissions"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link batchAddEndpointServicePermissions}.
 */
export type BatchAddEndpointServicePermissionsData = operations["batchAddEndpointServicePermissions"]["responses"][200]["content"]["application/json"];

/**
 * Add whitelist records with descriptions
 *
 * Lets the owner of an endpoint service allow others to connect to it, with a description for each record. The account
 * that owns the service is always allowed; `*` allows every account.
 *
 * `POST /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-create`
 */
export function batchAddEndpointServicePermissions(
  client: OperationClient,
  params: BatchAddEndpointServicePermissionsParams,
  options?: CallOptions,
): Promise<BatchAddEndpointServicePermissionsData> {
  return call(client, "batchAddEndpointServicePermissions", "POST", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-create", params, options);
}

/**
 * Parameters of {@link batchRemoveEndpointServicePermissions}.
 */
export interface BatchRemoveEndpointServicePermissionsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["batchRemoveEndpointServicePermissions"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service that the connections or the whitelist belong to.
   */
  vpc_endpoint_service_id: operations["batchRemoveEndpointServicePermissions"]["parameters"]["path"]["vpc_endpoint_service_id"];
  body: NonNullable<operations["batchRemoveEndpointServicePermissions"]["requestBody"]>["content"][keyof NonNullable<operations["batchRemoveEndpointServicePermissions"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link batchRemoveEndpointServicePermissions}.
 */
export type BatchRemoveEndpointServicePermissionsData = operations["batchRemoveEndpointServicePermissions"]["responses"][200]["content"]["application/json"];

/**
 * Remove whitelist records by ID
 *
 * Lets the owner of an endpoint service take records off its whitelist. `listServicePermissionsDetails` has their IDs.
 *
 * `POST /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-delete`
 */
export function batchRemoveEndpointServicePermissions(
  client: OperationClient,
  params: BatchRemoveEndpointServicePermissionsParams,
  options?: CallOptions,
): Promise<BatchRemoveEndpointServicePermissionsData> {
  return call(client, "batchRemoveEndpointServicePermissions", "POST", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-delete", params, options);
}

/**
 * Parameters of {@link updateEndpointServicePermissionDesc}.
 */
export interface UpdateEndpointServicePermissionDescParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["updateEndpointServicePermissionDesc"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint service that the connections or the whitelist belong to.
   */
  vpc_endpoint_service_id: operations["updateEndpointServicePermissionDesc"]["parameters"]["path"]["vpc_endpoint_service_id"];
  /**
   * ID of the whitelist record.
   */
  permission_id: operations["updateEndpointServicePermissionDesc"]["parameters"]["path"]["permission_id"];
  body: NonNullable<operations["updateEndpointServicePermissionDesc"]["requestBody"]>["content"][keyof NonNullable<operations["updateEndpointServicePermissionDesc"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link updateEndpointServicePermissionDesc}.
 */
export type UpdateEndpointServicePermissionDescData = operations["updateEndpointServicePermissionDesc"]["responses"][200]["content"]["application/json"];

/**
 * Describe a whitelist record
 *
 * Lets the owner of an endpoint service change the description of one whitelist record. The request has one record,
 * the answer a list with that record in it.
 *
 * `PUT /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/{permission_id}`
 */
export function updateEndpointServicePermissionDesc(
  client: OperationClient,
  params: UpdateEndpointServicePermissionDescParams,
  options?: CallOptions,
): Promise<UpdateEndpointServicePermissionDescData> {
  return call(client, "updateEndpointServicePermissionDesc", "PUT", "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/{permission_id}", params, options);
}

/**
 * Parameters of {@link listEndpoints}.
 */
export interface ListEndpointsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listEndpoints"]["parameters"]["path"]["project_id"];
  /**
   * Keep only what belongs to endpoint services with this text anywhere in the name. Case does not matter.
   */
  endpoint_service_name?: NonNullable<operations["listEndpoints"]["parameters"]["query"]>["endpoint_service_name"];
  /**
   * Keep only the VPC endpoints in the VPC with this ID.
   */
  vpc_id?: NonNullable<operations["listEndpoints"]["parameters"]["query"]>["vpc_id"];
  /**
   * ID of the VPC endpoint to return; others are left out.
   */
  id?: NonNullable<operations["listEndpoints"]["parameters"]["query"]>["id"];
  /**
   * Number of items on a page, from 0 to 1000; 10, 20 or 50 is usual. What 0 means is not documented.
   */
  limit?: NonNullable<operations["listEndpoints"]["parameters"]["query"]>["limit"];
  /**
   * Number of matches to skip before the page starts.
   */
  offset?: NonNullable<operations["listEndpoints"]["parameters"]["query"]>["offset"];
  /**
   * What the list is sorted by.
   *
   * - `create_at`: time of creation
   * - `update_at`: time of the last change
   */
  sort_key?: NonNullable<operations["listEndpoints"]["parameters"]["query"]>["sort_key"];
  /**
   * Direction of the sorting.
   *
   * - `asc`: ascending, oldest first
   * - `desc`: descending, newest first
   */
  sort_dir?: NonNullable<operations["listEndpoints"]["parameters"]["query"]>["sort_dir"];
}

/**
 * Answer to {@link listEndpoints}.
 */
export type ListEndpointsData = operations["listEndpoints"]["responses"][200]["content"]["application/json"];

/**
 * List the VPC endpoints of a project
 *
 * Returns the VPC endpoints of the project, page by page, whatever state they are in. The filters may be combined.
 *
 * This is the side of the consumer. The owner of an endpoint service sees who connects to it by
 * `listServiceConnections`.
 *
 * `GET /v1/{project_id}/vpc-endpoints`
 */
export function listEndpoints(
  client: OperationClient,
  params: ListEndpointsParams = {},
  options?: CallOptions,
): Promise<ListEndpointsData> {
  return call(client, "listEndpoints", "GET", "/v1/{project_id}/vpc-endpoints", params, options);
}

/**
 * Parameters of {@link createEndpoint}.
 */
export interface CreateEndpointParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["createEndpoint"]["parameters"]["path"]["project_id"];
  body: NonNullable<operations["createEndpoint"]["requestBody"]>["content"][keyof NonNullable<operations["createEndpoint"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link createEndpoint}.
 */
export type CreateEndpointData = operations["createEndpoint"]["responses"][200]["content"]["application/json"];

/**
 * Create a VPC endpoint
 *
 * Creates a VPC endpoint in a VPC of the caller, and asks for a connection to an endpoint service of the same region.
 * The answer comes at once, with the status `creating`; the work takes 1 to 2 minutes more. Then the VPC endpoint is
 * `accepted`, or `pendingAcceptance` where the owner of the endpoint service must approve it, or `failed`.
 *
 * - A VPC endpoint connects to one endpoint service and carries up to 3,000 connections at a time.
 * - An `interface` service needs `subnet_id`, and takes `port_ip`, `enable_dns` and a whitelist as well.
 * - A `gateway` service takes `routetables`. Such services are offered in some regions only: a guide of 2022 names
 *   LA-Mexico City1, LA-Sao Paulo1 and LA-Santiago for OBS.
 * - An endpoint service with `enable_policy` takes a policy: `policy_statement` for OBS and SFS, else
 *   `policy_document`.
 * - Neither the subnets of the VPC nor its custom routes may overlap 198.19.128.0/17.
 * - An account may have 50 VPC endpoints in a region, unless its quota was changed.
 *
 * `POST /v1/{project_id}/vpc-endpoints`
 */
export function createEndpoint(
  client: OperationClient,
  params: CreateEndpointParams,
  options?: CallOptions,
): Promise<CreateEndpointData> {
  return call(client, "createEndpoint", "POST", "/v1/{project_id}/vpc-endpoints", params, options);
}

/**
 * Parameters of {@link listEndpointInfoDetails}.
 */
export interface ListEndpointInfoDetailsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listEndpointInfoDetails"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint.
   */
  vpc_endpoint_id: operations["listEndpointInfoDetails"]["parameters"]["path"]["vpc_endpoint_id"];
}

/**
 * Answer to {@link listEndpointInfoDetails}.
 */
export type ListEndpointInfoDetailsData = operations["listEndpointInfoDetails"]["responses"][200]["content"]["application/json"];

/**
 * Show a VPC endpoint
 *
 * Returns everything about one VPC endpoint to its owner. It is also the operation to poll after a VPC endpoint was
 * created or deleted.
 *
 * No field of the answer is promised: a field that does not apply, such as `ip` for a gateway service, is left out.
 *
 * `GET /v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}`
 */
export function listEndpointInfoDetails(
  client: OperationClient,
  params: ListEndpointInfoDetailsParams,
  options?: CallOptions,
): Promise<ListEndpointInfoDetailsData> {
  return call(client, "listEndpointInfoDetails", "GET", "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}", params, options);
}

/**
 * Parameters of {@link updateEndpointWhite}.
 */
export interface UpdateEndpointWhiteParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["updateEndpointWhite"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint.
   */
  vpc_endpoint_id: operations["updateEndpointWhite"]["parameters"]["path"]["vpc_endpoint_id"];
  body: NonNullable<operations["updateEndpointWhite"]["requestBody"]>["content"][keyof NonNullable<operations["updateEndpointWhite"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link updateEndpointWhite}.
 */
export type UpdateEndpointWhiteData = operations["updateEndpointWhite"]["responses"][200]["content"]["application/json"];

/**
 * Change the whitelist of a VPC endpoint
 *
 * Replaces the addresses that may use a VPC endpoint, and switches the whitelist on or off. Nothing else can be
 * changed here, and only VPC endpoints of `interface` services have a whitelist.
 *
 * Send both fields in each request. By the letter of the defaults, a request with one of them resets the other; no
 * source says otherwise.
 *
 * `PUT /v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}`
 */
export function updateEndpointWhite(
  client: OperationClient,
  params: UpdateEndpointWhiteParams,
  options?: CallOptions,
): Promise<UpdateEndpointWhiteData> {
  return call(client, "updateEndpointWhite", "PUT", "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}", params, options);
}

/**
 * Parameters of {@link deleteEndpoint}.
 */
export interface DeleteEndpointParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["deleteEndpoint"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint.
   */
  vpc_endpoint_id: operations["deleteEndpoint"]["parameters"]["path"]["vpc_endpoint_id"];
}

/**
 * Answer to {@link deleteEndpoint}.
 */
export type DeleteEndpointData = undefined;

/**
 * Delete a VPC endpoint
 *
 * Deletes a VPC endpoint together with its connection. This cannot be undone.
 *
 * The answer comes before the work is done, which takes 1 to 2 minutes. The VPC endpoint is `deleting` meanwhile, and
 * once it is gone `listEndpointInfoDetails` answers 404. Some pages name 200 as the status of success, so clients
 * should take that as well.
 *
 * `DELETE /v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}`
 */
export function deleteEndpoint(
  client: OperationClient,
  params: DeleteEndpointParams,
  options?: CallOptions,
): Promise<DeleteEndpointData> {
  return call(client, "deleteEndpoint", "DELETE", "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}", params, options);
}

/**
 * Parameters of {@link updateEndpointPolicy}.
 */
export interface UpdateEndpointPolicyParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["updateEndpointPolicy"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint.
   */
  vpc_endpoint_id: operations["updateEndpointPolicy"]["parameters"]["path"]["vpc_endpoint_id"];
  body: NonNullable<operations["updateEndpointPolicy"]["requestBody"]>["content"][keyof NonNullable<operations["updateEndpointPolicy"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link updateEndpointPolicy}.
 */
export type UpdateEndpointPolicyData = operations["updateEndpointPolicy"]["responses"][200]["content"]["application/json"];

/**
 * Change the policy of a VPC endpoint
 *
 * Replaces the policy that says what may be done through a VPC endpoint. The endpoint service must have
 * `enable_policy` set to `true`.
 *
 * One of the two fields is expected: `policy_statement` for OBS and SFS services, `policy_document` for all others.
 *
 * `PUT /v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy`
 */
export function updateEndpointPolicy(
  client: OperationClient,
  params: UpdateEndpointPolicyParams,
  options?: CallOptions,
): Promise<UpdateEndpointPolicyData> {
  return call(client, "updateEndpointPolicy", "PUT", "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy", params, options);
}

/**
 * Parameters of {@link deleteEndpointPolicy}.
 */
export interface DeleteEndpointPolicyParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["deleteEndpointPolicy"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint.
   */
  vpc_endpoint_id: operations["deleteEndpointPolicy"]["parameters"]["path"]["vpc_endpoint_id"];
}

/**
 * Answer to {@link deleteEndpointPolicy}.
 */
export type DeleteEndpointPolicyData = operations["deleteEndpointPolicy"]["responses"][200]["content"]["application/json"];

/**
 * Delete the policy of a VPC endpoint
 *
 * Removes the policy of a VPC endpoint of a `gateway` service, and answers with the VPC endpoint as it is then.
 *
 * Deprecated, to be discontinued. Set another policy with `updateEndpointPolicy` instead.
 *
 * `DELETE /v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy`
 * @deprecated
 */
export function deleteEndpointPolicy(
  client: OperationClient,
  params: DeleteEndpointPolicyParams,
  options?: CallOptions,
): Promise<DeleteEndpointPolicyData> {
  return call(client, "deleteEndpointPolicy", "DELETE", "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy", params, options);
}

/**
 * Parameters of {@link updateEndpointRoutetable}.
 */
export interface UpdateEndpointRoutetableParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["updateEndpointRoutetable"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint.
   */
  vpc_endpoint_id: operations["updateEndpointRoutetable"]["parameters"]["path"]["vpc_endpoint_id"];
  body: NonNullable<operations["updateEndpointRoutetable"]["requestBody"]>["content"][keyof NonNullable<operations["updateEndpointRoutetable"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link updateEndpointRoutetable}.
 */
export type UpdateEndpointRoutetableData = operations["updateEndpointRoutetable"]["responses"][200]["content"]["application/json"];

/**
 * Change the route tables of a VPC endpoint
 *
 * Replaces the route tables that lead to a VPC endpoint of a `gateway` service.
 *
 * An answer with status 200 does not mean that all went well: `error` lists the route tables that could not be bound
 * or unbound.
 *
 * Pages of one year disagree on the older role policy action: `vpcep:epRouters:update` or `vpcep:endpoints:update`.
 *
 * `PUT /v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/routetables`
 */
export function updateEndpointRoutetable(
  client: OperationClient,
  params: UpdateEndpointRoutetableParams,
  options?: CallOptions,
): Promise<UpdateEndpointRoutetableData> {
  return call(client, "updateEndpointRoutetable", "PUT", "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/routetables", params, options);
}

/**
 * Parameters of {@link upgradeEndpoint}.
 */
export interface UpgradeEndpointParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["upgradeEndpoint"]["parameters"]["path"]["project_id"];
  /**
   * ID of the VPC endpoint.
   */
  vpc_endpoint_id: operations["upgradeEndpoint"]["parameters"]["path"]["vpc_endpoint_id"];
  body: NonNullable<operations["upgradeEndpoint"]["requestBody"]>["content"][keyof NonNullable<operations["upgradeEndpoint"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link upgradeEndpoint}.
 */
export type UpgradeEndpointData = undefined;

/**
 * Upgrade a VPC endpoint
 *
 * Turns a VPC endpoint of the basic edition into one of the professional edition (added in 2025). No permission in an
 * identity policy is needed.
 *
 * The answer comes before the work is done. How to see its end is not documented, as no state stands for an upgrade in
 * progress. Terraform expects the status 204, so clients should take that as well as 202.
 *
 * `POST /v2/{project_id}/vpc-endpoints/{vpc_endpoint_id}/upgrade`
 */
export function upgradeEndpoint(
  client: OperationClient,
  params: UpgradeEndpointParams,
  options?: CallOptions,
): Promise<UpgradeEndpointData> {
  return call(client, "upgradeEndpoint", "POST", "/v2/{project_id}/vpc-endpoints/{vpc_endpoint_id}/upgrade", params, options);
}

/**
 * Parameters of {@link listQuotaDetails}.
 */
export interface ListQuotaDetailsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listQuotaDetails"]["parameters"]["path"]["project_id"];
  /**
   * Only the quota of this kind of resource; without it, those of all kinds.
   */
  type?: NonNullable<operations["listQuotaDetails"]["parameters"]["query"]>["type"];
}

/**
 * Answer to {@link listQuotaDetails}.
 */
export type ListQuotaDetailsData = operations["listQuotaDetails"]["responses"][200]["content"]["application/json"];

/**
 * List the quotas of a project
 *
 * Returns how many endpoint services and VPC endpoints there may be, and how many there are. An account starts with 20
 * endpoint services and 50 VPC endpoints in a region.
 *
 * `GET /v1/{project_id}/quotas`
 */
export function listQuotaDetails(
  client: OperationClient,
  params: ListQuotaDetailsParams = {},
  options?: CallOptions,
): Promise<ListQuotaDetailsData> {
  return call(client, "listQuotaDetails", "GET", "/v1/{project_id}/quotas", params, options);
}

/**
 * Parameters of {@link listQueryProjectResourceTags}.
 */
export interface ListQueryProjectResourceTagsParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listQueryProjectResourceTags"]["parameters"]["path"]["project_id"];
  /**
   * Kind of resource that carries the tags.
   *
   * - `endpoint_service`: VPC endpoint services
   * - `endpoint`: VPC endpoints
   */
  resource_type: operations["listQueryProjectResourceTags"]["parameters"]["path"]["resource_type"];
}

/**
 * Answer to {@link listQueryProjectResourceTags}.
 */
export type ListQueryProjectResourceTagsData = operations["listQueryProjectResourceTags"]["responses"][200]["content"]["application/json"];

/**
 * List the tags in use in a project
 *
 * Returns every tag key that the endpoint services, or the VPC endpoints, of the project carry, and the values that
 * each key has there.
 *
 * `GET /v1/{project_id}/{resource_type}/tags`
 */
export function listQueryProjectResourceTags(
  client: OperationClient,
  params: ListQueryProjectResourceTagsParams,
  options?: CallOptions,
): Promise<ListQueryProjectResourceTagsData> {
  return call(client, "listQueryProjectResourceTags", "GET", "/v1/{project_id}/{resource_type}/tags", params, options);
}

/**
 * Parameters of {@link batchAddOrRemoveResourceInstance}.
 */
export interface BatchAddOrRemoveResourceInstanceParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["batchAddOrRemoveResourceInstance"]["parameters"]["path"]["project_id"];
  /**
   * Kind of resource that carries the tags.
   *
   * - `endpoint_service`: VPC endpoint services
   * - `endpoint`: VPC endpoints
   */
  resource_type: operations["batchAddOrRemoveResourceInstance"]["parameters"]["path"]["resource_type"];
  /**
   * ID of the endpoint service or VPC endpoint that carries the tags.
   */
  resource_id: operations["batchAddOrRemoveResourceInstance"]["parameters"]["path"]["resource_id"];
  body: NonNullable<operations["batchAddOrRemoveResourceInstance"]["requestBody"]>["content"][keyof NonNullable<operations["batchAddOrRemoveResourceInstance"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link batchAddOrRemoveResourceInstance}.
 */
export type BatchAddOrRemoveResourceInstanceData = undefined;

/**
 * Add tags to a resource or remove them
 *
 * Puts tags on an endpoint service or a VPC endpoint, or takes them off; one request does one or the other.
 *
 * A resource can carry 20 tags; older pages say 10.
 *
 * `POST /v1/{project_id}/{resource_type}/{resource_id}/tags/action`
 */
export function batchAddOrRemoveResourceInstance(
  client: OperationClient,
  params: BatchAddOrRemoveResourceInstanceParams,
  options?: CallOptions,
): Promise<BatchAddOrRemoveResourceInstanceData> {
  return call(client, "batchAddOrRemoveResourceInstance", "POST", "/v1/{project_id}/{resource_type}/{resource_id}/tags/action", params, options);
}

/**
 * Parameters of {@link listResourceInstances}.
 */
export interface ListResourceInstancesParams {
  /**
   * ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
   * ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
   *
   * Taken from the client's `projectId` where left out.
   */
  project_id?: operations["listResourceInstances"]["parameters"]["path"]["project_id"];
  /**
   * Kind of resource that carries the tags.
   *
   * - `endpoint_service`: VPC endpoint services
   * - `endpoint`: VPC endpoints
   */
  resource_type: operations["listResourceInstances"]["parameters"]["path"]["resource_type"];
  body: NonNullable<operations["listResourceInstances"]["requestBody"]>["content"][keyof NonNullable<operations["listResourceInstances"]["requestBody"]>["content"]];
}

/**
 * Answer to {@link listResourceInstances}.
 */
export type ListResourceInstancesData = operations["listResourceInstances"]["responses"][200]["content"]["application/json"];

/**
 * Find resources by tag
 *
 * Finds the endpoint services or VPC endpoints of a project by their tags and names, or counts them. It changes
 * nothing, although it is a `POST`. Without any filter it finds all of them.
 *
 * `POST /v1/{project_id}/{resource_type}/resource_instances/action`
 */
export function listResourceInstances(
  client: OperationClient,
  params: ListResourceInstancesParams,
  options?: CallOptions,
): Promise<ListResourceInstancesData> {
  return call(client, "listResourceInstances", "POST", "/v1/{project_id}/{resource_type}/resource_instances/action", params, options);
}

/**
 * Parameters of {@link listVersionDetails}.
 */
export interface ListVersionDetailsParams {
}

/**
 * Answer to {@link listVersionDetails}.
 */
export type ListVersionDetailsData = operations["listVersionDetails"]["responses"][200]["content"]["application/json"];

/**
 * List the versions of the API
 *
 * Returns the versions of the VPC Endpoint API that the region offers. No credentials are needed. Which versions are
 * listed differs by region and time.
 *
 * `GET /`
 */
export function listVersionDetails(
  client: OperationClient,
  params: ListVersionDetailsParams = {},
  options?: CallOptions,
): Promise<ListVersionDetailsData> {
  return call(client, "listVersionDetails", "GET", "/", params, options);
}

/**
 * Parameters of {@link listSpecifiedVersionDetails}.
 */
export interface ListSpecifiedVersionDetailsParams {
  /**
   * The version, a `v` and a number.
   */
  version: operations["listSpecifiedVersionDetails"]["parameters"]["path"]["version"];
}

/**
 * Answer to {@link listSpecifiedVersionDetails}.
 */
export type ListSpecifiedVersionDetailsData = operations["listSpecifiedVersionDetails"]["responses"][200]["content"]["application/json"];

/**
 * Show a version of the API
 *
 * Returns one version of the VPC Endpoint API. No credentials are needed.
 *
 * `GET /{version}`
 */
export function listSpecifiedVersionDetails(
  client: OperationClient,
  params: ListSpecifiedVersionDetailsParams,
  options?: CallOptions,
): Promise<ListSpecifiedVersionDetailsData> {
  return call(client, "listSpecifiedVersionDetails", "GET", "/{version}", params, options);
}
