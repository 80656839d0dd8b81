import type { World } from "../seed.ts";
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
  world: World;
  projectId: string;
  /** Value of a path parameter. */
  parameter(name: string): string;
  /** The members of a thing that a schema of the document has. */
  view(schema: string, thing: object): object;
}

export type ProjectHandler = (call: ProjectCall) => { status: number; body?: unknown };
