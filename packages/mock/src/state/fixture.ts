import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { explainSchemaErrors } from "../explain-schema-error.ts";
import { dereference, type MockDocument } from "../prism/document.ts";
import type { Endpoint, ProjectState, PublicService, Service } from "./resources.ts";

/** A resource of which only the ID is required. */
type Given<T extends { id: string }> = Partial<T> & { id: string };

/** State of a project in a fixture; what is left out has defaults. */
export interface GivenState {
  endpoint_services?: Given<Service>[];
  endpoints?: Given<Endpoint>[];
  public_endpoint_services?: Given<PublicService>[];
  quotas?: Partial<ProjectState["quotas"]>;
}

/** Seed data: one state for every project, or one for each of some. */
export type Fixture = GivenState | { projects: Record<string, GivenState> };

/** Schemas of the document whose properties the resources of a fixture can have. */
const SCHEMAS = {
  endpoint_services: ["EndpointService", "EndpointServiceListItem", "EndpointServiceResult", "EndpointServiceCreate"],
  endpoints: ["Endpoint", "EndpointListItem", "CreatedEndpoint", "EndpointCreate"],
  public_endpoint_services: ["PublicEndpointService"],
  permissions: ["Permission"],
};

const COUNT = { type: "integer", minimum: 0 };
const PROGRESS = {
  type: "object",
  properties: { since: { type: "number" }, reads: COUNT },
  required: ["since", "reads"],
};

/** Properties that the mock keeps of a resource, and no response shows under this name. */
const KEPT = {
  endpoint_services: { progress: PROGRESS, server_resources: { type: "array" }, net_type: { type: "string" } },
  endpoints: { progress: PROGRESS, connection_description: { type: "string" }, domain_id: { type: "string" } },
};

/** Checks fixtures against the schemas of a document. */
export class FixtureSchema {
  readonly #document: MockDocument;
  /** Returns the validator for a fixture of one state, or of several projects. */
  #validator: ((value: unknown) => ValidateFunction) | undefined;

  constructor(document: MockDocument) {
    this.#document = document;
  }

  /** @throws {TypeError} With the JSON pointer of the first value that is not valid. */
  check(value: unknown): asserts value is Fixture {
    this.#validator ??= this.#compile();
    const validate = this.#validator(value);
    if (!validate(value))
      throw new TypeError(`the fixture is not valid: ${explainSchemaErrors(validate.errors ?? [])}`);
    const fixture = value as Fixture;
    const states = "projects" in fixture ? Object.entries(fixture.projects) : [["", fixture] as const];
    for (const [project, state] of states) {
      for (const list of ["endpoint_services", "endpoints", "public_endpoint_services"] as const) {
        const ids = new Set<string>();
        for (const [index, { id }] of (state[list] ?? []).entries()) {
          const place = `${project && `/projects/${project}`}/${list}/${index}/id`;
          if (ids.size === ids.add(id).size)
            throw new TypeError(`the fixture is not valid: ${place} occurs twice, "${id}"`);
        }
      }
    }
  }

  /** Compiles on first use, since most mocks have no fixture. */
  #compile(): (value: unknown) => ValidateFunction {
    const ajv = new Ajv2020({
      strict: false,
      verbose: true,
      logger: false,
      validateSchema: false,
      code: { optimize: false },
    });
    addFormats.default(ajv);
    ajv.addSchema({ ...this.#document, $id: "mock:document" }, undefined, undefined, false);
    const permissions = { type: "array", items: this.#resource("permissions", { required: ["id", "permission"] }) };
    const list = (name: keyof typeof SCHEMAS, properties = {}) => ({
      type: "array",
      items: this.#resource(name, { required: ["id"] }, properties),
    });
    const state = {
      type: "object",
      additionalProperties: false,
      properties: {
        endpoint_services: list("endpoint_services", { permissions, ...KEPT.endpoint_services }),
        endpoints: list("endpoints", KEPT.endpoints),
        public_endpoint_services: list("public_endpoint_services"),
        quotas: {
          type: "object",
          properties: { endpoint_service: COUNT, endpoint: COUNT },
          additionalProperties: false,
        },
      },
    };
    const projects = { type: "object", additionalProperties: state };
    const [one, many] = [state, { type: "object", properties: { projects }, additionalProperties: false }].map(
      (schema) => ajv.compile(schema),
    ) as [ValidateFunction, ValidateFunction];
    return (value) => (typeof value === "object" && value !== null && "projects" in value ? many : one);
  }

  #resource(name: keyof typeof SCHEMAS, rest: object, more = {}): object {
    const properties: Record<string, object> = { id: { type: "string", minLength: 1 } };
    for (const schema of SCHEMAS[name]) {
      const found = dereference<{ properties?: object }>(
        this.#document,
        this.#document.components?.["schemas"]?.[schema] ?? {},
      );
      for (const property of Object.keys(found.properties ?? {})) {
        properties[property] ??= { $ref: `mock:document#/components/schemas/${schema}/properties/${property}` };
      }
    }
    return { type: "object", properties: { ...properties, ...more }, additionalProperties: false, ...rest };
  }
}
