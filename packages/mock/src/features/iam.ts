import { randomBytes } from "node:crypto";
import type { MockRequest } from "../http/request.ts";
import { dereference, type MockDocument } from "../prism/document.ts";
import { exampleState } from "../state/seed.ts";
import { checkBody, readQueryOf, routes } from "./control/description.ts";

/** Responds to what clients ask IAM before their first request; see the tag `iam` in control.openapi.json. */
export interface Iam {
  owns(request: MockRequest): boolean;
  respond(request: MockRequest, body: unknown): { status: number; headers?: Record<string, string>; body: unknown };
}

const TOKEN_LIFETIME = 24 * 60 * 60 * 1000;

export function createIam(document: MockDocument): Iam {
  const region = document.servers?.[0]?.variables?.["region"]?.default ?? "region";
  const [service] = exampleState(document).endpoint_services;
  const domain = { id: String(service?.["domain_id"] ?? "domain"), name: "mock" };
  const project = (name: string) => ({
    id: exampleProject(document),
    name,
    domain_id: domain.id,
    enabled: true,
  });
  return {
    owns: ({ method, path }) => path.startsWith("/v3/") && routes.get(path)?.has(method) === true,
    respond({ method, path, query, headers }, body) {
      try {
        const operation = routes.get(path)?.get(method);
        if (!operation) throw new TypeError(`there is no operation ${method} ${path}`);
        const { name } = readQueryOf(operation, query) as { name?: string };
        if (method === "GET") {
          const isAuthenticated = headers["x-auth-token"] !== undefined || headers["authorization"] !== undefined;
          if (!isAuthenticated)
            return iamError(401, "Unauthorized", "The request you have made requires authentication.");
          return { status: 200, body: { projects: [project(name ?? region)], links: {} } };
        }
        checkBody(operation.operationId, body, "the body");
        const { identity, scope } = (body as TokenRequest).auth;
        const now = Date.now();
        const token = {
          issued_at: new Date(now).toISOString(),
          expires_at: new Date(now + TOKEN_LIFETIME).toISOString(),
          methods: identity.methods,
          project: { ...project(scope?.project?.name ?? region), ...scope?.project, domain },
          user: { id: "mock", name: identity.password?.user?.name ?? "mock", domain },
          catalog: [],
          roles: [],
        };
        return {
          status: 201,
          headers: { "X-Subject-Token": `mock-${randomBytes(16).toString("hex")}` },
          body: { token },
        };
      } catch (error) {
        if (error instanceof TypeError) return iamError(400, "Bad Request", `${error.message}.`);
        throw error;
      }
    },
  };
}

interface TokenRequest {
  auth: {
    identity: { methods: string[]; password?: { user?: { name?: string } } };
    scope?: { project?: { id?: string; name?: string } };
  };
}

function iamError(status: number, title: string, message: string) {
  return { status, body: { error: { code: status, message, title } } };
}

/** Returns the project of the document's examples. */
function exampleProject(document: MockDocument): string {
  const parameter = dereference<{ examples?: Record<string, { value: unknown }> }>(
    document,
    document.components?.["parameters"]?.["ProjectId"] ?? {},
  );
  return String(Object.values(parameter.examples ?? {})[0]?.value ?? "project");
}
