import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createMockServer } from "@scalar/mock-server";

const [port, document = ""] = process.argv.slice(2);
const app = await createMockServer({ document: JSON.parse(readFileSync(document, "utf8")) as Record<string, unknown> });
createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const result = await app.fetch(
    new Request(`http://127.0.0.1${request.url}`, {
      method: request.method ?? "GET",
      headers: request.headers as Record<string, string>,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    }),
  );
  response.writeHead(result.status, Object.fromEntries(result.headers));
  response.end(Buffer.from(await result.arrayBuffer()));
}).listen(Number(port), "127.0.0.1");
