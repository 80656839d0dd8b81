// The least that a server can do: the same bytes, whatever is asked.
import { createServer } from "node:http";

const [port, body = ""] = process.argv.slice(2);
const bytes = Buffer.from(body);
createServer((request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length }).end(bytes);
  });
}).listen(Number(port), "127.0.0.1");
