import { connect } from "node:net";

export interface RawResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends the characters of a text as bytes. Resolves with the first response; rejects where the connection ends before. */
export function sendRaw(url: string, text: string): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(text, "latin1"));
    let received = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      received += chunk;
      const response = parse(received);
      if (!response) return;
      socket.destroy();
      resolve(response);
    });
    socket.on("error", reject).on("close", () => reject(new Error(`no complete response: ${received}`)));
  });
}

/** Returns a response once it is complete. */
function parse(text: string): RawResponse | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [line = "", ...lines] = text.slice(0, end).split("\r\n");
  const headers = Object.fromEntries(
    lines.map((header) => [
      header.slice(0, header.indexOf(":")).toLowerCase(),
      header.slice(header.indexOf(":") + 1).trim(),
    ]),
  );
  const body = text.slice(end + 4);
  if (Buffer.byteLength(body) < Number(headers["content-length"] ?? 0)) return undefined;
  return { status: Number(line.split(" ")[1]), headers, body };
}
