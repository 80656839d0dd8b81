import type { Artifact, Check, Render } from "../core/artifact.ts";

/**
 * Every file that is generated from the spec: its folder here, and where it belongs. Generators and checks are loaded when they
 * are needed, so that a build of one package does not load the tools of the others.
 */
export const artifacts: Artifact[] = [
  artifact("description-json", "spec/dist/openapi.json", {
    render: () => import("./description-json/render.ts"),
    check: () => import("./description-json/check.ts"),
  }),
  artifact("types", "packages/client/src/generated/schema.ts", {
    render: () => import("./types/render.ts"),
    check: () => import("./types/check.ts"),
  }),
  artifact("operations", "packages/client/src/generated/operations.ts", {
    render: () => import("./operations/render.ts"),
    check: () => import("./operations/check.ts"),
  }),
  artifact("pagination", "packages/client/src/generated/pagination.ts", {
    render: () => import("./pagination/render.ts"),
    check: () => import("./pagination/check.ts"),
  }),
  artifact("waiters", "packages/client/src/generated/waiters.ts", {
    render: () => import("./waiters/render.ts"),
    check: () => import("./waiters/check.ts"),
  }),
  artifact("validators", "packages/client/src/generated/validate", {
    render: () => import("./validators/render.ts"),
    check: () => import("./validators/check.ts"),
  }),
  artifact("errors", "packages/client/src/generated/errors.ts", {
    render: () => import("./errors/render.ts"),
    check: () => import("./errors/check.ts"),
  }),
  artifact("error-codes", "packages/client/src/generated/error-codes.ts", {
    render: () => import("./error-codes/render.ts"),
    check: () => import("./error-codes/check.ts"),
  }),
  artifact("client-options", "packages/client/src/generated/client-options.ts", {
    render: () => import("./client-options/render.ts"),
    check: () => import("./client-options/check.ts"),
  }),
  artifact("docs", "packages/docs/dist", { render: () => import("./docs/render.ts") }),
  artifact("mock-document", "packages/mock/generated/openapi.mock.json", {
    render: () => import("./mock-document/render.ts"),
    check: () => import("./mock-document/check.ts"),
  }),
  artifact("mock-config", "packages/mock/generated/mock.config.json", {
    render: () => import("./mock-config/render.ts"),
    check: () => import("./mock-config/check.ts"),
  }),
];

interface Loaders {
  render(): Promise<{ render: Render }>;
  check?(): Promise<{ check: Check }>;
}

function artifact(name: string, path: string, load: Loaders): Artifact {
  return {
    name,
    path,
    render: async (document) => (await load.render()).render(document),
    ...(load.check && { check: async (document, root) => (await load.check!()).check(document, root) }),
  };
}
