// Writes every endpoint service and VPC endpoint of a project to standard output, as CSV.
// node audit.ts > audit.csv
import { paginate } from "@vpcep/client/operations";
import { client } from "./client.ts";

const cell = (value: unknown) => `"${String(value ?? "").replaceAll('"', '""')}"`;
const write = (...values: unknown[]) => console.log(values.map(cell).join(","));

write("kind", "id", "name", "status", "created");
for await (const service of paginate.listEndpointService(client, { limit: 100 }))
  write("endpoint service", service.id, service.service_name, service.status, service.created_at);
for await (const endpoint of paginate.listEndpoints(client, { limit: 100 }))
  write("VPC endpoint", endpoint.id, endpoint.endpoint_service_name, endpoint.status, endpoint.created_at);
