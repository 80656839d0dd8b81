// Generated from VPC Endpoint API 0.1.0. Do not edit: change the description and build again.

export interface paths {
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project (the tenant's space in one region) that owns the resource. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        /**
         * Show a VPC endpoint service
         * @description Returns everything about one endpoint service to its owner. It is also the operation to poll after an endpoint
         *     service was created or deleted.
         *
         *     No field of the answer is promised: a field that does not apply, such as `vip_port_id` for a cloud server, is left
         *     out.
         */
        get: operations["listServiceDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Kind of backend behind an endpoint service.
         *
         *     - `VM`: a cloud server
         *     - `VIP`: a virtual IP address (outdated since 2023, use `LB`)
         *     - `LB`: a load balancer
         * @enum {string}
         */
        EndpointServiceServerType: "VM" | "VIP" | "LB";
        /**
         * @description State of an endpoint service.
         *
         *     - `creating`: it is being created
         *     - `available`: VPC endpoints can connect to it
         *     - `failed`: it could not be created; `error` says why
         *     - `deleting`: it is being deleted
         * @enum {string}
         */
        EndpointServiceStatus: "creating" | "available" | "failed" | "deleting";
        /**
         * @description Type of an endpoint service. VPC endpoints can be created for both.
         *
         *     - `gateway`: a cloud service set up by the operator of the cloud, used as it is; users cannot create one
         *     - `interface`: a cloud service set up by the operator, or a private service that a user made from resources of its own
         * @enum {string}
         */
        EndpointServiceType: "gateway" | "interface";
        /**
         * @description Kind of address range.
         *
         *     - `public`: a public CIDR block
         *     - `internal`: a private CIDR block
         * @default internal
         * @enum {string}
         */
        EndpointServiceCidrType: "public" | "internal";
        /**
         * @description A port of the VPC endpoint and the port of the backend that it leads to. No mapping may stand twice in one endpoint
         *     service; where several services share one `port_id`, each pair of server port and protocol belongs to one of them.
         */
        PortMapping: {
            /**
             * @description Port that clients use on the VPC endpoint.
             * @example 8080
             */
            client_port?: number;
            /**
             * @description Port of the backend.
             * @example 80
             */
            server_port?: number;
            /**
             * @description Transport protocol of the mapping.
             * @default TCP
             * @enum {string}
             */
            protocol?: "TCP";
        };
        /**
         * @description How the client's address, port and `marker_id` reach the backend, which must be able to read the form chosen.
         *
         *     - `close`: they do not
         *     - `toa_open`: in the TCP option field (TCP TOA); only where the backend is Object Storage Service (OBS)
         *     - `proxy_open`: in the TCP payload (Proxy Protocol)
         *     - `open`: both ways at once
         *     - `proxy_vni`: in the TCP payload, together with the virtual network ID (a later addition)
         * @default close
         * @enum {string}
         */
        EndpointServiceTcpProxy: "close" | "toa_open" | "proxy_open" | "open" | "proxy_vni";
        /** @description A tag, as a resource carries it. */
        Tag: {
            /**
             * @description Tag key. Up to 36 characters until 2024, when none of `= * < > \ , | /` and no space at either end was allowed;
             *     128 since.
             * @example environment
             */
            key?: string;
            /**
             * @description Tag value, which may be empty. Up to 43 characters until 2024, under the same rules as the key; 255 since.
             * @example production
             */
            value?: string;
        };
        /** @description What went wrong, once for programs and once for people. */
        ErrorDetail: {
            /**
             * @description Code of the error.
             * @example EndPoint.2003
             */
            code?: string;
            /**
             * @description The error in words.
             * @example The endpoint service does not exist.
             */
            message?: string;
        };
        /**
         * @description Edition of VPC endpoints.
         *
         *     - `basic`: the basic edition
         *     - `profession`: the professional edition
         * @enum {string}
         */
        EndpointServiceEdition: "basic" | "profession";
        /** @description An endpoint service, as its owner sees it. */
        EndpointService: {
            /**
             * @description Unique ID of the endpoint service.
             * @example 4189d3c2-8882-4871-a3c2-d380272eed88
             */
            id?: string;
            /**
             * Format: uuid
             * @description ID (a UUID) of the backend: the port of the load balancer's private address (`LB`), the NIC of the cloud server
             *     (`VM`), or the NIC of the machine that holds the virtual IP address (`VIP`).
             */
            port_id?: string;
            /**
             * @deprecated
             * @description ID of the virtual NIC that the virtual IP address is bound to. Only where `server_type` is `VIP`.
             */
            vip_port_id?: string;
            /**
             * @description Name of the endpoint service. Documented with 0 to 16 characters, which bound the part that a user chooses; the
             *     stored name has the form `region.name.id` and is longer.
             */
            service_name?: string;
            /** @description Kind of backend. */
            server_type?: components["schemas"]["EndpointServiceServerType"];
            /** @description ID of the VPC that the backend belongs to. */
            vpc_id?: string;
            /**
             * @description Whether the owner must approve each connection. With `false`, a new VPC endpoint is `accepted` at once; with
             *     `true` it is `pendingAcceptance`, and of use only after the owner's approval.
             */
            approval_enabled?: boolean;
            /** @description State of the endpoint service. */
            status?: components["schemas"]["EndpointServiceStatus"];
            /** @description Type of the endpoint service. */
            service_type?: components["schemas"]["EndpointServiceType"];
            /**
             * Format: date-time
             * @description Time of creation, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`.
             */
            created_at?: string;
            /**
             * Format: date-time
             * @description Time of the last change, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`.
             */
            updated_at?: string;
            /** @description ID of the project that the endpoint service belongs to. */
            project_id?: string;
            /** @description Kind of address range. */
            cidr_type?: components["schemas"]["EndpointServiceCidrType"];
            /** @description Port mappings that the endpoint service opens, none of them twice. */
            ports?: components["schemas"]["PortMapping"][];
            /** @description How data about the client reaches the backend. */
            tcp_proxy?: components["schemas"]["EndpointServiceTcpProxy"];
            /** @description Tags of the endpoint service. */
            tags?: components["schemas"]["Tag"][];
            /** @description Why a task failed, where one did. A list here, unlike the single object of an error answer. */
            error?: components["schemas"]["ErrorDetail"][];
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /** @description IPv4 address or domain name of the server, for an interface service on a VLAN (added in 2024). */
            ip?: string;
            /** @description Editions of VPC endpoints that the endpoint service can be used with (added in 2025). */
            supported_editions?: components["schemas"]["EndpointServiceEdition"][];
            /**
             * @description Whether VPC endpoints of this service may carry a policy of their own (added in 2023).
             * @default false
             */
            enable_policy?: boolean;
        };
        /** @description Body of every 4xx and 5xx answer. */
        ErrorResponse: {
            /** @description Why the request failed; one object here, where an endpoint service carries a list of them. */
            error?: components["schemas"]["ErrorDetail"];
        };
    };
    responses: {
        /** @description The request is malformed or a value in it is not valid, so it was not understood. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The credentials are missing, not valid or no longer valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request was understood, and is refused: the caller lacks the permission. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Nothing was found under this address: the resource does not exist, or no longer. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The resource does not allow this method. */
        MethodNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The answer cannot be given in any form that the `Accept` header allows. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The client must first authenticate itself to the proxy in between. */
        ProxyAuthenticationRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The client did not finish its request in the time that the server was ready to wait. */
        RequestTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request clashes with the present state of the resource. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The service failed; trying again may help. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The server does not support the function asked for. */
        NotImplemented: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description A server behind the one that answers gave an invalid answer. */
        BadGateway: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The system is not available at the moment; trying again later may help. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The gateway got no answer from the service in time. */
        GatewayTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description ID of the project (the tenant's space in one region) that owns the resource. */
        ProjectId: string;
        /** @description ID of the VPC endpoint service. */
        VpcEndpointServiceId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listServiceDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project (the tenant's space in one region) that owns the resource. */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The details of the endpoint service. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointService"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
