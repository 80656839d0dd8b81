// Generated from VPC Endpoint API 0.1.0. Do not edit: change the description and build again.

import type { OperationClient } from "../call.ts";
import { pages, type PageOptions, type Pages } from "../paginate.ts";
import {
  listEndpointService as listEndpointServicePage,
  type ListEndpointServiceData,
  type ListEndpointServiceParams,
  listServicePublicDetails as listServicePublicDetailsPage,
  type ListServicePublicDetailsData,
  type ListServicePublicDetailsParams,
  listServiceConnections as listServiceConnectionsPage,
  type ListServiceConnectionsData,
  type ListServiceConnectionsParams,
  listServicePermissionsDetails as listServicePermissionsDetailsPage,
  type ListServicePermissionsDetailsData,
  type ListServicePermissionsDetailsParams,
  listEndpoints as listEndpointsPage,
  type ListEndpointsData,
  type ListEndpointsParams,
  listResourceInstances as listResourceInstancesPage,
  type ListResourceInstancesData,
  type ListResourceInstancesParams,
} from "./operations.ts";

/**
 * Goes through the items of all pages of {@link listEndpointServicePage}, or with `.pages()` through the pages.
 *
 * List the endpoint services of a project
 */
export function listEndpointService(
  client: OperationClient,
  params: ListEndpointServiceParams = {},
  options?: PageOptions,
): Pages<ListEndpointServiceData, NonNullable<ListEndpointServiceData["endpoint_services"]>[number]> {
  return pages(listEndpointServicePage, client, params, {"in":"query","offset":"offset","text":false,"items":["endpoint_services"],"total":["total_count"]}, options);
}

/**
 * Goes through the items of all pages of {@link listServicePublicDetailsPage}, or with `.pages()` through the pages.
 *
 * List the public endpoint services
 */
export function listServicePublicDetails(
  client: OperationClient,
  params: ListServicePublicDetailsParams = {},
  options?: PageOptions,
): Pages<ListServicePublicDetailsData, NonNullable<ListServicePublicDetailsData["endpoint_services"]>[number]> {
  return pages(listServicePublicDetailsPage, client, params, {"in":"query","offset":"offset","text":false,"items":["endpoint_services"],"total":["total_count"]}, options);
}

/**
 * Goes through the items of all pages of {@link listServiceConnectionsPage}, or with `.pages()` through the pages.
 *
 * List the connections of an endpoint service
 */
export function listServiceConnections(
  client: OperationClient,
  params: ListServiceConnectionsParams,
  options?: PageOptions,
): Pages<ListServiceConnectionsData, NonNullable<ListServiceConnectionsData["connections"]>[number]> {
  return pages(listServiceConnectionsPage, client, params, {"in":"query","offset":"offset","text":false,"items":["connections"],"total":["total_count"]}, options);
}

/**
 * Goes through the items of all pages of {@link listServicePermissionsDetailsPage}, or with `.pages()` through the pages.
 *
 * List the whitelist of an endpoint service
 */
export function listServicePermissionsDetails(
  client: OperationClient,
  params: ListServicePermissionsDetailsParams,
  options?: PageOptions,
): Pages<ListServicePermissionsDetailsData, NonNullable<ListServicePermissionsDetailsData["permissions"]>[number]> {
  return pages(listServicePermissionsDetailsPage, client, params, {"in":"query","offset":"offset","text":false,"items":["permissions"],"total":["total_count"]}, options);
}

/**
 * Goes through the items of all pages of {@link listEndpointsPage}, or with `.pages()` through the pages.
 *
 * List the VPC endpoints of a project
 */
export function listEndpoints(
  client: OperationClient,
  params: ListEndpointsParams = {},
  options?: PageOptions,
): Pages<ListEndpointsData, NonNullable<ListEndpointsData["endpoints"]>[number]> {
  return pages(listEndpointsPage, client, params, {"in":"query","offset":"offset","text":false,"items":["endpoints"],"total":["total_count"]}, options);
}

/**
 * Goes through the items of all pages of {@link listResourceInstancesPage}, or with `.pages()` through the pages.
 *
 * Find resources by tag
 */
export function listResourceInstances(
  client: OperationClient,
  params: ListResourceInstancesParams,
  options?: PageOptions,
): Pages<ListResourceInstancesData, NonNullable<ListResourceInstancesData["resources"]>[number]> {
  return pages(listResourceInstancesPage, client, params, {"in":"body","offset":"offset","text":true,"items":["resources"],"total":["total_count"]}, options);
}
