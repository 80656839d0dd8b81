import type { Project } from "../project.ts";
import type { Store } from "../store.ts";

/** A valid request of an operation, as a handler receives it. */
export interface HandlerCall {
  /** Values of the path parameters, decoded. */
  parameters: Record<string, string>;
  query: Record<string, string | string[]>;
  body: unknown;
}

/** Responds to an operation in place of the document's examples; throws a `ServiceError` to refuse. */
export type Handler = (call: HandlerCall) => { status: number; body?: unknown };

/** A request of an operation of a project. */
export interface ProjectCall extends HandlerCall {
  store: Store;
  project: Project;
  projectId: string;
  /** Returns the value of a path parameter. */
  parameter(name: string): string;
  /** Returns the members of a resource that a schema of the document has. */
  view(schema: string, resource: object): object;
}

export type ProjectHandler = (call: ProjectCall) => { status: number; body?: unknown };
