// Creates a VPC endpoint for an endpoint service, shows its state while it waits, and prints the address to use.
// node connect.ts VPC_ID SUBNET_ID ENDPOINT_SERVICE_ID
import { WaiterError } from "@vpcep/client";
import { createEndpoint, waitFor } from "@vpcep/client/operations";
import { client, exit } from "./client.ts";

const [vpc_id = "", subnet_id = "", endpoint_service_id = ""] = process.argv.slice(2);
if (!endpoint_service_id) exit("usage: node connect.ts VPC_ID SUBNET_ID ENDPOINT_SERVICE_ID");

const { id = "" } = await createEndpoint(client, { body: { vpc_id, subnet_id, endpoint_service_id } });
try {
  const endpoint = await waitFor.endpointAccepted(
    client,
    { vpc_endpoint_id: id },
    { timeout: 600_000, onPoll: ({ state, elapsed }) => console.log(`${Math.round(elapsed / 1000)} s: ${state}`) },
  );
  console.log(`connected: ${endpoint.ip}`);
} catch (error) {
  if (!(error instanceof WaiterError)) throw error;
  console.error(`not connected: ${error.reason}, last state ${error.lastState}`);
  process.exitCode = 1;
}
