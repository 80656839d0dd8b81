import { describe, expect, it } from "vitest";
import { Router } from "../src/http/router.ts";
import { operations } from "./support/ask.ts";

function routerOf(paths: [method: string, path: string][]): Router<{ path: string }> {
  const router = new Router<{ path: string }>();
  for (const [method, path] of paths) router.add(method, path, { path });
  return router;
}

const all = operations.map(({ method, path }): [string, string] => [method, path]);

describe.each([
  ["in the order of the document", all],
  ["in the other order", [...all].reverse()],
])("the router, with the operations %s,", (_, paths) => {
  const router = routerOf(paths);
  const find = (method: string, path: string) => router.find(method, path.split("/").slice(1)).found?.path;

  it.each(all)("finds %s %s", (method, path) => {
    expect(find(method, path.replace(/\{[^}]+\}/g, "value"))).toBe(path);
  });

  it("prefers a literal to a template", () => {
    expect(find("GET", "/v1/p/vpc-endpoint-services/describe")).toBe("/v1/{project_id}/vpc-endpoint-services/describe");
    expect(find("GET", "/v1/p/vpc-endpoint-services/public")).toBe("/v1/{project_id}/vpc-endpoint-services/public");
    // The kind of a resource is never called "vpc-endpoint-services", so this is an endpoint service with an odd ID.
    expect(find("GET", "/v1/p/vpc-endpoint-services/tags")).toBe(
      "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
    );
    expect(find("GET", "/v1/p/endpoint_service/tags")).toBe("/v1/{project_id}/{resource_type}/tags");
  });

  it("uses the template where the literal does not have the method", () => {
    expect(find("DELETE", "/v1/p/vpc-endpoint-services/describe")).toBe(
      "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
    );
  });

  it("matches no empty parameter, and nothing but the whole path", () => {
    expect([
      find("GET", "/v1/p/vpc-endpoint-services/"),
      find("GET", "/v1//quotas"),
      find("GET", "/v1/p/quotas/x"),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

it("the router tells the values of parameters, and the methods of a path", () => {
  const router = routerOf([
    ["GET", "/a/{x}/b"],
    ["GET", "/a/{x}.{y}"],
    ["PUT", "/a/{z}"],
    ["DELETE", "/a/c"],
  ]);
  expect(router.find("GET", ["a", "1", "b"])).toMatchObject({ found: { path: "/a/{x}/b" }, parameters: { x: "1" } });
  expect(router.find("GET", ["a", "1.json"])).toMatchObject({
    found: { path: "/a/{x}.{y}" },
    parameters: { x: "1", y: "json" },
  });
  expect(router.find("PUT", ["a", "1.json"])).toMatchObject({ found: { path: "/a/{z}" }, parameters: { z: "1.json" } });
  expect(router.find("POST", ["a", "c"])).toEqual({ found: undefined, allow: ["DELETE", "PUT"] });
  expect(router.find("GET", ["b"])).toEqual({ found: undefined, allow: [] });
});
