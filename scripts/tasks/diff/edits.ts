// Edits of a small document, each with what it means to callers of the client and to who reads and writes HTTP. Collected from the
// checks that oasdiff and Redocly publish, and from what the client is generated from.
import type { Impact } from "./rules.ts";

// The edits reach deep into plain data.
// eslint-disable-next-line typescript/no-explicit-any
export type Loose = any;

/** A harbour with boats: one of everything that an edit can change. */
export const HARBOUR = {
  openapi: "3.1.0",
  info: { title: "Harbour", version: "1.2.3" },
  servers: [
    { url: "https://{place}.example", variables: { place: { default: "north", enum: ["north", "south"] } } },
    { url: "https://spare.example" },
  ],
  security: [{ Key: [] }, { Pass: [] }],
  paths: {
    "/boats": {
      get: {
        operationId: "listBoats",
        tags: ["Boats"],
        "x-pagination": { style: "offset", offsetParam: "offset", limitParam: "limit", items: "/boats" },
        "x-error-codes": ["Boat.1"],
        "x-iam-action": "boats:list",
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100, default: 10 } },
          { name: "kind", in: "query", schema: { type: "string", enum: ["sail", "motor"] } },
          { name: "berth", in: "header", required: true, "x-client-option": "berth", schema: { type: "string" } },
        ],
        responses: {
          200: {
            description: "Boats.",
            headers: { "X-Count": { required: true, schema: { type: "integer" } } },
            content: { "application/json": { schema: { $ref: "#/components/schemas/BoatList" } } },
          },
          404: { description: "None." },
        },
      },
      post: {
        operationId: "addBoat",
        tags: ["Boats"],
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/BoatCreate" } } } },
        responses: { 204: { description: "Added." } },
      },
    },
    "/boats/{boat_id}": {
      parameters: [{ name: "boat_id", in: "path", required: true, schema: { type: "string" } }],
      get: {
        operationId: "showBoat",
        deprecated: true,
        security: [],
        "x-waiters": { boatReady: { state: "/state", success: ["ready"], failure: ["sunk"], timeout: 60 } },
        responses: {
          200: {
            description: "A boat.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Boat" } } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      Key: { type: "apiKey", in: "header", name: "X-Key" },
      Pass: { type: "http", scheme: "basic" },
    },
    schemas: {
      Boat: {
        type: "object",
        required: ["name", "state"],
        properties: {
          name: { type: "string", maxLength: 20, pattern: "^b" },
          state: { type: "string", enum: ["ready", "sunk"] },
          built: { type: "string", format: "date" },
          length: { type: "number" },
          owner: { type: ["string", "null"] },
          load: { oneOf: [{ type: "string" }, { type: "integer" }] },
        },
      },
      BoatList: {
        type: "object",
        required: ["boats"],
        properties: { boats: { type: "array", maxItems: 100, items: { $ref: "#/components/schemas/Boat" } } },
      },
      BoatCreate: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string", minLength: 2, maxLength: 20 },
          kind: { type: "string", enum: ["sail", "motor"] },
          insured: { type: "boolean", default: true },
          crew: { type: "array", minItems: 1, items: { type: "string" } },
          berth: { type: ["string", "null"] },
          built: { type: "string", format: "date" },
          load: { oneOf: [{ type: "string" }, { type: "integer" }] },
          extra: { type: "object", additionalProperties: { type: "string" } },
        },
      },
      ErrorCode: {
        type: "string",
        "x-error-catalog": [
          { code: "Boat.1", status: 404, meaning: "No boats.", retry: true },
          { code: "Boat.2", status: 400, meaning: "No name." },
        ],
      },
    },
  },
};

const list = (d: Loose) => d.paths["/boats"].get;
const add = (d: Loose) => d.paths["/boats"].post;
const show = (d: Loose) => d.paths["/boats/{boat_id}"].get;
const schema = (d: Loose, name: string) => d.components.schemas[name];
const sent = (d: Loose, name: string) => schema(d, "BoatCreate").properties[name];
const read = (d: Loose, name: string) => schema(d, "Boat").properties[name];
const param = (d: Loose, name: string) => list(d).parameters.find((one: Loose) => one.name === name);
const limit = (d: Loose) => param(d, "limit").schema;
const place = (d: Loose) => d.servers[0].variables.place;
const ok = (d: Loose) => list(d).responses[200];
const waiter = (d: Loose) => show(d)["x-waiters"].boatReady;

