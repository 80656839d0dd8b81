import { request } from "node:http";

/** A response as it came over the wire. */
export interface Received {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends a request without `fetch`, which by its standard hides a response of status 407. */
export function send(
  url: string,
  method: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response
        .on("error", reject)
        .on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    outgoing.on("error", reject).end(body);
  });
}
