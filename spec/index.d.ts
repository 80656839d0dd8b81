/** A JSON value in the document. */
export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

/** A reference within the document, such as `#/components/schemas/ErrorResponse`. */
export interface Reference {
  $ref: string;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  deprecated?: boolean;
  parameters?: (
    | { name: string; in: "path" | "query" | "header" | "cookie"; [member: string]: Json | undefined }
    | Reference
  )[];
  requestBody?: { [member: string]: Json } | Reference;
  responses: { [status: string]: { description: string; [member: string]: Json } | Reference };
  security?: { [scheme: string]: string[] }[];
  [extension: `x-${string}`]: Json;
}

export interface PathItem {
  parameters?: Operation["parameters"];
  get?: Operation;
  put?: Operation;
  post?: Operation;
  delete?: Operation;
  patch?: Operation;
}

/** The spec as one OpenAPI 3.1 document, whose references lead to places in it. */
export interface Spec {
  openapi: string;
  info: { title: string; version: string; summary?: string; description?: string; [member: string]: Json | undefined };
  servers: {
    url: string;
    description?: string;
    variables?: { [name: string]: { default: string; enum?: string[]; description?: string } };
  }[];
  security: { [scheme: string]: string[] }[];
  tags: { name: string; description?: string }[];
  paths: { [path: string]: PathItem };
  components: { [kind: string]: { [name: string]: { [member: string]: Json } } };
  [extension: `x-${string}`]: Json;
}

declare const spec: Spec;
export default spec;
