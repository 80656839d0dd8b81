import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";

/** Treats one request: bytes to send, or a function that sends them. */
type Behaviour = string | Buffer | ((socket: Socket, token: string) => void);

/** A response in bytes; its length is added unless the headers say how long it is. */
function http(status: string, headers: Record<string, string> = {}, body: string | Buffer = ""): Buffer {
  const hasLength = Object.keys(headers).some((name) => /^(content-length|transfer-encoding)$/i.test(name));
  const all = { ...(hasLength ? {} : { "Content-Length": String(Buffer.byteLength(body)) }), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join("")}\r\n`), Buffer.from(body)]);
}
const JSON_TYPE = { "Content-Type": "application/json" };
const DATA = '{"total_count":3,"endpoints":[]}';
const CHUNKED = { ...JSON_TYPE, "Transfer-Encoding": "chunked" };
const ok = http("200 OK", JSON_TYPE, DATA);
const failed = (status: string, headers: Record<string, string> = {}) =>
  http(status, { ...JSON_TYPE, ...headers }, '{"error_code":"EndPoint.0001","error_msg":"no"}');

/** Sends something again and again until the socket closes. */
const repeat = (bytes: string | Buffer, milliseconds: number) => (socket: Socket) => {
  const timer = setInterval(() => socket.writableLength < 1_000_000 && socket.write(bytes), milliseconds);
  socket.once("close", () => clearInterval(timer));
};
/** Sends something, and later something else. */
const then =
  (bytes: string | Buffer, next: (socket: Socket) => void, milliseconds = 5) =>
  (socket: Socket) => {
    socket.write(bytes);
    const timer = setTimeout(next, milliseconds, socket);
    socket.once("close", () => clearTimeout(timer));
  };
const close = (socket: Socket) => void socket.end();
const reset = (socket: Socket) => void socket.resetAndDestroy();
const stall = () => {};
/** An error that repeats the token in the form that a function returns. */
const echo = (form: (token: string) => string) => (socket: Socket, token: string) =>
  void socket.write(http("400 Bad Request", JSON_TYPE, JSON.stringify({ error_msg: `you sent ${form(token)}` })));
const drip = (bytes: Buffer, milliseconds: number) => (socket: Socket) => {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < bytes.length) socket.write(bytes.subarray(sent, (sent += 7)));
  }, milliseconds);
  socket.once("close", () => clearInterval(timer));
};

export const BEHAVIOURS: Record<string, Behaviour> = {
  ok,
  chunked: http("200 OK", CHUNKED, `${DATA.length.toString(16)}\r\n${DATA}\r\n0\r\n\r\n`),
  gzip: http("200 OK", { ...JSON_TYPE, "Content-Encoding": "gzip" }, gzipSync(DATA)),
  "until the end of the connection": then(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${DATA}`, close),
  "HTTP/1.0": then(`HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n${DATA}`, close),
  "slow, in time": drip(ok, 1),
  "slow, too late": drip(ok, 60),
  "early hints": Buffer.concat([Buffer.from("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), ok]),
  trailers: http("200 OK", CHUNKED, `${DATA.length.toString(16)}\r\n${DATA}\r\n0\r\nX-Trailer: 1\r\n\r\n`),
  "no body": http("200 OK", JSON_TYPE),
  "no content": http("204 No Content", { "Content-Length": "0" }),
  "no content, with a body": http("204 No Content", { "Content-Length": "5" }, "body!"),
  "length too long": then(http("200 OK", { ...JSON_TYPE, "Content-Length": "999" }, DATA), close),
  "length too long, stalled": http("200 OK", { ...JSON_TYPE, "Content-Length": "999" }, DATA),
  "length too short": http("200 OK", { ...JSON_TYPE, "Content-Length": "9" }, DATA),
  "negative length": http("200 OK", { ...JSON_TYPE, "Content-Length": "-1" }, DATA),
  "two lengths": http("200 OK", { "Content-Length": "32", "content-length": "31" }, DATA),
  "length and chunks": http("200 OK", { ...CHUNKED, "Content-Length": "5" }, "5\r\nabcde\r\n0\r\n\r\n"),
  "bad chunk size": http("200 OK", CHUNKED, `zz\r\n${DATA}\r\n0\r\n\r\n`),
  "chunk cut off": then(http("200 OK", CHUNKED, `ff\r\n${DATA}`), close),
  "chunks without an end": http("200 OK", CHUNKED, `${DATA.length.toString(16)}\r\n${DATA}\r\n`),
  "endless body": then(
    http("200 OK", { ...JSON_TYPE, "Content-Length": "99999999999" }),
    repeat(" ".repeat(20_000), 1),
  ),
  "endless chunks": then(http("200 OK", CHUNKED), repeat(`4e20\r\n${" ".repeat(20_000)}\r\n`, 1)),
  "endless headers": then("HTTP/1.1 200 OK\r\n", repeat(`X-More: ${"m".repeat(1000)}\r\n`, 1)),
  "huge header": http("200 OK", { ...JSON_TYPE, "X-Huge": "h".repeat(100_000) }, DATA),
  "header without colon": `HTTP/1.1 200 OK\r\nnonsense\r\n\r\n${DATA}`,
  "nonsense for a status": "HTTP/1.1 OK OK OK\r\n\r\n",
  "nonsense for HTTP": "SSH-2.0-OpenSSH_9.9\r\n",
  "text without HTTP": "<html>hello</html>",
  "status 999": http("999 Odd", JSON_TYPE, DATA),
  "status 099": http("099 Odd", JSON_TYPE, DATA),
  silent: stall,
  "half a header": "HTTP/1.1 200 OK\r\nContent-Ty",
  "headers only": http("200 OK", { ...JSON_TYPE, "Content-Length": "32" }),
  "half a body": http("200 OK", { ...JSON_TYPE, "Content-Length": "32" }, DATA.slice(0, 16)),
  "reset at once": reset,
  "reset in the headers": then("HTTP/1.1 200 OK\r\nContent-Ty", reset),
  "reset in the body": then(http("200 OK", { ...JSON_TYPE, "Content-Length": "32" }, DATA.slice(0, 16)), reset),
  "closed at once": close,
  "closed after the response": then(ok, close, 0),
  "reset after the response": then(ok, reset, 0),
  "two responses": Buffer.concat([ok, ok]),
  "gzip that is none": http("200 OK", { ...JSON_TYPE, "Content-Encoding": "gzip" }, DATA),
  "gzip cut off": http("200 OK", { ...JSON_TYPE, "Content-Encoding": "gzip" }, gzipSync(DATA).subarray(0, 15)),
  "gzip of much": http("200 OK", { ...JSON_TYPE, "Content-Encoding": "gzip" }, gzipSync(" ".repeat(5_000_000) + DATA)),
  "unknown encoding": http("200 OK", { ...JSON_TYPE, "Content-Encoding": "rot13" }, DATA),
  "not JSON": http("200 OK", JSON_TYPE, "<html>"),
  "half of JSON": http("200 OK", JSON_TYPE, DATA.slice(0, 16)),
  "not UTF-8": http("200 OK", JSON_TYPE, Buffer.from([0x22, 0xff, 0xfe, 0x22])),
  "HTML error": http("502 Bad Gateway", { "Content-Type": "text/html" }, "<h1>Bad Gateway</h1>"),
  "deep error": http("400 Bad Request", JSON_TYPE, `${"[".repeat(20_000)}${"]".repeat(20_000)}`),
  "switching protocols": "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: odd\r\n\r\n",
  "endless 1xx": repeat("HTTP/1.1 102 Processing\r\n\r\n", 5),
  redirect: http("307 Temporary Redirect", { Location: "http://127.0.0.1:1/elsewhere" }),
  "redirect to itself": http("301 Moved Permanently", { Location: "" }),
  refused: failed("401 Unauthorized"),
  "refused, stalled": http("401 Unauthorized", { ...JSON_TYPE, "Content-Length": "99" }),
  "refused, endless": then(http("401 Unauthorized", CHUNKED), repeat(`4e20\r\n${" ".repeat(20_000)}\r\n`, 1)),
  forbidden: failed("403 Forbidden"),
  "request timeout": failed("408 Request Timeout", { Connection: "close" }),
  throttled: failed("429 Too Many Requests", { "Retry-After": "0" }),
  "throttled for long": failed("429 Too Many Requests", { "Retry-After": "86400" }),
  "throttled oddly": failed("429 Too Many Requests", { "Retry-After": "-1, soon" }),
  "throttled until the past": failed("503 Service Unavailable", { "Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT" }),
  "unavailable, endless": then(
    http("503 Service Unavailable", CHUNKED),
    repeat(`4e20\r\n${" ".repeat(20_000)}\r\n`, 1),
  ),
  "unavailable, stalled": http("503 Service Unavailable", { ...JSON_TYPE, "Content-Length": "100" }, "abc"),
  "error without a body": http("500 Internal Server Error"),
  "error cut off": then(http("504 Gateway Timeout", { "Content-Length": "100" }, "abc"), reset),
  "token in an error": echo((token) => token),
  "token in an error, for URLs": echo(encodeURIComponent),
  "token in an error, in base64": echo((token) => Buffer.from(`token=${token}`).toString("base64")),
};

/** A server that treats each request as its header `X-Behaviours` says: the first name is for the first attempt, and so on. */
export async function startHostileServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const attempts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    let received = "";
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      received += chunk;
      const [head = "", ...rest] = received.split("\r\n\r\n");
      const header = (name: string) => head.match(new RegExp(`^${name}: (.*)$`, "im"))?.[1]?.trim() ?? "";
      const length = Number(header("content-length"));
      if (!rest.length || rest.join("\r\n\r\n").length < length) return;
      received = "";
      const call = header("x-call");
      const attempt = attempts.get(call) ?? 0;
      attempts.set(call, attempt + 1);
      const names = decodeURIComponent(header("x-behaviours")).split("|");
      const behaviour = BEHAVIOURS[names[Math.min(attempt, names.length - 1)] ?? ""] ?? ok;
      if (typeof behaviour === "function") behaviour(socket, header("x-auth-token"));
      else socket.write(behaviour);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    async stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}
