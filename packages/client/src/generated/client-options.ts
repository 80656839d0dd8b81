// Generated from VPC Endpoint API 0.1.0. Do not edit: change the description and build again.

/**
 * Parameters that the client fills in where a call leaves them out, with the option they are taken from.
 */
export const clientParameters = {
  "project_id": "projectId"
} as const;

/**
 * The values that each variable of a server's address takes.
 */
export interface ServerVariables {
  region:
    | "ae-ad-1"
    | "af-north-1"
    | "af-south-1"
    | "ap-southeast-1"
    | "ap-southeast-2"
    | "ap-southeast-3"
    | "ap-southeast-4"
    | "ap-southeast-5"
    | "cn-east-2"
    | "cn-east-3"
    | "cn-east-4"
    | "cn-east-5"
    | "cn-north-1"
    | "cn-north-11"
    | "cn-north-12"
    | "cn-north-2"
    | "cn-north-4"
    | "cn-north-9"
    | "cn-south-1"
    | "cn-south-2"
    | "cn-south-4"
    | "cn-southwest-2"
    | "cn-southwest-3"
    | "eu-west-0"
    | "eu-west-101"
    | "la-north-2"
    | "la-south-2"
    | "me-east-1"
    | "my-kualalumpur-1"
    | "na-mexico-1"
    | "ru-moscow-1"
    | "ru-northwest-2"
    | "sa-brazil-1"
    | "tr-west-1";
}

/**
 * Servers: the address with its variables, and the values that each variable takes, with a space between them.
 */
export const servers: [url: string, variables: Partial<Record<keyof ServerVariables, string>>][] = [
  ["https://vpcep.{region}.myhuaweicloud.com", { region: "ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-0 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1" }],
  ["https://vpcep.{region}.myhuaweicloud.eu", { region: "eu-west-101" }],
];

/**
 * Version of the description that this client was generated from.
 */
export const specVersion = "0.1.0";
