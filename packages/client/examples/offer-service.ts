// Publishes a load balancer as an endpoint service, waits until it is available, and lets an account connect to it.
// node offer-service.ts VPC_ID PORT_ID ACCOUNT_ID
import { batchAddEndpointServicePermissions, createEndpointService, waitFor } from "@vpcep/client/operations";
import { client, exit } from "./client.ts";

const [vpc_id = "", port_id = "", account = ""] = process.argv.slice(2);
if (!account) exit("usage: node offer-service.ts VPC_ID PORT_ID ACCOUNT_ID");

const { id = "" } = await createEndpointService(client, {
  body: {
    vpc_id,
    port_id,
    server_type: "LB",
    service_name: "example",
    approval_enabled: true,
    ports: [{ client_port: 443, server_port: 8443, protocol: "TCP" }],
  },
});
const service = await waitFor.endpointServiceAvailable(client, { vpc_endpoint_service_id: id });
await batchAddEndpointServicePermissions(client, {
  vpc_endpoint_service_id: id,
  body: { permissions: [{ permission: `iam:domain::${account}`, description: "Partner" }] },
});
console.log(`${service.service_name} is ${service.status}; its ID for the partner: ${id}`);
