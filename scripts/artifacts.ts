import type { Artifact } from "./lib/artifact.ts";
import { artifact as clientOptions } from "./generate/client-options.ts";
import { artifact as descriptionJson } from "./generate/description-json.ts";
import { artifact as docs } from "./generate/docs.ts";
import { artifact as errorCodes } from "./generate/error-codes.ts";
import { artifact as errors } from "./generate/errors.ts";
import { artifact as mockConfig } from "./generate/mock-config.ts";
import { artifact as mockDocument } from "./generate/mock-document.ts";
import { artifact as operations } from "./generate/operations.ts";
import { artifact as pagination } from "./generate/pagination.ts";
import { artifact as types } from "./generate/types.ts";
import { artifact as validators } from "./generate/validators.ts";
import { artifact as waiters } from "./generate/waiters.ts";

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
