import type { Progress } from "./lifecycle.ts";

type Tag = { key: string; value?: string };
type Port = { client_port?: number; server_port?: number; protocol?: string };

/** A whitelist record of an endpoint service. */
export interface Permission {
  id: string;
  permission: string;
  permission_type: string;
  description?: string;
  created_at: string;
}

/** An endpoint service as the mock keeps it: the fields of the API, its whitelist and its progress. */
export interface Service {
  id: string;
  service_name: string;
  status: string;
  service_type: string;
  approval_enabled: boolean;
  server_type?: string;
  created_at: string;
  updated_at: string;
  port_id?: string;
  ports?: Port[];
  tags?: Tag[];
  enable_policy?: boolean;
  permissions: Permission[];
  progress?: Progress;
  [member: string]: unknown;
}

/** A VPC endpoint as the mock keeps it. */
export interface Endpoint {
  id: string;
  endpoint_service_id: string;
  service_type: string;
  status: string;
  marker_id: number;
  created_at: string;
  updated_at: string;
  ip?: string;
  /** Requested address, which becomes `ip` when the connection is accepted. */
  port_ip?: string | undefined;
  subnet_id?: string | undefined;
  vpc_id?: string;
  tags?: Tag[];
  whitelist?: string[];
  routetables?: string[];
  policy_statement?: unknown[];
  policy_document?: unknown;
  /** Description of the connection by the owner of the endpoint service. */
  connection_description?: string;
  progress?: Progress;
  [member: string]: unknown;
}

/** A public endpoint service, to which every project can connect. */
export interface PublicService {
  id: string;
  service_name: string;
  service_type: string;
  created_at: string;
  enable_policy?: boolean;
  [member: string]: unknown;
}

/** State of one project: plain data, as in a fixture or a dump. */
export interface ProjectState {
  endpoint_services: Service[];
  endpoints: Endpoint[];
  public_endpoint_services: PublicService[];
  quotas: { endpoint_service: number; endpoint: number };
}
