import { checkClientOptions } from "./client-options/check.ts";
import { differences } from "../testing/compare.ts";
import { checkCodes, checkErrors, checkPagination, checkWaiters } from "./pagination/check.ts";
import { checkMockConfig } from "./mock-config/check.ts";
import { checkMockDocument } from "./mock-document/check.ts";
import { checkOperations } from "./operations/check.ts";
import { checkTypes } from "./types/check.ts";
import { checkValidators } from "./validators/check.ts";
import type { OpenApiDocument } from "../core/document.ts";

/** The files of an artifact by their paths in it; of an artifact that is one file, the path is empty. */
export type Files = Record<string, string>;

/** A check of one artifact against the description, made without the generator of the artifact. */
export interface Contract {
  name: string;
  /** The artifact, relative to the root of the repository. */
  path: string;
  /** Whether a file of the artifact is what it looks at. */
  concerns(file: string): boolean;
  /** What is wrong, in words; empty where the artifact agrees with the description. */
  check(document: OpenApiDocument, files: Files): string[] | Promise<string[]>;
}

const CLIENT = "packages/client/src/generated";

/** Every contract; the only file that knows them all. */
export const contracts: Contract[] = (
  [
    ofFile("download", "spec/dist/openapi.json", (document, text) =>
      differences(document, JSON.parse(text)).map((pointer) => `differs at ${pointer}`),
    ),
    ofFile("types", `${CLIENT}/schema.ts`, checkTypes),
    ofFile("operations", `${CLIENT}/operations.ts`, checkOperations),
    ofFile("pagination", `${CLIENT}/pagination.ts`, checkPagination),
    ofFile("waiters", `${CLIENT}/waiters.ts`, checkWaiters),
    { name: "validators", path: `${CLIENT}/validate`, concerns: () => true, check: checkValidators },
    ofFile("errors", `${CLIENT}/errors.ts`, checkErrors),
    ofFile("codes", `${CLIENT}/error-codes.ts`, checkCodes),
    ofFile("options", `${CLIENT}/client-options.ts`, checkClientOptions),
    ofFile("mock", "packages/mock/generated/openapi.mock.json", checkMockDocument),
    ofFile("settings", "packages/mock/generated/mock.config.json", checkMockConfig),
  ] satisfies Contract[]
).map((contract: Contract) => ({
  ...contract,
  check: async (document, files) => [
    ...noticeProblems(document, files, contract),
    ...(await contract.check(document, files)),
  ],
}));

/** A generated file says what it was generated from. */
function noticeProblems({ info }: OpenApiDocument, files: Files, { concerns }: Contract): string[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const [said] = concerns(file) ? (text.match(/Generated from .*?\. Do not edit/) ?? []) : [];
    return !said || said === `Generated from ${info.title} ${info.version}. Do not edit`
      ? []
      : [`${file} says that it was ${said}`];
  });
}

function ofFile(
  name: string,
  path: string,
  check: (document: OpenApiDocument, text: string) => string[] | Promise<string[]>,
): Contract {
  return { name, path, concerns: () => true, check: (document, files) => check(document, files[""] ?? "") };
}
