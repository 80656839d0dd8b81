import { ServiceError } from "../../http/errors.ts";
import { changeableEndpoint } from "./endpoints.ts";
import type { ProjectCall, ProjectHandler } from "./types.ts";
import { pageOf, text } from "./list.ts";
import { findService } from "./services.ts";
import type { Endpoint, Service } from "../resources.ts";

/** Returns an endpoint as the owner of the endpoint service sees it. */
function connection({ view }: ProjectCall, endpoint: Endpoint): object {
  return view("Connection", { ...endpoint, description: endpoint.connection_description ?? endpoint["description"] });
}

function find(call: ProjectCall, service: Service, id: string): Endpoint {
  const endpoint = call.project.endpoints.get(id);
  if (!endpoint) throw new ServiceError("EndPoint.2006", `The VPC endpoint "${id}" does not exist.`);
  if (endpoint.endpoint_service_id !== service.id) throw new ServiceError("EndPoint.2013");
  return endpoint;
}

const OPERATION = "acceptOrRejectEndpoint";

export const connectionHandlers: Record<string, ProjectHandler> = {
  listServiceConnections(call) {
    const service = findService(call);
    const [id, markerId, status] = ["id", "marker_id", "status"].map((name) => text(call.query, name));
    if (markerId !== undefined && !/^\d+$/.test(markerId)) throw new ServiceError("EndPoint.0021");
    const matching = call.project
      .endpointsOf(service.id)
      .filter(
        (endpoint) =>
          (id ?? endpoint.id) === endpoint.id &&
          (markerId ?? String(endpoint.marker_id)) === String(endpoint.marker_id) &&
          (status ?? endpoint.status) === endpoint.status,
      );
    const { shown, total_count } = pageOf(call.project.endpoints, matching, call.query);
    for (const endpoint of shown) call.project.endpoints.countRead(endpoint);
    return { status: 200, body: { connections: shown.map((endpoint) => connection(call, endpoint)), total_count } };
  },

  [OPERATION](call) {
    const { action, endpoints } = call.body as { action: "receive" | "reject"; endpoints: [string] };
    const service = findService(call);
    const endpoint = find(call, service, endpoints[0]);
    if (service.status !== "available") throw new ServiceError("EndPoint.2004");
    const wanted = action === "receive" ? "accepted" : "rejected";
    if (endpoint.status === "accepted" && wanted === "accepted") throw new ServiceError("EndPoint.2014");
    changeableEndpoint(endpoint);
    // To reject a rejected endpoint changes nothing.
    const target = call.store.lifecycles.endpoints.target(endpoint.status, OPERATION, wanted);
    if (target) {
      endpoint.status = target;
      if (target === "accepted") call.project.connect(endpoint);
      call.project.endpoints.update(endpoint, call.store.now());
    }
    return { status: 200, body: { connections: [connection(call, endpoint)] } };
  },

  updateEndpointConnectionsDesc(call) {
    const { connections } = call.body as { connections: { id: string; description?: string }[] };
    const service = findService(call);
    const found = connections.map(({ id, description = "" }) => ({ endpoint: find(call, service, id), description }));
    for (const { endpoint, description } of found) {
      endpoint.connection_description = description;
      call.project.endpoints.update(endpoint, call.store.now());
    }
    return { status: 200, body: { connections: found.map(({ endpoint }) => connection(call, endpoint)) } };
  },
};