/** An edit, its ratings for the client and on the wire (the gate takes the graver one), and its line in the changelog. */
type Edit = [name: string, edit: (d: Loose) => unknown, client: Impact, wire: Impact, line: string];

// prettier-ignore
export const EDITS: Edit[] = [
  // Operations
  ["operation removed", (d) => delete d.paths["/boats"].post, "major", "major", "`addBoat`: operation removed"],
  ["operation added", (d) => (d.paths["/boats"].put = { operationId: "setBoats", responses: {} }), "minor", "minor", "`setBoats`: operation added"],
  ["operationId changed", (d) => (add(d).operationId = "createBoat"), "major", "patch", "`addBoat`: renamed to createBoat"],
  ["path changed", (d) => { d.paths["/ships"] = { post: add(d) }; delete d.paths["/boats"].post; }, "patch", "major", "`addBoat`: moved from POST /boats to POST /ships"],
  ["method changed", (d) => { d.paths["/boats"].put = add(d); delete d.paths["/boats"].post; }, "patch", "major", "`addBoat`: moved from POST /boats to PUT /boats"],
  ["operation deprecated", (d) => (add(d).deprecated = true), "minor", "minor", "`addBoat`: deprecated"],
  ["operation no longer deprecated", (d) => delete show(d).deprecated, "patch", "patch", "`showBoat`: no longer deprecated"],
  ["tag changed", (d) => (add(d).tags = ["Ships"]), "patch", "patch", '`addBoat`: tags ["Boats"] → ["Ships"]'],
  // Parameters
  ["path parameter renamed", (d) => { d.paths["/boats/{id}"] = d.paths["/boats/{boat_id}"]; d.paths["/boats/{id}"].parameters[0].name = "id"; delete d.paths["/boats/{boat_id}"]; }, "major", "patch", "`showBoat`: path parameter `boat_id` removed"],
  ["parameter removed", (d) => list(d).parameters.splice(1, 1), "major", "major", "`listBoats`: query parameter `kind` removed"],
  ["optional parameter added", (d) => list(d).parameters.push({ name: "new", in: "query", schema: {} }), "minor", "minor", "`listBoats`: query parameter `new` added, optional"],
  ["required parameter added", (d) => list(d).parameters.push({ name: "new", in: "query", required: true, schema: {} }), "major", "major", "`listBoats`: query parameter `new` added, and required"],
  ["parameter became required", (d) => (param(d, "kind").required = true), "major", "major", "`listBoats`: query parameter `kind`: became required"],
  ["parameter became optional", (d) => (param(d, "berth").required = false), "minor", "minor", "`listBoats`: header parameter `berth`: became optional"],
  ["parameter in another place", (d) => (param(d, "kind").in = "header"), "patch", "major", "`listBoats`: query parameter `kind` removed"],
  ["parameter deprecated", (d) => (param(d, "kind").deprecated = true), "minor", "minor", "`listBoats`: query parameter `kind`: deprecated"],
  ["parameter serialised otherwise", (d) => (param(d, "kind").explode = false), "patch", "major", "`listBoats`: query parameter `kind`: explode none → false"],
  ["type of a parameter changed", (d) => (limit(d).type = "string"), "major", "major", "`listBoats`: query parameter `limit`: type integer → string"],
  ["value of a parameter removed", (d) => param(d, "kind").schema.enum.pop(), "major", "major", "`listBoats`: query parameter `kind`: values `motor` removed"],
  ["value of a parameter added", (d) => param(d, "kind").schema.enum.push("row"), "minor", "minor", "`listBoats`: query parameter `kind`: values `row` added"],
  ["bound of a parameter narrowed", (d) => (limit(d).maximum = 50), "patch", "major", "`listBoats`: query parameter `limit`: maximum 100 → 50"],
  ["bound of a parameter widened", (d) => (limit(d).maximum = 500), "minor", "minor", "`listBoats`: query parameter `limit`: maximum 100 → 500"],
  ["default of a parameter changed", (d) => (limit(d).default = 20), "major", "major", "`listBoats`: query parameter `limit`: default 10 → 20"],
  ["pattern added to a parameter", (d) => (param(d, "berth").schema.pattern = "^a"), "patch", "major", '`listBoats`: header parameter `berth`: pattern none → "^a"'],
  ["client option renamed", (d) => (param(d, "berth")["x-client-option"] = "place"), "major", "patch", '`listBoats`: header parameter `berth`: x-client-option "berth" → "place"'],
  // Request bodies
  ["body became required", (d) => (add(d).requestBody.required = true), "major", "major", "`addBoat`: request body: became required"],
  ["body removed", (d) => delete add(d).requestBody, "major", "major", "`addBoat`: request body removed"],
  ["body added", (d) => (show(d).requestBody = { content: { "application/json": { schema: {} } } }), "minor", "minor", "`showBoat`: request body added, optional"],
  ["media type of a body removed", (d) => (add(d).requestBody.content = { "text/plain": {} }), "major", "major", "`addBoat`: request body as application/json removed"],
  ["media type of a body added", (d) => (add(d).requestBody.content["text/plain"] = {}), "minor", "minor", "`addBoat`: request body as text/plain added"],
  ["field of a request removed", (d) => delete schema(d, "BoatCreate").properties.kind, "major", "major", "`addBoat`: request body: field `kind` removed"],
  ["optional field of a request added", (d) => (schema(d, "BoatCreate").properties.new = {}), "minor", "minor", "`addBoat`: request body: field `new` added, optional"],
  ["required field of a request added", (d) => { schema(d, "BoatCreate").properties.new = {}; schema(d, "BoatCreate").required.push("new"); }, "major", "major", "`addBoat`: request body: field `new` added, and required"],
  ["field of a request became required", (d) => schema(d, "BoatCreate").required.push("kind"), "major", "major", "`addBoat`: request body: field `kind`: became required"],
  ["field of a request became optional", (d) => schema(d, "BoatCreate").required.pop(), "minor", "minor", "`addBoat`: request body: field `name`: became optional"],
  ["type of a request widened", (d) => (sent(d, "name").type = ["string", "integer"]), "minor", "minor", "`addBoat`: request body: field `name`: type string → string or integer"],
  ["null no longer taken", (d) => (sent(d, "berth").type = "string"), "major", "major", "`addBoat`: request body: field `berth`: type string or null → string"],
  ["null taken", (d) => (sent(d, "kind").type = ["string", "null"]), "minor", "minor", "`addBoat`: request body: field `kind`: type string → string or null"],
  ["set of values of a request closed", (d) => (sent(d, "name").enum = ["ab"]), "major", "major", "`addBoat`: request body: field `name`: takes only `ab`"],
  ["set of values of a request opened", (d) => delete sent(d, "kind").enum, "minor", "minor", "`addBoat`: request body: field `kind`: takes any value, not only `sail`, `motor`"],
  ["default of a request changed", (d) => (sent(d, "insured").default = false), "major", "major", "`addBoat`: request body: field `insured`: default true → false"],
  ["default of a request removed", (d) => delete sent(d, "insured").default, "major", "major", "`addBoat`: request body: field `insured`: default true → none"],
  ["default of a request added", (d) => (sent(d, "kind").default = "sail"), "minor", "minor", '`addBoat`: request body: field `kind`: default none → "sail"'],
  ["format of a request changed", (d) => (sent(d, "built").format = "date-time"), "patch", "major", '`addBoat`: request body: field `built`: format "date" → "date-time"'],
  ["lower bound of a request dropped", (d) => delete sent(d, "name").minLength, "minor", "minor", "`addBoat`: request body: field `name`: minLength 2 → none"],
  ["bound of items of a request narrowed", (d) => (sent(d, "crew").minItems = 2), "patch", "major", "`addBoat`: request body: field `crew`: minItems 1 → 2"],
  ["no duplicates any more", (d) => (sent(d, "crew").uniqueItems = true), "patch", "major", "`addBoat`: request body: field `crew`: takes no duplicates"],
  ["type of items of a request changed", (d) => (sent(d, "crew").items.type = "integer"), "major", "major", "`addBoat`: request body: field `crew[]`: type string → integer"],
  ["no other fields any more", (d) => (schema(d, "BoatCreate").additionalProperties = false), "major", "major", "`addBoat`: request body as application/json: takes no other fields"],
  ["type of other fields changed", (d) => (sent(d, "extra").additionalProperties.type = "integer"), "major", "major", "`addBoat`: request body: field `extra.*`: type string → integer"],
  ["alternative of a request removed", (d) => sent(d, "load").oneOf.pop(), "major", "major", "`addBoat`: request body: field `load`: alternatives of oneOf: 1 removed"],
  ["alternative of a request added", (d) => sent(d, "load").oneOf.push({ type: "boolean" }), "minor", "minor", "`addBoat`: request body: field `load`: alternatives of oneOf: 1 added"],
  ["alternatives instead of one type in a request", (d) => (schema(d, "BoatCreate").properties.built = { anyOf: [{ format: "date", type: "string" }, { type: "integer" }] }), "minor", "minor", "`addBoat`: request body: field `built`: alternatives of anyOf: 1 added"],
  ["schema of a request combined with another", (d) => (schema(d, "BoatCreate").allOf = [{ properties: { name: { type: "string" } }, required: ["kind"] }]), "major", "major", "`addBoat`: request body: field `kind`: became required"],
  // Responses
  ["status of a success removed", (d) => { show(d).responses[202] = show(d).responses[200]; delete show(d).responses[200]; }, "major", "major", "`showBoat`: response 200 removed"],
  ["status of an error removed", (d) => delete list(d).responses[404], "major", "patch", "`listBoats`: response 404 removed"],
  ["status added", (d) => (list(d).responses[429] = { description: "Too many." }), "minor", "minor", "`listBoats`: response 429 added"],
  ["media type of a response replaced", (d) => (ok(d).content = { "text/plain": {} }), "major", "major", "`listBoats`: response 200 as application/json removed"],
  ["body of a response removed", (d) => delete ok(d).content, "major", "major", "`listBoats`: response 200 as application/json removed"],
  ["header of a response removed", (d) => delete ok(d).headers, "major", "major", "`listBoats`: response 200: header `X-Count` removed"],
  ["header of a response added", (d) => (ok(d).headers["X-More"] = { schema: { type: "string" } }), "minor", "minor", "`listBoats`: response 200: header `X-More` added, optional"],
  ["header of a response no longer certain", (d) => (ok(d).headers["X-Count"].required = false), "major", "major", "`listBoats`: response 200: header `X-Count`: became optional"],
  ["field of a response removed", (d) => delete schema(d, "Boat").properties.built, "major", "major", "`showBoat`: response 200: field `built` removed"],
  ["field of a response added", (d) => (schema(d, "Boat").properties.new = { type: "string" }), "minor", "minor", "`showBoat`: response 200: field `new` added, optional"],
  ["field of a response became optional", (d) => schema(d, "Boat").required.shift(), "major", "major", "`showBoat`: response 200: field `name`: became optional"],
  ["field of a response became certain", (d) => schema(d, "Boat").required.push("length"), "patch", "patch", "`showBoat`: response 200: field `length`: became required"],
  ["type of a response changed", (d) => (read(d, "name").type = "integer"), "major", "major", "`showBoat`: response 200: field `name`: type string → integer"],
  ["number of a response became an integer", (d) => (read(d, "length").type = "integer"), "patch", "patch", "`showBoat`: response 200: field `length`: type number → integer"],
  ["null in a response", (d) => (read(d, "built").type = ["string", "null"]), "major", "major", "`showBoat`: response 200: field `built`: type string → string or null"],
  ["no null in a response any more", (d) => (read(d, "owner").type = "string"), "patch", "patch", "`showBoat`: response 200: field `owner`: type string or null → string"],
  ["value of a response added", (d) => read(d, "state").enum.push("lost"), "major", "major", "`showBoat`: response 200: field `state`: values `lost` added"],
  ["value of a response removed", (d) => read(d, "state").enum.pop(), "major", "patch", "`showBoat`: response 200: field `state`: values `sunk` removed"],
  ["bound of a response widened", (d) => (read(d, "name").maxLength = 40), "patch", "major", "`showBoat`: response 200: field `name`: maxLength 20 → 40"],
  ["bound of a response narrowed", (d) => (read(d, "name").maxLength = 10), "patch", "patch", "`showBoat`: response 200: field `name`: maxLength 20 → 10"],
  ["pattern of a response dropped", (d) => delete read(d, "name").pattern, "patch", "major", '`showBoat`: response 200: field `name`: pattern "^b" → none'],
  ["format of a response dropped", (d) => delete read(d, "built").format, "patch", "major", '`showBoat`: response 200: field `built`: format "date" → none'],
  ["alternative of a response added", (d) => read(d, "load").oneOf.push({ type: "boolean" }), "major", "major", "`showBoat`: response 200: field `load`: alternatives of oneOf: 1 added"],
  ["unknown keyword of a response", (d) => (read(d, "name").contentEncoding = "base64"), "patch", "patch", '`showBoat`: response 200: field `name`: contentEncoding none → "base64"'],
  ["named type removed", (d) => { schema(d, "BoatList").properties.boats.items = structuredClone(schema(d, "Boat")); show(d).responses[200].content["application/json"].schema = structuredClone(schema(d, "Boat")); delete d.components.schemas.Boat; }, "major", "patch", "type Boat: removed"],
  // Security and servers
  ["way to authenticate removed", (d) => d.security.pop(), "major", "major", "authentication by Pass removed"],
  ["way to authenticate added", (d) => (list(d).security = [...d.security, {}]), "minor", "minor", "`listBoats`: authentication by none added"],
  ["authentication became required", (d) => (show(d).security = [{ Key: [] }]), "major", "major", "`showBoat`: authentication by none removed"],
  ["two credentials instead of one", (d) => (d.security[0].Pass = []), "major", "major", "authentication by Key removed"],
  ["header of a credential renamed", (d) => (d.components.securitySchemes.Key.name = "X-Other"), "major", "major", 'credential Key: name "X-Key" → "X-Other"'],
  ["credential of another kind", (d) => (d.components.securitySchemes.Pass.scheme = "bearer"), "major", "major", 'credential Pass: scheme "basic" → "bearer"'],
  ["server removed", (d) => d.servers.pop(), "major", "major", "server https://spare.example: removed"],
  ["server added", (d) => d.servers.push({ url: "https://new.example" }), "minor", "minor", "server https://new.example: added"],
  ["value of a server variable removed", (d) => place(d).enum.pop(), "major", "major", "variable `place`: value `south` removed"],
  ["value of a server variable added", (d) => place(d).enum.push("east"), "minor", "minor", "variable `place`: value `east` added"],
  ["default of a server variable changed", (d) => (place(d).default = "south"), "patch", "major", 'variable `place`: default "north" → "south"'],
  // Extensions that code is generated from
  ["pagination removed", (d) => delete list(d)["x-pagination"], "major", "patch", "`listBoats`: pagination removed"],
  ["pagination added", (d) => (show(d)["x-pagination"] = { style: "offset" }), "minor", "patch", "`showBoat`: pagination added"],
  ["pagination of other items", (d) => (list(d)["x-pagination"].items = "/ships"), "major", "patch", '`listBoats`: pagination: items "/boats" → "/ships"'],
  ["waiter removed", (d) => delete show(d)["x-waiters"], "major", "patch", "`showBoat`: waiter `boatReady` removed"],
  ["waiter added", (d) => (show(d)["x-waiters"].boatSunk = { state: "/state" }), "minor", "patch", "`showBoat`: waiter `boatSunk` added"],
  ["waiter waits for another state", (d) => (waiter(d).success = ["sunk"]), "major", "patch", '`showBoat`: waiter `boatReady`: success ["ready"] → ["sunk"]'],
  ["waiter waits longer", (d) => (waiter(d).timeout = 90), "patch", "patch", "`showBoat`: waiter `boatReady`: timing"],
  ["error code of an operation added", (d) => list(d)["x-error-codes"].push("Boat.2"), "minor", "minor", "`listBoats`: error code Boat.2 added"],
  ["error code of an operation removed", (d) => list(d)["x-error-codes"].pop(), "major", "patch", "`listBoats`: error code Boat.1 removed"],
  ["error code removed", (d) => schema(d, "ErrorCode")["x-error-catalog"].pop(), "major", "patch", "error code Boat.2: removed"],
  ["error code no longer worth a retry", (d) => delete schema(d, "ErrorCode")["x-error-catalog"][0].retry, "minor", "patch", "error code Boat.1: retry true → false"],
  ["IAM action changed", (d) => (list(d)["x-iam-action"] = "boats:read"), "patch", "patch", "`listBoats`: `x-iam-action`: changed"],
];

/** Edits that mean nothing to callers. */
export const NO_CHANGE: [string, (d: Loose) => unknown][] = [
  ["another description", (d) => (add(d).description = "In other words.")],
  ["another example", (d) => (sent(d, "name").examples = ["Ann"])],
  ["another order of values", (d) => read(d, "state").enum.reverse()],
  ["another order of paths", (d) => (d.paths = Object.fromEntries(Object.entries(d.paths).reverse()))],
  [
    "a schema by reference instead of in place",
    (d) => (ok(d).content["application/json"].schema = structuredClone(schema(d, "BoatList"))),
  ],
  ["a type that nothing uses yet", (d) => (d.components.schemas.Ship = { type: "object" })],
];
