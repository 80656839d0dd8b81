import type { Artifact } from "../core/artifact.ts";
import { artifact as clientOptions } from "./client-options/render.ts";
import { artifact as descriptionJson } from "./description-json/render.ts";
import { artifact as docs } from "./docs/render.ts";
import { artifact as errorCodes } from "./error-codes/render.ts";
import { artifact as errors } from "./errors/render.ts";
import { artifact as mockConfig } from "./mock-config/render.ts";
import { artifact as mockDocument } from "./mock-document/render.ts";
import { artifact as operations } from "./operations/render.ts";
import { artifact as pagination } from "./pagination/render.ts";
import { artifact as types } from "./types/render.ts";
import { artifact as validators } from "./validators/render.ts";
import { artifact as waiters } from "./waiters/render.ts";

/** Every file that is generated from the description. */
export const artifacts: Artifact[] = [
  descriptionJson,
  types,
  operations,
  pagination,
  waiters,
  validators,
  errors,
  errorCodes,
  clientOptions,
  docs,
  mockDocument,
  mockConfig,
];
