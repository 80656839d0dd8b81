// Responds to every request with the same page of ten endpoints; a process of its own, so that its work is not counted.
import { createServer } from "node:http";

const endpoint = (index: number) => ({
  id: `4189d3c2-8882-4871-a3c2-d380272eed${80 + index}`,
  service_type: "interface",
  status: "accepted",
  active_status: ["active"],
  endpoint_service_name: "cn-north-4.orders.9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1",
  marker_id: 322312312312,
  endpoint_service_id: "e0c748b7-d982-47df-ba06-b9c8c7650c1a",
  enable_dns: false,
  ip: "192.168.0.12",
  vpc_id: "e251b400-2963-4a9b-9e47-d7ba4b7d1a6d",
  subnet_id: "9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1",
  created_at: "2018-01-30T07:42:01Z",
  updated_at: "2018-01-30T07:42:01Z",
  project_id: "6e9dfd51d1124e8d8498dce894923a0d",
  tags: [{ key: "team", value: "orders" }],
});
const body = JSON.stringify({ endpoints: Array.from({ length: 10 }, (_, index) => endpoint(index)), total_count: 10 });

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    response
      .writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) })
      .end(body);
  });
});
// Other clients have their turns between two requests of a connection. Said in the response: `fetch` closes an idle connection after
// four seconds otherwise.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as { port: number }).port));
