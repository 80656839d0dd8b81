// Generated from VPC Endpoint API 0.1.0. Do not edit: change the description and build again.

import type { OperationClient } from "../call.ts";
import { waitUntil, type WaitOptions } from "../wait.ts";
import {
  listServiceDetails,
  type ListServiceDetailsData,
  type ListServiceDetailsParams,
  listServiceConnections,
  type ListServiceConnectionsData,
  type ListServiceConnectionsParams,
  listEndpointInfoDetails,
  type ListEndpointInfoDetailsData,
  type ListEndpointInfoDetailsParams,
} from "./operations.ts";

/**
 * Waits until VPC endpoints can connect to the endpoint service.
 *
 * Rejects with a `WaiterError` on `failed`, `deleting`, where there is no such thing, and after 600 seconds unless the options say otherwise. Asks {@link listServiceDetails}.
 */
export function endpointServiceAvailable(
  client: OperationClient,
  params: ListServiceDetailsParams,
  options?: WaitOptions,
): Promise<ListServiceDetailsData> {
  return waitUntil(listServiceDetails, client, params, {"name":"endpointServiceAvailable","state":["status"],"success":["available"],"failure":["failed","deleting"],"missing":"error","interval":3000,"delay":5000,"timeout":600000}, options);
}

/**
 * Waits until the endpoint service is gone.
 *
 * Rejects with a `WaiterError` after 600 seconds unless the options say otherwise. Asks {@link listServiceDetails}.
 */
export function endpointServiceDeleted(
  client: OperationClient,
  params: ListServiceDetailsParams,
  options?: WaitOptions,
): Promise<undefined> {
  return waitUntil(listServiceDetails, client, params, {"name":"endpointServiceDeleted","state":["status"],"success":[],"failure":[],"missing":"success","interval":3000,"delay":5000,"timeout":600000}, options);
}

/**
 * Waits until the connection named by `id` is accepted or rejected.
 *
 * Rejects with a `WaiterError` on `failed`, `deleting`, where there is no such thing, and after 600 seconds unless the options say otherwise. Asks {@link listServiceConnections}.
 */
export function connectionDecided(
  client: OperationClient,
  params: ListServiceConnectionsParams,
  options?: WaitOptions,
): Promise<ListServiceConnectionsData> {
  return waitUntil(listServiceConnections, client, params, {"name":"connectionDecided","state":["connections","0","status"],"success":["accepted","rejected"],"failure":["failed","deleting"],"missing":"error","interval":3000,"delay":5000,"timeout":600000}, options);
}

/**
 * Waits until the connection named by `id` is accepted.
 *
 * Rejects with a `WaiterError` on `rejected`, `failed`, `deleting`, where there is no such thing, and after 600 seconds unless the options say otherwise. Asks {@link listServiceConnections}.
 */
export function connectionAccepted(
  client: OperationClient,
  params: ListServiceConnectionsParams,
  options?: WaitOptions,
): Promise<ListServiceConnectionsData> {
  return waitUntil(listServiceConnections, client, params, {"name":"connectionAccepted","state":["connections","0","status"],"success":["accepted"],"failure":["rejected","failed","deleting"],"missing":"error","interval":3000,"delay":5000,"timeout":600000}, options);
}

/**
 * Waits until the connection named by `id` is rejected, also where it was accepted before.
 *
 * Rejects with a `WaiterError` on `failed`, `deleting`, where there is no such thing, and after 600 seconds unless the options say otherwise. Asks {@link listServiceConnections}.
 */
export function connectionRejected(
  client: OperationClient,
  params: ListServiceConnectionsParams,
  options?: WaitOptions,
): Promise<ListServiceConnectionsData> {
  return waitUntil(listServiceConnections, client, params, {"name":"connectionRejected","state":["connections","0","status"],"success":["rejected"],"failure":["failed","deleting"],"missing":"error","interval":3000,"delay":5000,"timeout":600000}, options);
}

/**
 * Waits until the connection is accepted.
 *
 * Rejects with a `WaiterError` on `rejected`, `failed`, `deleting`, where there is no such thing, and after 600 seconds unless the options say otherwise. Asks {@link listEndpointInfoDetails}.
 */
export function endpointAccepted(
  client: OperationClient,
  params: ListEndpointInfoDetailsParams,
  options?: WaitOptions,
): Promise<ListEndpointInfoDetailsData> {
  return waitUntil(listEndpointInfoDetails, client, params, {"name":"endpointAccepted","state":["status"],"success":["accepted"],"failure":["rejected","failed","deleting"],"missing":"error","interval":3000,"delay":5000,"timeout":600000}, options);
}

/**
 * Waits until the VPC endpoint is no longer being created, connected or waiting for approval.
 *
 * Rejects with a `WaiterError` on `rejected`, `failed`, `deleting`, where there is no such thing, and after 600 seconds unless the options say otherwise. Asks {@link listEndpointInfoDetails}.
 */
export function endpointSettled(
  client: OperationClient,
  params: ListEndpointInfoDetailsParams,
  options?: WaitOptions,
): Promise<ListEndpointInfoDetailsData> {
  return waitUntil(listEndpointInfoDetails, client, params, {"name":"endpointSettled","state":["status"],"success":["accepted","pendingAcceptance"],"failure":["rejected","failed","deleting"],"missing":"error","interval":3000,"delay":5000,"timeout":600000}, options);
}

/**
 * Waits until the VPC endpoint is gone.
 *
 * Rejects with a `WaiterError` after 600 seconds unless the options say otherwise. Asks {@link listEndpointInfoDetails}.
 */
export function endpointDeleted(
  client: OperationClient,
  params: ListEndpointInfoDetailsParams,
  options?: WaitOptions,
): Promise<undefined> {
  return waitUntil(listEndpointInfoDetails, client, params, {"name":"endpointDeleted","state":["status"],"success":[],"failure":[],"missing":"success","interval":3000,"delay":5000,"timeout":600000}, options);
}
