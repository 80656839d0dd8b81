import type { HandlerCall } from "../../prism/engine.ts";
import type { World } from "../seed.ts";
import type { Store } from "../store.ts";

/** What a handler of an operation of a project works with. */
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
