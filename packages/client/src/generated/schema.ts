// Generated from VPC Endpoint API 0.1.0. Do not edit: change the description and build again.

export interface paths {
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
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
        /**
         * Change a VPC endpoint service
         * @description Changes any of these: whether connections need an approval, the short name, the port mappings, the backend, how data
         *     about the client is passed on, and the description.
         *
         *     Port mappings are replaced as a whole. `port_id` and `ip` cannot be changed in one request. Some states of the
         *     endpoint service allow no change.
         */
        put: operations["updateEndpointService"];
        post?: never;
        /**
         * Delete a VPC endpoint service
         * @description Deletes an endpoint service that a user created; those of the operator cannot be deleted. There is no way back. The
         *     request is refused as long as a VPC endpoint that is `creating` or `accepted` uses the endpoint service.
         *
         *     The answer comes at once. The work takes one to two minutes, in the state `deleting`; it is done when
         *     `listServiceDetails` answers 404. Some pages name 200 as the status of success, so clients should take that as well.
         */
        delete: operations["deleteEndpointService"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the endpoint services of a project
         * @description Returns the endpoint services that belong to the caller, page by page. Filters narrow the list down; the total
         *     counts every match.
         */
        get: operations["listEndpointService"];
        put?: never;
        /**
         * Create a VPC endpoint service
         * @description Publishes a cloud server or a load balancer of a VPC as an endpoint service, which VPC endpoints can then connect
         *     to.
         *
         *     The answer comes at once, with the state `creating`. The work takes one to two minutes and ends in `available` or
         *     `failed`; ask `listServiceDetails` for the state.
         *
         *     An endpoint service has one backend, unless it is upgraded to have several. An account can have 20 endpoint services
         *     in a region by default. The subnets and custom routes of the VPC must not overlap with 198.19.128.0/17.
         *
         *     A role policy must allow reading VPCs and backends as well: `vpc:vpcs:get`, `vpc:vpcs:list`, `elb:loadbalancers:get`,
         *     `elb:loadbalancers:list`, `ecs:servers:get`, `ecs:servers:list`, `bms:servers:get` and `bms:servers:list`.
         */
        post: operations["createEndpointService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/describe": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Show what a consumer may know of a VPC endpoint service
         * @description Returns the basics of one endpoint service, and nothing about its backend. It is meant for users who want to connect
         *     to the endpoint service; its owner finds the rest in `listServiceDetails`.
         *
         *     The name or the ID must be given, or the request fails. What happens with both is not documented.
         */
        get: operations["listServiceDescribeDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/public": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the public endpoint services
         * @description Returns the endpoint services that the operator of the cloud offers to every account, page by page.
         *
         *     A role policy must allow `vpc:vpcs:get`, `vpc:vpcs:list` and `vpc:subnets:get` as well.
         */
        get: operations["listServicePublicDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/name": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Rename a VPC endpoint service
         * @description Gives an endpoint service another short name. The answer carries the full name that is stored.
         */
        put: operations["updateEndpointServiceName"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/add-server-resources": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add backends to a VPC endpoint service
         * @description Puts more load balancers, each with its availability zone, behind an endpoint service (added in 2025). No permission
         *     in an identity policy is needed.
         *
         *     Whether the backends already work when the answer comes is not documented, and no operation is known that lists or
         *     removes them.
         */
        post: operations["addEndpointServiceServerResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upgrade a VPC endpoint service to the professional edition
         * @description Lets VPC endpoints of the professional edition use an endpoint service, or takes that back (added in 2024). The body
         *     is optional; a request without one upgrades. No permission in an identity policy is needed.
         *
         *     Whether the work is done when the answer comes is not documented. Afterwards `supported_editions` in the answer of
         *     `listServiceDetails` should contain `profession`.
         *
         *     Newer pages say that it can be called only in CN East 2, CN East-Qingdao, ME-Riyadh and AF-Cairo; an older one says
         *     that endpoint services in these four regions need no upgrade.
         */
        post: operations["upgradeEndpointService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        /**
         * List the connections of an endpoint service
         * @description Shows the owner of an endpoint service which VPC endpoints are connected to it, or ask to be. A connection is the
         *     VPC endpoint as the owner of the service sees it: its `id` is that of the VPC endpoint, and its `marker_id` is its
         *     own.
         *
         *     It is also the operation to poll, with the query parameter `id`, after a connection was accepted or rejected.
         */
        get: operations["listServiceConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or reject a connection
         * @description Lets the owner of an endpoint service decide on one VPC endpoint that asks to be connected, or end a connection that
         *     was accepted before: `reject` is allowed then too, and the VPC endpoint keeps its IP address. Whether a rejected one
         *     can be accepted later is not documented.
         *
         *     The answer has the connection after the decision. The change itself may take a little longer, with the state
         *     `creating` in between. After an accepted connection was rejected, wait for `rejected`; `accepted` may still be the
         *     state from before.
         */
        post: operations["acceptOrRejectEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/description": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Describe connections of an endpoint service
         * @description Sets the text that the owner of an endpoint service keeps on each of the connections given. Nothing else about them
         *     changes. The answer need not have the order of the request.
         */
        put: operations["updateEndpointConnectionsDesc"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        /**
         * List the whitelist of an endpoint service
         * @description Shows the owner of an endpoint service who else may connect to it. The account that owns the service is always
         *     allowed and needs no record.
         */
        get: operations["listServicePermissionsDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add or remove whitelist records by value
         * @description Lets the owner of an endpoint service say, by account or by path in the organization, who may connect to it, or take
         *     that back. The account that owns the service is always allowed; `*` allows every account.
         *
         *     To give each record a description, or to remove records by ID, use `batchAddEndpointServicePermissions` and
         *     `batchRemoveEndpointServicePermissions`.
         */
        post: operations["addOrRemoveServicePermissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add whitelist records with descriptions
         * @description Lets the owner of an endpoint service allow others to connect to it, with a description for each record. The account
         *     that owns the service is always allowed; `*` allows every account.
         */
        post: operations["batchAddEndpointServicePermissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove whitelist records by ID
         * @description Lets the owner of an endpoint service take records off its whitelist. `listServicePermissionsDetails` has their IDs.
         */
        post: operations["batchRemoveEndpointServicePermissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/{permission_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
                /** @description ID of the whitelist record. */
                permission_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Describe a whitelist record
         * @description Lets the owner of an endpoint service change the description of one whitelist record. The request has one record,
         *     the answer a list with that record in it.
         */
        put: operations["updateEndpointServicePermissionDesc"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the VPC endpoints of a project
         * @description Returns the VPC endpoints of the project, page by page, whatever state they are in. The filters may be combined.
         *
         *     This is the side of the consumer. The owner of an endpoint service sees who connects to it by
         *     `listServiceConnections`.
         */
        get: operations["listEndpoints"];
        put?: never;
        /**
         * Create a VPC endpoint
         * @description Creates a VPC endpoint in a VPC of the caller, and asks for a connection to an endpoint service of the same region.
         *     The answer comes at once, with the status `creating`; the work takes 1 to 2 minutes more. Then the VPC endpoint is
         *     `accepted`, or `pendingAcceptance` where the owner of the endpoint service must approve it, or `failed`.
         *
         *     - A VPC endpoint connects to one endpoint service and carries up to 3,000 connections at a time.
         *     - An `interface` service needs `subnet_id`, and takes `port_ip`, `enable_dns` and a whitelist as well.
         *     - A `gateway` service takes `routetables`. Such services are offered in some regions only: a guide of 2022 names
         *       LA-Mexico City1, LA-Sao Paulo1 and LA-Santiago for OBS.
         *     - An endpoint service with `enable_policy` takes a policy: `policy_statement` for OBS and SFS, else
         *       `policy_document`.
         *     - Neither the subnets of the VPC nor its custom routes may overlap 198.19.128.0/17.
         *     - An account may have 50 VPC endpoints in a region, unless its quota was changed.
         */
        post: operations["createEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["VpcEndpointId"];
            };
            cookie?: never;
        };
        /**
         * Show a VPC endpoint
         * @description Returns everything about one VPC endpoint to its owner. It is also the operation to poll after a VPC endpoint was
         *     created or deleted.
         *
         *     No field of the answer is promised: a field that does not apply, such as `ip` for a gateway service, is left out.
         */
        get: operations["listEndpointInfoDetails"];
        /**
         * Change the whitelist of a VPC endpoint
         * @description Replaces the addresses that may use a VPC endpoint, and switches the whitelist on or off. Nothing else can be
         *     changed here, and only VPC endpoints of `interface` services have a whitelist.
         *
         *     Send both fields in each request. By the letter of the defaults, a request with one of them resets the other; no
         *     source says otherwise.
         */
        put: operations["updateEndpointWhite"];
        post?: never;
        /**
         * Delete a VPC endpoint
         * @description Deletes a VPC endpoint together with its connection. This cannot be undone.
         *
         *     The answer comes before the work is done, which takes 1 to 2 minutes. The VPC endpoint is `deleting` meanwhile, and
         *     once it is gone `listEndpointInfoDetails` answers 404. Some pages name 200 as the status of success, so clients
         *     should take that as well.
         */
        delete: operations["deleteEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["GatewayEndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change the policy of a VPC endpoint
         * @description Replaces the policy that says what may be done through a VPC endpoint. The endpoint service must have
         *     `enable_policy` set to `true`.
         *
         *     One of the two fields is expected: `policy_statement` for OBS and SFS services, `policy_document` for all others.
         */
        put: operations["updateEndpointPolicy"];
        post?: never;
        /**
         * Delete the policy of a VPC endpoint
         * @deprecated
         * @description Removes the policy of a VPC endpoint of a `gateway` service, and answers with the VPC endpoint as it is then.
         *
         *     Deprecated, to be discontinued. Set another policy with `updateEndpointPolicy` instead.
         */
        delete: operations["deleteEndpointPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/routetables": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["GatewayEndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change the route tables of a VPC endpoint
         * @description Replaces the route tables that lead to a VPC endpoint of a `gateway` service.
         *
         *     An answer with status 200 does not mean that all went well: `error` lists the route tables that could not be bound
         *     or unbound.
         *
         *     Pages of one year disagree on the older role policy action: `vpcep:epRouters:update` or `vpcep:endpoints:update`.
         */
        put: operations["updateEndpointRoutetable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/vpc-endpoints/{vpc_endpoint_id}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["VpcEndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upgrade a VPC endpoint
         * @description Turns a VPC endpoint of the basic edition into one of the professional edition (added in 2025). No permission in an
         *     identity policy is needed.
         *
         *     The answer comes before the work is done. How to see its end is not documented, as no state stands for an upgrade in
         *     progress. Terraform expects the status 204, so clients should take that as well as 202.
         */
        post: operations["upgradeEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the quotas of a project
         * @description Returns how many endpoint services and VPC endpoints there may be, and how many there are. An account starts with 20
         *     endpoint services and 50 VPC endpoints in a region.
         */
        get: operations["listQuotaDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/{resource_type}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description Kind of resource that carries the tags.
                 *
                 *     - `endpoint_service`: VPC endpoint services
                 *     - `endpoint`: VPC endpoints
                 */
                resource_type: components["parameters"]["ResourceType"];
            };
            cookie?: never;
        };
        /**
         * List the tags in use in a project
         * @description Returns every tag key that the endpoint services, or the VPC endpoints, of the project carry, and the values that
         *     each key has there.
         */
        get: operations["listQueryProjectResourceTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/{resource_type}/{resource_id}/tags/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description Kind of resource that carries the tags.
                 *
                 *     - `endpoint_service`: VPC endpoint services
                 *     - `endpoint`: VPC endpoints
                 */
                resource_type: components["parameters"]["ResourceType"];
                /** @description ID of the endpoint service or VPC endpoint that carries the tags. */
                resource_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add tags to a resource or remove them
         * @description Puts tags on an endpoint service or a VPC endpoint, or takes them off; one request does one or the other.
         *
         *     A resource can carry 20 tags; older pages say 10.
         */
        post: operations["batchAddOrRemoveResourceInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/{resource_type}/resource_instances/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description Kind of resource that carries the tags.
                 *
                 *     - `endpoint_service`: VPC endpoint services
                 *     - `endpoint`: VPC endpoints
                 */
                resource_type: components["parameters"]["ResourceType"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find resources by tag
         * @description Finds the endpoint services or VPC endpoints of a project by their tags and names, or counts them. It changes
         *     nothing, although it is a `POST`. Without any filter it finds all of them.
         */
        post: operations["listResourceInstances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of the API
         * @description Returns the versions of the VPC Endpoint API that the region offers. No credentials are needed. Which versions are
         *     listed differs by region and time.
         */
        get: operations["listVersionDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The version, a `v` and a number. */
                version: string;
            };
            cookie?: never;
        };
        /**
         * Show a version of the API
         * @description Returns one version of the VPC Endpoint API. No credentials are needed.
         */
        get: operations["listSpecifiedVersionDetails"];
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
         *     - `interface`: a cloud service set up by the operator, which users can connect to but not change, or a private service
         *       that a user made from resources of their own
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
             * @description Port of the VPC endpoint, which clients connect to.
             * @example 8080
             */
            client_port?: number;
            /**
             * @description Port of the backend, which the connection is passed on to.
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
        /**
         * @description Code of an error: `EndPoint.NNNN` from the service, `APIGW.NNNN` from the API gateway in front of it. Compare codes
         *     without regard to case: `EndPoint` and `Endpoint` both occur.
         */
        ErrorCode: string;
        /** @description What went wrong, once for programs and once for people. */
        ErrorDetail: {
            /** @description Code of the error. */
            code?: components["schemas"]["ErrorCode"];
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
             * @description The virtual NIC (by its ID) that holds the virtual IP address. Only where `server_type` is `VIP`.
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
             * @description Whether connections need the owner's approval. Without it (`false`), a new VPC endpoint is `accepted` as soon as
             *     it is created; otherwise it is `pendingAcceptance`, and can be used only once the owner has accepted it.
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
            /**
             * @description What went wrong when a task, such as the creation, was submitted, if anything did. A list here, unlike the single
             *     object of an error answer.
             */
            error?: components["schemas"]["ErrorDetail"][];
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /**
             * @description Where the backend is reached: an IPv4 address or a domain name. Only for an `interface` service on a VLAN (added in
             *     2024).
             */
            ip?: string;
            /** @description Editions of VPC endpoints that the endpoint service can be used with (added in 2025). */
            supported_editions?: components["schemas"]["EndpointServiceEdition"][];
            /**
             * @description Whether VPC endpoints of this service may carry a policy of their own (added in 2023).
             * @default false
             */
            enable_policy?: boolean;
        };
        /**
         * @description What an answer of status 4xx or 5xx carries, in one of two forms. The service puts one error object under `error`. The
         *     API gateway in front of it, which answers before the service sees the request, writes `error_code`, `error_msg` and
         *     `request_id` without nesting. Read both forms.
         */
        ErrorResponse: {
            /** @description What went wrong, in the form of the service. One object here, whereas an endpoint service carries a list of them. */
            error?: components["schemas"]["ErrorDetail"];
            /** @description Code of the error, in the gateway's form. */
            error_code?: components["schemas"]["ErrorCode"];
            /**
             * @description The error in words, in the gateway's form.
             * @example No API answers to this path and method.
             */
            error_msg?: string;
            /**
             * @description ID of the request, in the gateway's form; quote it to support.
             * @example 5c9d1f0e7a3b48c2a6d4e8f01b2c3d4e
             */
            request_id?: string;
            /** @description Encoded details of a refused authorization, where IAM gives them. */
            encoded_authorization_message?: string;
        };
        /** @description What to change in an endpoint service. Whether a field that is left out keeps its value is not documented. */
        EndpointServiceUpdate: {
            /**
             * @description Whether connections need the owner's approval from now on. Documented with the default `true`, which is not
             *     enforced here: it would turn approval on in every request that leaves the field out.
             */
            approval_enabled?: boolean;
            /**
             * @description New short name: letters, digits, `_` and `-`.
             * @example orders
             */
            service_name?: string;
            /** @description New port mappings, up to 200, none of them twice. They replace all the present ones. */
            ports?: components["schemas"]["PortMapping"][];
            /**
             * @description ID of the new backend. A load balancer can be replaced only by one of the same kind; newer pages speak of nothing
             *     but the NIC of a cloud server. Cannot be changed together with `ip`.
             */
            port_id?: string;
            /** @description How data about the client reaches the backend (added in 2023). */
            tcp_proxy?: components["schemas"]["EndpointServiceTcpProxy"];
            /** @description New free text, without `<` and `>`. */
            description?: string;
            /**
             * @description Where the backend is reached from now on: an IPv4 address or a domain name. Only for an `interface` service on a
             *     VLAN. Cannot be changed together with `port_id` (added in 2024).
             */
            ip?: string;
        };
        /**
         * @description IP version of an endpoint service.
         *
         *     - `ipv4`: IPv4
         *     - `ipv6`: IPv6
         * @enum {string}
         */
        EndpointServiceIpVersion: "ipv4" | "ipv6";
        /** @description An endpoint service, as creating or changing it returns it. */
        EndpointServiceResult: {
            /**
             * @description Unique ID of the endpoint service.
             * @example 9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            id?: string;
            /**
             * @description ID (a UUID) of the backend: the port of the load balancer's private address (`LB`), the NIC of the cloud server
             *     (`VM`), or the NIC of the machine that holds the virtual IP address (`VIP`).
             */
            port_id?: string;
            /**
             * @description Name of the endpoint service, as stored: `region.name.id`, or `region.id` where the user chose no name.
             * @example cn-north-4.orders.9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            service_name?: string;
            /** @description Kind of backend. */
            server_type?: components["schemas"]["EndpointServiceServerType"];
            /** @description ID of the VPC that the backend belongs to. */
            vpc_id?: string;
            /** @description ID of the cluster that the endpoint service runs on. */
            pool_id?: string;
            /**
             * @description Whether connections need the owner's approval. Without it (`false`), a new VPC endpoint is `accepted` as soon as
             *     it is created; otherwise it is `pendingAcceptance`, and can be used only once the owner has accepted it.
             */
            approval_enabled?: boolean;
            /** @description State of the endpoint service. `deleting` is not documented for this answer. */
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
            /**
             * @description Where the backend is reached: an IPv4 address or a domain name. Only for an `interface` service on a VLAN (added in
             *     2024).
             */
            ip?: string;
            /** @description Port mappings that the endpoint service opens, none of them twice. */
            ports?: components["schemas"]["PortMapping"][];
            /** @description How data about the client reaches the backend. */
            tcp_proxy?: components["schemas"]["EndpointServiceTcpProxy"];
            /** @description Tags of the endpoint service. */
            tags?: components["schemas"]["Tag"][];
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /**
             * @description Whether VPC endpoints of this service may carry a policy of their own (added in 2023).
             * @default false
             */
            enable_policy?: boolean;
            /** @description IP version. Only for endpoint services of the professional edition (added in 2024). */
            ip_version?: components["schemas"]["EndpointServiceIpVersion"];
        };
        /** @description An endpoint service, as a list of its owner's endpoint services shows it. */
        EndpointServiceListItem: {
            /**
             * @description Unique ID of the endpoint service.
             * @example 4189d3c2-8882-4871-a3c2-d380272eed88
             */
            id?: string;
            /**
             * @description ID (a UUID) of the backend: the port of the load balancer's private address (`LB`), the NIC of the cloud server
             *     (`VM`), or the NIC of the machine that holds the virtual IP address (`VIP`).
             */
            port_id?: string;
            /**
             * @description Name of the endpoint service, as stored: `region.name.id`, or `region.id` where the user chose no name.
             * @example cn-north-4.orders.9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            service_name?: string;
            /** @description Kind of backend. */
            server_type?: components["schemas"]["EndpointServiceServerType"];
            /** @description ID of the VPC that the backend belongs to. */
            vpc_id?: string;
            /**
             * @description Whether connections need the owner's approval. Without it (`false`), a new VPC endpoint is `accepted` as soon as
             *     it is created; otherwise it is `pendingAcceptance`, and can be used only once the owner has accepted it.
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
            /**
             * @description ID of the account that owns the endpoint service.
             * @example 5fc973eea581490997e82ea11a1df31f
             */
            domain_id?: string;
            /** @description Port mappings that the endpoint service opens, none of them twice. */
            ports?: components["schemas"]["PortMapping"][];
            /**
             * @description Where the backend is reached: an IPv4 address or a domain name. Only for an `interface` service on a VLAN (added in
             *     2024).
             */
            ip?: string;
            /** @description Tags of the endpoint service. */
            tags?: components["schemas"]["Tag"][];
            /** @description Number of VPC endpoints of the endpoint service that are `creating` or `accepted`. */
            connection_count?: number;
            /** @description How data about the client reaches the backend. */
            tcp_proxy?: components["schemas"]["EndpointServiceTcpProxy"];
            /**
             * @description What went wrong when a task, such as the creation, was submitted, if anything did. A list here, unlike the single
             *     object of an error answer.
             */
            error?: components["schemas"]["ErrorDetail"][];
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /** @description Editions of VPC endpoints that the endpoint service can be used with (added in 2025). */
            supported_editions?: components["schemas"]["EndpointServiceEdition"][];
            /** @description Public border group (an edge site) of the pool that the endpoint service runs in. */
            public_border_group?: string;
            /**
             * @description Whether VPC endpoints of this service may carry a policy of their own (added in 2023).
             * @default false
             */
            enable_policy?: boolean;
        };
        /** @description A page of the endpoint services of a project. */
        EndpointServiceList: {
            /** @description Endpoint services on this page. */
            endpoint_services?: components["schemas"]["EndpointServiceListItem"][];
            /** @description Number of all matches, on whatever page. */
            total_count?: number;
        };
        /** @description A tag to put on a resource. */
        TagCreate: {
            /**
             * @description Tag key: letters of any language, digits, spaces and `_ . : = + - @`, no space at either end. Keys that start
             *     with `_sys_` belong to the system.
             * @example environment
             */
            key: string;
            /**
             * @description Tag value, which may be empty: letters of any language, digits, spaces and `_ . : / = + - @`.
             * @example production
             */
            value?: string;
        };
        /** @description An endpoint service to create. */
        EndpointServiceCreate: {
            /**
             * @description ID (a UUID) of the backend: the port of the load balancer's private address (`LB`), the NIC of the cloud server
             *     (`VM`), or the NIC of the machine that holds the virtual IP address (`VIP`).
             * @example 3c1d2f60-5f8e-4d0b-9a57-0f3f2b6f0c11
             */
            port_id: string;
            /**
             * @description Short name: letters, digits, `_` and `-`. It is stored as `region.name.id`, or as `region.id` if it is empty.
             * @example orders
             */
            service_name?: string;
            /**
             * @description ID of the VPC that the backend belongs to.
             * @example 4189d3c2-8882-4871-a3c2-d380272eed80
             */
            vpc_id: string;
            /**
             * @description Whether connections need the owner's approval. Without it (`false`), a new VPC endpoint is `accepted` as soon as
             *     it is created; otherwise it is `pendingAcceptance`, and can be used only once the owner has accepted it.
             * @default true
             */
            approval_enabled?: boolean;
            /**
             * @description Type of the endpoint service. Users can create `interface` only.
             * @default interface
             */
            service_type?: components["schemas"]["EndpointServiceType"];
            /** @description Kind of backend. */
            server_type: components["schemas"]["EndpointServiceServerType"];
            /**
             * @description Where the backend is reached: an IPv4 address or a domain name. Only for an `interface` service on a VLAN (added in
             *     2024).
             */
            ip?: string;
            /** @description The port mappings of the endpoint service, 200 at most in a request, and none of them twice. */
            ports: components["schemas"]["PortMapping"][];
            /** @description How data about the client reaches the backend. */
            tcp_proxy?: components["schemas"]["EndpointServiceTcpProxy"];
            /** @description Tags to put on the endpoint service. The newest pages allow 20 on a resource, older ones 10. */
            tags?: components["schemas"]["TagCreate"][];
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /** @description IP version. Only for endpoint services of the professional edition (added in 2024). */
            ip_version?: components["schemas"]["EndpointServiceIpVersion"];
            /**
             * @description ID of any network of the VPC, from which SNAT addresses are taken. Needed if `ip_version` is `ipv6`; meant for
             *     backends that are cloud servers, virtual IP addresses or load balancers of the older kind (added in 2024).
             */
            snat_network_id?: string;
        };
        /** @description What a user who wants to connect to an endpoint service may know of it; nothing about its backend. */
        EndpointServiceSummary: {
            /**
             * @description Unique ID of the endpoint service.
             * @example 9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            id?: string;
            /**
             * @description Name of the endpoint service.
             * @example cn-north-4.orders.9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            service_name?: string;
            /** @description Type of the endpoint service. */
            service_type?: components["schemas"]["EndpointServiceType"];
            /**
             * Format: date-time
             * @description Time of creation, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`.
             */
            created_at?: string;
            /** @description Whether a VPC endpoint of this service is billed. */
            is_charge?: boolean;
            /** @description Public border group (an edge site) of the pool that the endpoint service runs in. */
            public_border_group?: string;
            /**
             * @description Whether VPC endpoints of this service may carry a policy of their own (added in 2023).
             * @default false
             */
            enable_policy?: boolean;
        };
        /** @description An endpoint service that the operator of the cloud offers to every account. */
        PublicEndpointService: {
            /**
             * @description Unique ID of the endpoint service.
             * @example b0e22f6f-26f4-461c-b140-d873464d4fa0
             */
            id?: string;
            /** @description Owner of the endpoint service. */
            owner?: string;
            /**
             * @description Name of the endpoint service.
             * @example com.myhuaweicloud.cn-north-4.dns
             */
            service_name?: string;
            /** @description Type of the endpoint service. */
            service_type?: components["schemas"]["EndpointServiceType"];
            /**
             * Format: date-time
             * @description Time of creation, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`.
             */
            created_at?: string;
            /** @description Whether a VPC endpoint of this service is billed. */
            is_charge?: boolean;
            /**
             * @description Whether VPC endpoints of this service may carry a policy of their own (added in 2023).
             * @default false
             */
            enable_policy?: boolean;
        };
        /** @description A page of the public endpoint services. */
        PublicEndpointServiceList: {
            /** @description Endpoint services on this page. */
            endpoint_services?: components["schemas"]["PublicEndpointService"][];
            /** @description Number of all matches, on whatever page. */
            total_count?: number;
        };
        /** @description A new name for an endpoint service. A request of any use carries it, though it is documented as optional. */
        EndpointServiceRename: {
            /**
             * @description New short name: letters, digits, `_` and `-`.
             * @example orders
             */
            endpoint_service_name?: string;
        };
        /** @description The name of an endpoint service after it was renamed. */
        EndpointServiceName: {
            /**
             * @description New name. Documented with 0 to 16 characters, which bound the part that a user chooses; the stored name has the
             *     form `region.name.id` and is longer.
             * @example cn-north-4.orders.9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            endpoint_service_name?: string;
        };
        /** @description A load balancer to put behind an endpoint service. */
        ServerResource: {
            /**
             * @description ID of the load balancer.
             * @example 20872649-163e-4302-83be-8ff6e31d9ab9
             */
            resource_id: string;
            /**
             * @description Availability zone of the load balancer.
             * @example cn-north-4a
             */
            availability_zone_id?: string;
        };
        /** @description Backends to add to an endpoint service. */
        ServerResourcesAdd: {
            /** @description Load balancers to add, each with its availability zone. */
            server_resources: components["schemas"]["ServerResource"][];
        };
        /**
         * @description How to upgrade an endpoint service. Only the newest pages have this body; whether `action` may be left out of it is
         *     not documented.
         */
        EndpointServiceUpgrade: {
            /** @description Whether the endpoint service may have several backends after the upgrade. */
            enable_multi_server?: boolean;
            /**
             * @description What to do.
             *
             *     - `upgrade`: let VPC endpoints of the professional edition use the endpoint service
             *     - `rollback`: go back to VPC endpoints of the basic edition only
             * @enum {string}
             */
            action?: "upgrade" | "rollback";
        };
        /** @description An error recorded on a VPC endpoint or a connection. */
        EndpointError: {
            /** @description Code of the error. */
            error_code?: components["schemas"]["ErrorCode"];
            /**
             * @description The error in words.
             * @example The VPC endpoint could not be created.
             */
            error_message?: string;
        };
        /**
         * @description State of a VPC endpoint, which is also the state of its connection to the endpoint service.
         *
         *     - `pendingAcceptance`: it waits for the owner of the endpoint service
         *     - `creating`: it is being connected to the endpoint service
         *     - `accepted`: it is connected
         *     - `rejected`: the owner of the endpoint service refused it
         *     - `failed`: it could not be connected; `error` says why
         *     - `deleting`: it is being deleted
         * @enum {string}
         */
        EndpointStatus: "pendingAcceptance" | "creating" | "accepted" | "rejected" | "failed" | "deleting";
        /**
         * @description Connection of a VPC endpoint to an endpoint service, as the owner of the service sees it. Its times and its state are
         *     those of the VPC endpoint.
         */
        Connection: {
            /**
             * @description ID of the VPC endpoint.
             * @example 7a5f0c3b-2f2f-4a58-b0a7-3d9f6c1e4b52
             */
            id?: string;
            /**
             * Format: int64
             * @description Mark in the packets of the connection, by which the backend can tell it from all others.
             * @example 201515773
             */
            marker_id?: number;
            /**
             * Format: date-time
             * @description When the VPC endpoint was created, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`.
             */
            created_at?: string;
            /**
             * Format: date-time
             * @description When the VPC endpoint was last changed, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`.
             */
            updated_at?: string;
            /**
             * @description ID of the account that owns the VPC endpoint.
             * @example 5fc973eea581490997e82ea11a1df31f
             */
            domain_id?: string;
            /** @description Why the VPC endpoint could not be connected. Only where `status` is `failed`. */
            error?: components["schemas"]["EndpointError"][];
            /** @description State of the connection. */
            status?: components["schemas"]["EndpointStatus"];
            /**
             * @description Text that the owner of the endpoint service keeps on the connection, without `<` and `>`. The VPC endpoint has a
             *     `description` of its own.
             * @example Front end of the web shop
             */
            description?: string;
        };
        /** @description One page of connections. */
        ConnectionList: {
            /** @description The connections on the page. */
            connections?: components["schemas"]["Connection"][];
            /** @description Number of all matches, whatever the page. */
            total_count?: number;
        };
        /** @description A decision on one connection. */
        ConnectionsDecide: {
            /**
             * @description The decision.
             *
             *     - `receive`: accept the connection
             *     - `reject`: refuse it, or end it if it was accepted before
             * @enum {string}
             */
            action: "receive" | "reject";
            /** @description The VPC endpoint to decide on, just one in a request. */
            endpoints: string[];
        };
        /** @description Connections after a change. */
        ConnectionsResult: {
            /** @description The connections that were changed, in any order. */
            connections?: components["schemas"]["Connection"][];
        };
        /** @description New descriptions for connections. */
        ConnectionsDescribe: {
            /** @description The connections, each with its new description. */
            connections: {
                /** @description ID (a UUID) of the VPC endpoint. */
                id: string;
                /** @description The new text, without `<` and `>`. It may be empty. */
                description: string;
            }[];
        };
        /**
         * @description Who may connect.
         *
         *     - `iam:domain::` and an account ID of up to 64 letters and digits: that account
         *     - `organizations:orgPath::` and a path of up to 1024 letters, digits and `/ - * ? _`: the accounts under that path of
         *       an organization
         *     - `*`, or `iam:domain::*`: every account
         *
         *     In 2022 the whole text was documented with 1 to 64 characters, which leaves too little room behind the prefix.
         */
        PermissionValue: string;
        /**
         * @description How those who may connect are named (added in 2023).
         *
         *     - `domainId`: by account ID
         *     - `orgPath`: by path in an organization
         * @enum {string}
         */
        PermissionType: "domainId" | "orgPath";
        /** @description A whitelist record of an endpoint service, as it stands in the list. */
        Permission: {
            /**
             * @description Unique ID of the record.
             * @example 922b5a3f-7a3c-4b1f-8d52-1f5e3d0c9a77
             */
            id?: string;
            /** @description Who may connect: `iam:domain::` and an account ID, `organizations:orgPath::` and a path, or `*` for every account. */
            permission?: components["schemas"]["PermissionValue"];
            /** @description How `permission` names them (added in 2023). */
            permission_type?: components["schemas"]["PermissionType"];
            /**
             * Format: date-time
             * @description When the record was added, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`.
             */
            created_at?: string;
        };
        /** @description One page of whitelist records. */
        PermissionList: {
            /** @description The records on the page. */
            permissions?: components["schemas"]["Permission"][];
            /** @description Number of all matches, whatever the page. */
            total_count?: number;
        };
        /** @description Whitelist records to add or remove, given by their values. */
        PermissionsChange: {
            /** @description Who may connect, or may no longer. */
            permissions: components["schemas"]["PermissionValue"][];
            /** @description How `permissions` names them (added in 2023). */
            permission_type?: components["schemas"]["PermissionType"];
            /**
             * @description What to do with the records.
             *
             *     - `add`: put them on the whitelist
             *     - `remove`: take them off
             * @enum {string}
             */
            action: "add" | "remove";
        };
        /** @description Values of whitelist records after a change. */
        PermissionsChangeResult: {
            /** @description Who may connect. */
            permissions?: components["schemas"]["PermissionValue"][];
            /** @description How `permissions` names them (added in 2023). */
            permission_type?: components["schemas"]["PermissionType"];
        };
        /** @description Whitelist records to add, each with a description. */
        PermissionsAdd: {
            /** @description The records to add. */
            permissions: {
                /**
                 * @description Who may connect: `iam:domain::` and an account ID, `organizations:orgPath::` and a path, or `*` for every
                 *     account.
                 */
                permission: components["schemas"]["PermissionValue"];
                /** @description Free text on the record. */
                description: string;
            }[];
            /** @description How the records name those who may connect (added in 2023). */
            permission_type?: components["schemas"]["PermissionType"];
        };
        /** @description A whitelist record of an endpoint service with its description, which the list leaves out. */
        DescribedPermission: {
            /**
             * @description Unique ID of the record.
             * @example 922b5a3f-7a3c-4b1f-8d52-1f5e3d0c9a77
             */
            id?: string;
            /** @description Who may connect: `iam:domain::` and an account ID, `organizations:orgPath::` and a path, or `*` for every account. */
            permission?: components["schemas"]["PermissionValue"];
            /** @description How `permission` names them (added in 2023). */
            permission_type?: components["schemas"]["PermissionType"];
            /**
             * @description Free text on the record.
             * @example Partner account
             */
            description?: string;
            /**
             * Format: date-time
             * @description When the record was added, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`.
             */
            created_at?: string;
        };
        /** @description Whitelist records after a change. */
        PermissionsResult: {
            /** @description The records. */
            permissions?: components["schemas"]["DescribedPermission"][];
        };
        /** @description Whitelist records to remove. */
        PermissionsRemove: {
            /** @description The records to remove. */
            permissions: {
                /** @description ID of the record. */
                id: string;
            }[];
        };
        /** @description A new description for a whitelist record. */
        PermissionDescribe: {
            /** @description The new description, in an object of its own. */
            permission: {
                /** @description Free text on the record. */
                description: string;
            };
        };
        /** @description A statement in the policy of a VPC endpoint. The names of its fields start with a capital letter. */
        PolicyStatement: {
            /**
             * @description Whether the statement allows or denies.
             * @enum {string}
             */
            Effect?: "Allow" | "Deny";
            /**
             * @description Actions on OBS or SFS that the statement is about.
             * @example [
             *       "obs:*:*"
             *     ]
             */
            Action?: string[];
            /**
             * @description Objects of OBS or SFS that the statement is about.
             * @example [
             *       "obs:*:*:*:*\/*"
             *     ]
             */
            Resource?: string[];
            /** @description Conditions under which the statement holds (added in 2025). */
            Condition?: {
                [key: string]: unknown;
            };
            /** @description ID of the statement (added in 2025). */
            Sid?: string;
        };
        /** @description A policy as one free-form JSON document. A page of 2024 prints a size of 0 to 20480 for it, without a unit. */
        PolicyDocument: {
            [key: string]: unknown;
        };
        /** @description A VPC endpoint in a list. */
        EndpointListItem: {
            /**
             * @description Unique ID of the VPC endpoint.
             * @example 530d6f2f-d115-4df2-8c36-32d19f3c0bbc
             */
            id?: string;
            /** @description Type of the endpoint service that the VPC endpoint connects to. */
            service_type?: components["schemas"]["EndpointServiceType"];
            /** @description State of the VPC endpoint. */
            status?: components["schemas"]["EndpointStatus"];
            /**
             * @description State of the account, `active` or `frozen`. Not a closed set, other values may be added.
             * @example [
             *       "active"
             *     ]
             */
            active_status?: string[];
            /**
             * @description Stored name of the endpoint service that the VPC endpoint connects to.
             * @example cn-north-4.orders.9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            endpoint_service_name?: string;
            /**
             * Format: int64
             * @description Number that marks the packets of the VPC endpoint and identifies its connection.
             * @example 201515772
             */
            marker_id?: number;
            /** @description ID of the endpoint service that the VPC endpoint connects to. */
            endpoint_service_id?: string;
            /**
             * @description Whether the VPC endpoint was to get a private domain name. There never is one for a `gateway` service.
             * @default false
             */
            enable_dns?: boolean;
            /** @description Private domain names of the VPC endpoint. Only where `enable_dns` is `true`. */
            dns_names?: string[];
            /**
             * @description Private address under which the VPC endpoint is reached. Only for `interface` services, once the connection was
             *     accepted; a later rejection leaves it in place.
             * @example 192.168.0.12
             */
            ip?: string;
            /** @description ID of the VPC that the VPC endpoint is in. */
            vpc_id?: string;
            /** @description Network ID (a UUID) of the subnet that the VPC endpoint is in. Only for `interface` services. */
            subnet_id?: string;
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
            /** @description ID of the project that the VPC endpoint belongs to. */
            project_id?: string;
            /** @description Tags of the VPC endpoint; an empty list where it has none. */
            tags?: components["schemas"]["Tag"][];
            /** @description Why the connection failed. Only where `status` is `failed`. */
            error?: components["schemas"]["EndpointError"][];
            /**
             * @description IPv4 addresses and CIDR blocks that may use the VPC endpoint; an empty list where none was set. Only for
             *     `interface` services.
             * @example [
             *       "192.168.0.0/24"
             *     ]
             */
            whitelist?: string[];
            /**
             * @description Whether the whitelist is enforced. Only for `interface` services.
             * @default false
             */
            enable_whitelist?: boolean;
            /**
             * @description IDs of the route tables that lead to the VPC endpoint; the default one of the VPC where none was given. Only for
             *     `gateway` services.
             * @example [
             *       "cd7fdf2b-d964-4a4a-a169-2af1112e7d02"
             *     ]
             */
            routetables?: string[];
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /**
             * @description Policy of the VPC endpoint, statement by statement. Only for OBS and SFS services with `enable_policy`. A limit of
             *     10 statements is printed for Open Telekom Cloud alone.
             */
            policy_statement?: components["schemas"]["PolicyStatement"][];
            /**
             * @description Policy of the VPC endpoint as one document, full access where none was set. Only for services with `enable_policy`
             *     other than OBS and SFS (added in 2024).
             */
            policy_document?: components["schemas"]["PolicyDocument"];
            /**
             * @deprecated
             * @description ID of the cluster that the VPC endpoint runs in. Nothing takes its place.
             */
            endpoint_pool_id?: string;
            /** @description Public border group of the cluster. Only for VPC endpoints at an edge site. */
            public_border_group?: string;
        };
        /** @description A page of VPC endpoints. */
        EndpointList: {
            /** @description The VPC endpoints of this page. */
            endpoints?: components["schemas"]["EndpointListItem"][];
            /**
             * @description Number of all matches, whatever `limit` and `offset` are.
             * @example 3
             */
            total_count?: number;
        };
        /** @description A statement for the policy of a VPC endpoint. The names of its fields start with a capital letter. */
        PolicyStatementCreate: {
            /**
             * @description Whether the statement allows or denies.
             * @enum {string}
             */
            Effect: "Allow" | "Deny";
            /**
             * @description Actions on OBS or SFS that the statement is about.
             * @example [
             *       "obs:*:*"
             *     ]
             */
            Action: string[];
            /**
             * @description Objects of OBS or SFS that the statement is about.
             * @example [
             *       "obs:*:*:*:*\/*"
             *     ]
             */
            Resource: string[];
            /** @description Conditions under which the statement holds (added in 2025). */
            Condition?: {
                [key: string]: unknown;
            };
            /** @description ID of the statement (added in 2025). */
            Sid?: string;
        };
        /** @description What is needed to create a VPC endpoint. */
        EndpointCreate: {
            /**
             * @description Network ID (a UUID) of the subnet of the VPC to put the VPC endpoint in. Required for an `interface` service. The
             *     subnet must not overlap 198.19.128.0/17.
             */
            subnet_id?: string;
            /** @description ID of the endpoint service to connect to, in the same region. */
            endpoint_service_id: string;
            /** @description ID of the VPC to put the VPC endpoint in. */
            vpc_id: string;
            /**
             * @description Whether the VPC endpoint gets a private domain name. Without effect for a `gateway` service.
             * @default false
             */
            enable_dns?: boolean;
            /**
             * @description Tags to put on the VPC endpoint. No limit is enforced here, as the sources disagree: 20 tags for a resource is the
             *     newest figure, 10 an older one.
             */
            tags?: components["schemas"]["TagCreate"][];
            /**
             * @description IDs of the route tables that shall lead to the VPC endpoint; the default one of the VPC where this is left out.
             *     Only for a `gateway` service.
             * @example [
             *       "cd7fdf2b-d964-4a4a-a169-2af1112e7d02"
             *     ]
             */
            routetables?: string[];
            /**
             * Format: ipv4
             * @description IPv4 address that the VPC endpoint shall have. Only for an `interface` service; the system chooses one where this
             *     is left out.
             * @example 192.168.0.13
             */
            port_ip?: string;
            /**
             * @description IPv4 addresses and CIDR blocks that may use the VPC endpoint. Only for an `interface` service. The guide of Huawei
             *     Cloud allows 60 entries, that of Open Telekom Cloud 20.
             * @default []
             * @example [
             *       "192.168.0.0/24"
             *     ]
             */
            whitelist?: string[];
            /**
             * @description Whether to enforce the whitelist. With `false` every address may use the VPC endpoint.
             * @default false
             */
            enable_whitelist?: boolean;
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /**
             * @description Policy of the VPC endpoint, statement by statement. Only for OBS and SFS services with `enable_policy`. Open Telekom
             *     Cloud alone prints a limit of 10 statements, and allows everything on OBS where none is given (added in 2024).
             */
            policy_statement?: components["schemas"]["PolicyStatementCreate"][];
            /**
             * @description Policy of the VPC endpoint as one document; full access where none is given. Only for services with `enable_policy`
             *     other than OBS and SFS (added in 2024).
             */
            policy_document?: components["schemas"]["PolicyDocument"];
            /**
             * @description IP version of the VPC endpoint. Only in the professional edition (added in 2024).
             *
             *     - `ipv4`: IPv4 alone
             *     - `dualstack`: IPv4 and IPv6
             * @enum {string}
             */
            ip_version?: "ipv4" | "dualstack";
            /**
             * Format: ipv6
             * @description IPv6 address that the VPC endpoint shall have; the system chooses one where this is left out. Only in the
             *     professional edition (added in 2024).
             */
            ipv6_address?: string;
        };
        /**
         * @description Whether a VPC endpoint is switched on.
         *
         *     - `enable`: it is
         *     - `disable`: it is not
         * @enum {string}
         */
        EndpointEnableStatus: "enable" | "disable";
        /** @description A VPC endpoint, as it is when its creation was just asked for. */
        CreatedEndpoint: {
            /**
             * @description Unique ID of the VPC endpoint.
             * @example 530d6f2f-d115-4df2-8c36-32d19f3c0bbc
             */
            id?: string;
            /** @description Type of the endpoint service that the VPC endpoint connects to. */
            service_type?: components["schemas"]["EndpointServiceType"];
            /** @description State of the VPC endpoint. */
            status?: components["schemas"]["EndpointStatus"];
            /**
             * @description Private address under which the VPC endpoint is reached. Only for `interface` services, once the connection was
             *     accepted; a later rejection leaves it in place.
             * @example 192.168.0.12
             */
            ip?: string;
            /**
             * @description State of the account, `active` or `frozen`. Not a closed set, other values may be added.
             * @example [
             *       "active"
             *     ]
             */
            active_status?: string[];
            /**
             * @description Stored name of the endpoint service that the VPC endpoint connects to.
             * @example cn-north-4.orders.9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            endpoint_service_name?: string;
            /**
             * Format: int64
             * @description Number that marks the packets of the VPC endpoint and identifies its connection.
             * @example 201515772
             */
            marker_id?: number;
            /** @description ID of the endpoint service that the VPC endpoint connects to. */
            endpoint_service_id?: string;
            /**
             * @description Whether the VPC endpoint was to get a private domain name. There never is one for a `gateway` service.
             * @default false
             */
            enable_dns?: boolean;
            /** @description Network ID (a UUID) of the subnet that the VPC endpoint is in. Only for `interface` services. */
            subnet_id?: string;
            /** @description ID of the VPC that the VPC endpoint is in. */
            vpc_id?: string;
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
            /** @description ID of the project that the VPC endpoint belongs to. */
            project_id?: string;
            /** @description Tags of the VPC endpoint; an empty list where it has none. */
            tags?: components["schemas"]["Tag"][];
            /**
             * @description IPv4 addresses and CIDR blocks that may use the VPC endpoint; an empty list where none was set. Only for
             *     `interface` services.
             * @example [
             *       "192.168.0.0/24"
             *     ]
             */
            whitelist?: string[];
            /**
             * @description Whether the whitelist is enforced. Only for `interface` services.
             * @default false
             */
            enable_whitelist?: boolean;
            /**
             * @description IDs of the route tables that lead to the VPC endpoint; the default one of the VPC where none was given. Only for
             *     `gateway` services.
             * @example [
             *       "cd7fdf2b-d964-4a4a-a169-2af1112e7d02"
             *     ]
             */
            routetables?: string[];
            /**
             * @description Name of the specification of the VPC endpoint.
             * @example default
             */
            specification_name?: string;
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /**
             * @description Policy of the VPC endpoint, statement by statement. Only for OBS and SFS services with `enable_policy`. A limit of
             *     10 statements is printed for Open Telekom Cloud alone.
             */
            policy_statement?: components["schemas"]["PolicyStatement"][];
            /**
             * @description Policy of the VPC endpoint as one document, full access where none was set. Only for services with `enable_policy`
             *     other than OBS and SFS (added in 2024).
             */
            policy_document?: components["schemas"]["PolicyDocument"];
            /** @description Whether the VPC endpoint is switched on. */
            enable_status?: components["schemas"]["EndpointEnableStatus"];
            /**
             * @deprecated
             * @description ID of the cluster that the VPC endpoint runs in. Nothing takes its place.
             */
            endpoint_pool_id?: string;
            /** @description Public border group of the cluster. Only for VPC endpoints at an edge site. */
            public_border_group?: string;
            /** @description IPv6 address of the VPC endpoint. Only in the professional edition (added in 2024). */
            ipv6_address?: string;
        };
        /** @description A VPC endpoint with all of its details. */
        Endpoint: {
            /**
             * @description Unique ID of the VPC endpoint.
             * @example 530d6f2f-d115-4df2-8c36-32d19f3c0bbc
             */
            id?: string;
            /** @description Type of the endpoint service that the VPC endpoint connects to. */
            service_type?: components["schemas"]["EndpointServiceType"];
            /** @description State of the VPC endpoint. */
            status?: components["schemas"]["EndpointStatus"];
            /**
             * @description State of the account, `active` or `frozen`. Not a closed set, other values may be added.
             * @example [
             *       "active"
             *     ]
             */
            active_status?: string[];
            /** @description Whether the VPC endpoint is switched on. */
            enable_status?: components["schemas"]["EndpointEnableStatus"];
            /**
             * @description Name of the specification of the VPC endpoint.
             * @example default
             */
            specification_name?: string;
            /**
             * @description Stored name of the endpoint service that the VPC endpoint connects to.
             * @example cn-north-4.orders.9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            endpoint_service_name?: string;
            /**
             * Format: int64
             * @description Number that marks the packets of the VPC endpoint and identifies its connection.
             * @example 201515772
             */
            marker_id?: number;
            /** @description ID of the endpoint service that the VPC endpoint connects to. */
            endpoint_service_id?: string;
            /**
             * @description Whether the VPC endpoint was to get a private domain name. There never is one for a `gateway` service.
             * @default false
             */
            enable_dns?: boolean;
            /** @description Private domain names of the VPC endpoint. Only where `enable_dns` is `true`. */
            dns_names?: string[];
            /**
             * @description Private address under which the VPC endpoint is reached. Only for `interface` services, once the connection was
             *     accepted; a later rejection leaves it in place.
             * @example 192.168.0.12
             */
            ip?: string;
            /** @description ID of the VPC that the VPC endpoint is in. */
            vpc_id?: string;
            /** @description Network ID (a UUID) of the subnet that the VPC endpoint is in. Only for `interface` services. */
            subnet_id?: string;
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
            /** @description ID of the project that the VPC endpoint belongs to. */
            project_id?: string;
            /** @description Tags of the VPC endpoint; an empty list where it has none. */
            tags?: components["schemas"]["Tag"][];
            /** @description Why the connection failed. Only where `status` is `failed`. */
            error?: components["schemas"]["EndpointError"][];
            /**
             * @description IPv4 addresses and CIDR blocks that may use the VPC endpoint; an empty list where none was set. Only for
             *     `interface` services.
             * @example [
             *       "192.168.0.0/24"
             *     ]
             */
            whitelist?: string[];
            /**
             * @description Whether the whitelist is enforced. Only for `interface` services.
             * @default false
             */
            enable_whitelist?: boolean;
            /**
             * @description IDs of the route tables that lead to the VPC endpoint; the default one of the VPC where none was given. Only for
             *     `gateway` services.
             * @example [
             *       "cd7fdf2b-d964-4a4a-a169-2af1112e7d02"
             *     ]
             */
            routetables?: string[];
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /**
             * @description Policy of the VPC endpoint, statement by statement. Only for OBS and SFS services with `enable_policy`. A limit of
             *     10 statements is printed for Open Telekom Cloud alone.
             */
            policy_statement?: components["schemas"]["PolicyStatement"][];
            /**
             * @description Policy of the VPC endpoint as one document, full access where none was set. Only for services with `enable_policy`
             *     other than OBS and SFS (added in 2024).
             */
            policy_document?: components["schemas"]["PolicyDocument"];
            /**
             * @deprecated
             * @description ID of the cluster that the VPC endpoint runs in. Nothing takes its place.
             */
            endpoint_pool_id?: string;
            /** @description Public border group of the cluster. Only for VPC endpoints at an edge site. */
            public_border_group?: string;
            /** @description IPv6 address of the VPC endpoint. Only in the professional edition (added in 2024). */
            ipv6_address?: string;
        };
        /**
         * @description The whitelist that a VPC endpoint shall have, and whether to enforce it. Send both fields each time: by the
         *     defaults, a field that is left out may be reset.
         */
        EndpointWhitelistUpdate: {
            /**
             * @description IPv4 addresses and CIDR blocks that may use the VPC endpoint, in place of the present ones; an empty list removes
             *     them all. The guide of Huawei Cloud allows 60 entries, that of Open Telekom Cloud 20.
             * @default []
             * @example [
             *       "192.168.0.0/24"
             *     ]
             */
            whitelist?: string[];
            /**
             * @description Whether to enforce the whitelist. With `false` every address may use the VPC endpoint.
             * @default false
             */
            enable_whitelist?: boolean;
        };
        /** @description A VPC endpoint after its whitelist was changed. */
        UpdatedEndpoint: {
            /**
             * @description Unique ID of the VPC endpoint.
             * @example 530d6f2f-d115-4df2-8c36-32d19f3c0bbc
             */
            id?: string;
            /** @description Type of the endpoint service that the VPC endpoint connects to. */
            service_type?: components["schemas"]["EndpointServiceType"];
            /** @description State of the VPC endpoint. */
            status?: components["schemas"]["EndpointStatus"];
            /**
             * @description Private address under which the VPC endpoint is reached. Only for `interface` services, once the connection was
             *     accepted; a later rejection leaves it in place.
             * @example 192.168.0.12
             */
            ip?: string;
            /**
             * @description State of the account, `active` or `frozen`. Not a closed set, other values may be added.
             * @example [
             *       "active"
             *     ]
             */
            active_status?: string[];
            /**
             * @description Stored name of the endpoint service that the VPC endpoint connects to.
             * @example cn-north-4.orders.9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            endpoint_service_name?: string;
            /**
             * Format: int64
             * @description Number that marks the packets of the VPC endpoint and identifies its connection.
             * @example 201515772
             */
            marker_id?: number;
            /** @description ID of the endpoint service that the VPC endpoint connects to. */
            endpoint_service_id?: string;
            /**
             * @description Whether the VPC endpoint was to get a private domain name. There never is one for a `gateway` service.
             * @default false
             */
            enable_dns?: boolean;
            /** @description Private domain names of the VPC endpoint. Only where `enable_dns` is `true`. */
            dns_names?: string[];
            /** @description Network ID (a UUID) of the subnet that the VPC endpoint is in. Only for `interface` services. */
            subnet_id?: string;
            /** @description ID of the VPC that the VPC endpoint is in. */
            vpc_id?: string;
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
            /** @description ID of the project that the VPC endpoint belongs to. */
            project_id?: string;
            /** @description Tags of the VPC endpoint; an empty list where it has none. */
            tags?: components["schemas"]["Tag"][];
            /**
             * @description IPv4 addresses and CIDR blocks that may use the VPC endpoint; an empty list where none was set. Only for
             *     `interface` services.
             * @example [
             *       "192.168.0.0/24"
             *     ]
             */
            whitelist?: string[];
            /**
             * @description Whether the whitelist is enforced. Only for `interface` services.
             * @default false
             */
            enable_whitelist?: boolean;
            /**
             * @description Policy of the VPC endpoint, statement by statement. Only for OBS and SFS services with `enable_policy`. A limit of
             *     10 statements is printed for Open Telekom Cloud alone.
             */
            policy_statement?: components["schemas"]["PolicyStatement"][];
            /**
             * @description Policy of the VPC endpoint as one document, full access where none was set. Only for services with `enable_policy`
             *     other than OBS and SFS (added in 2024).
             */
            policy_document?: components["schemas"]["PolicyDocument"];
        };
        /** @description The policy that a VPC endpoint shall have. One of the two fields is expected. */
        EndpointPolicyUpdate: {
            /** @description The policy statement by statement, for OBS and SFS services. */
            policy_statement?: components["schemas"]["PolicyStatementCreate"][];
            /** @description The policy as one document, for all other services (added in 2024). */
            policy_document?: components["schemas"]["PolicyDocument"];
        };
        /** @description A VPC endpoint after its policy was changed or deleted. */
        EndpointPolicyResult: {
            /**
             * @description Unique ID of the VPC endpoint.
             * @example 530d6f2f-d115-4df2-8c36-32d19f3c0bbc
             */
            id?: string;
            /** @description Type of the endpoint service that the VPC endpoint connects to. */
            service_type?: components["schemas"]["EndpointServiceType"];
            /** @description State of the VPC endpoint. */
            status?: components["schemas"]["EndpointStatus"];
            /**
             * @description State of the account, `active` or `frozen`. Not a closed set, other values may be added.
             * @example [
             *       "active"
             *     ]
             */
            active_status?: string[];
            /**
             * @description Stored name of the endpoint service that the VPC endpoint connects to.
             * @example cn-north-4.orders.9d4c1c4e-8b7a-4a53-9a0b-6c0b6d3ce0a1
             */
            endpoint_service_name?: string;
            /**
             * Format: int64
             * @description Number that marks the packets of the VPC endpoint and identifies its connection.
             * @example 201515772
             */
            marker_id?: number;
            /** @description ID of the endpoint service that the VPC endpoint connects to. */
            endpoint_service_id?: string;
            /**
             * @description Private address under which the VPC endpoint is reached. Only for `interface` services, once the connection was
             *     accepted; a later rejection leaves it in place.
             * @example 192.168.0.12
             */
            ip?: string;
            /** @description ID of the VPC that the VPC endpoint is in. */
            vpc_id?: string;
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
            /** @description ID of the project that the VPC endpoint belongs to. */
            project_id?: string;
            /** @description Tags of the VPC endpoint; an empty list where it has none. */
            tags?: components["schemas"]["Tag"][];
            /** @description Why the connection failed. Only where `status` is `failed`. */
            error?: components["schemas"]["EndpointError"][];
            /**
             * @description IPv4 addresses and CIDR blocks that may use the VPC endpoint; an empty list where none was set. Only for
             *     `interface` services.
             * @example [
             *       "192.168.0.0/24"
             *     ]
             */
            whitelist?: string[];
            /**
             * @description Whether the whitelist is enforced. Only for `interface` services.
             * @default false
             */
            enable_whitelist?: boolean;
            /**
             * @description IDs of the route tables that lead to the VPC endpoint; the default one of the VPC where none was given. Only for
             *     `gateway` services.
             * @example [
             *       "cd7fdf2b-d964-4a4a-a169-2af1112e7d02"
             *     ]
             */
            routetables?: string[];
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /**
             * @description Policy of the VPC endpoint, statement by statement. Only for OBS and SFS services with `enable_policy`. A limit of
             *     10 statements is printed for Open Telekom Cloud alone.
             */
            policy_statement?: components["schemas"]["PolicyStatement"][];
            /**
             * @description Policy of the VPC endpoint as one document, full access where none was set. Only for services with `enable_policy`
             *     other than OBS and SFS (added in 2024).
             */
            policy_document?: components["schemas"]["PolicyDocument"];
            /**
             * @deprecated
             * @description ID of the cluster that the VPC endpoint runs in. Nothing takes its place.
             */
            endpoint_pool_id?: string;
            /** @description Public border group of the cluster. Only for VPC endpoints at an edge site. */
            public_border_group?: string;
        };
        /** @description The route tables that shall lead to a VPC endpoint. */
        EndpointRouteTablesUpdate: {
            /**
             * @description IDs of the route tables, in place of the present ones.
             * @example [
             *       "cd7fdf2b-d964-4a4a-a169-2af1112e7d02"
             *     ]
             */
            routetables: string[];
        };
        /** @description A route table that could not be bound or unbound. */
        RouteTableErrorDetail: {
            /**
             * @description ID of the route table.
             * @example cd7fdf2b-d964-4a4a-a169-2af1112e7d02
             */
            id?: string;
            /**
             * @description The reason in words.
             * @example The route table does not exist.
             */
            error_message?: string;
        };
        /** @description Route tables that a change failed for. */
        RouteTableError: {
            /** @description Route tables that could not be bound to the VPC endpoint. */
            bind_failed?: components["schemas"]["RouteTableErrorDetail"][];
            /** @description Route tables that could not be unbound from the VPC endpoint. */
            unbind_failed?: components["schemas"]["RouteTableErrorDetail"][];
        };
        /** @description The route tables of a VPC endpoint after a change, and what went wrong. */
        EndpointRouteTablesResult: {
            /**
             * @description IDs of the route tables that lead to the VPC endpoint now.
             * @example [
             *       "cd7fdf2b-d964-4a4a-a169-2af1112e7d02"
             *     ]
             */
            routetables?: string[];
            /** @description Route tables that could not be changed, if any. */
            error?: components["schemas"]["RouteTableError"][];
        };
        /** @description What to do about the edition of a VPC endpoint. */
        EndpointUpgrade: {
            /**
             * @description What to do. Always to be sent, even though there is one value only.
             *
             *     - `start`: begin the upgrade
             * @default start
             * @enum {string}
             */
            action: "start";
        };
        /**
         * @description Kind of resource with a quota.
         *
         *     - `endpoint_service`: endpoint services
         *     - `endpoint`: VPC endpoints
         * @enum {string}
         */
        QuotaType: "endpoint_service" | "endpoint";
        /** @description Quota of one kind of resource. */
        Quota: {
            /** @description Kind of resource. */
            type?: components["schemas"]["QuotaType"];
            /**
             * @description How many there are, from 0 up to `quota`.
             * @example 2
             */
            used?: number;
            /**
             * @description How many there may be.
             * @example 20
             */
            quota?: number;
        };
        /** @description Quotas of a project. */
        QuotaList: {
            /** @description Holds the list of quotas. */
            quotas?: {
                /** @description The quotas, one for each kind of resource. */
                resources?: components["schemas"]["Quota"][];
            };
        };
        /** @description A tag key, and the values that it has on the resources of a project. */
        TagValues: {
            /**
             * @description Tag key. Up to 36 or 127 characters in 2022.
             * @example environment
             */
            key?: string;
            /**
             * @description Its values.
             * @example [
             *       "production"
             *     ]
             */
            values?: string[];
        };
        /** @description The tags in use in a project, on one kind of resource. */
        ProjectTags: {
            /** @description The tag keys in use, with their values. */
            tags?: components["schemas"]["TagValues"][];
        };
        /** @description Tags to add to a resource or to remove from it. */
        TagsChange: {
            /**
             * @description The tags. To add one, its `value` is needed, although it may be empty. To remove one, the key is enough; with a
             *     `value`, the tag is removed only if both match.
             */
            tags?: components["schemas"]["TagCreate"][];
            /**
             * @description What to do with the tags.
             *
             *     - `create`: add them
             *     - `delete`: remove them
             * @enum {string}
             */
            action: "create" | "delete";
        };
        /** @description A tag key to look for, and the values that it may have. */
        TagFilter: {
            /**
             * @description Tag key. Spaces at its ends are dropped; its characters are not checked. Up to 36 or 127 characters in 2022.
             * @example environment
             */
            key: string;
            /**
             * @description Values of which one must match, up to 10, none of them twice. An empty list stands for any value.
             * @example [
             *       "production"
             *     ]
             */
            values: string[];
        };
        /** @description An attribute other than a tag to look for. */
        TagMatch: {
            /**
             * @description The attribute.
             *
             *     - `resource_name`: name of the endpoint service or VPC endpoint
             * @enum {string}
             */
            key: "resource_name";
            /**
             * @description Text that the attribute must contain, in capital or small letters. An empty text must match exactly. Up to 43
             *     characters in 2022.
             * @example orders
             */
            value: string;
        };
        /**
         * @description What to look for. In each of the four lists `tags`, `tags_any`, `not_tags` and `not_tags_any` no key may stand twice.
         *     They hold up to 10 keys, 20 on Open Telekom Cloud.
         */
        ResourceInstancesQuery: {
            /** @description Only resources that carry all of these tags. */
            tags?: components["schemas"]["TagFilter"][];
            /** @description Only resources that carry at least one of these tags. */
            tags_any?: components["schemas"]["TagFilter"][];
            /** @description Only resources that do not carry all of these tags. */
            not_tags?: components["schemas"]["TagFilter"][];
            /** @description Only resources that carry none of these tags. */
            not_tags_any?: components["schemas"]["TagFilter"][];
            /** @description Only resources with these tags of the system. */
            sys_tags?: components["schemas"]["TagFilter"][];
            /**
             * @description Number of resources on a page, from 1 to 1000, as a string. Not to be sent with `count`.
             * @default 1000
             */
            limit?: string;
            /**
             * @description Number of matches to skip before the page starts, as a string. Not to be sent with `count`.
             * @default 0
             */
            offset?: string;
            /**
             * @description What to answer with.
             *
             *     - `filter`: the resources that match
             *     - `count`: only their number
             * @enum {string}
             */
            action: "filter" | "count";
            /** @description Only resources whose attributes match these, no attribute twice. */
            matches?: components["schemas"]["TagMatch"][];
            /**
             * @description With `true`, only resources without tags are looked for, and the four lists of tags are not checked.
             * @default false
             */
            without_any_tag?: boolean;
        };
        /** @description An endpoint service or VPC endpoint that was found by its tags. */
        ResourceInstance: {
            /** @description ID of the endpoint service or VPC endpoint. */
            resource_id?: string;
            /** @description All tags that it carries. */
            tags?: components["schemas"]["Tag"][];
            /** @description Its name, or its ID where it has no name. */
            resource_name?: string;
        };
        /** @description One page of resources that were found by their tags, or only their number. */
        ResourceInstanceList: {
            /** @description The resources on the page. Left out with the action `count`. */
            resources?: components["schemas"]["ResourceInstance"][];
            /** @description Number of all matches, whatever the page. Documented to start at 1, which leaves nothing for no match. */
            total_count?: number;
        };
        /** @description A link to a version of the API. */
        VersionLink: {
            /**
             * Format: uri-reference
             * @description Address of the version.
             * @example https://vpcep.cn-north-4.myhuaweicloud.com/v1
             */
            href?: string;
            /**
             * @description Media type behind the link.
             * @enum {string}
             */
            type?: "application/json";
            /**
             * @description What the link is to the version; `self` is its own address.
             * @example self
             */
            rel?: string;
        };
        /** @description A version of the API. */
        ApiVersion: {
            /**
             * @description State of the version.
             *
             *     - `CURRENT`: the main version
             *     - `SUPPORT`: an older version that is still supported
             *     - `DEPRECATED`: an outdated version that may be taken away
             * @enum {string}
             */
            status?: "CURRENT" | "SUPPORT" | "DEPRECATED";
            /**
             * @description ID of the version.
             * @example v1
             */
            id?: string;
            /**
             * Format: date-time
             * @description When the version was published, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`.
             * @example 2018-09-30T00:00:00Z
             */
            updated?: string;
            /**
             * @description Number of the version.
             * @example 1
             */
            version?: string;
            /**
             * @description Micro version; empty where there are none.
             * @example
             */
            min_version?: string;
            /** @description Links to the version. */
            links?: components["schemas"]["VersionLink"][];
        };
        /** @description Versions of the API. */
        ApiVersionList: {
            /** @description The versions. */
            versions?: components["schemas"]["ApiVersion"][];
        };
        /** @description One version of the API. */
        ApiVersionDetails: {
            /** @description The version. */
            version?: components["schemas"]["ApiVersion"];
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
        /** @description A proxy in between asks the client for credentials of its own. */
        ProxyAuthenticationRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request was not complete when the server stopped waiting for it. */
        RequestTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The resource is in a state that does not allow the request. */
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
        /** @description The request asks for a function that the server does not have. */
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
        /** @description The service is down or overloaded for now; trying again later may help. */
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
        /**
         * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
         *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
         */
        ProjectId: string;
        /** @description ID of the VPC endpoint service. */
        VpcEndpointServiceId: string;
        /** @description Keep only what belongs to endpoint services with this text anywhere in the name. Case does not matter. */
        EndpointServiceNameFilter: string;
        /** @description ID of the endpoint service to return; others are left out. */
        EndpointServiceIdFilter: string;
        /**
         * @description What the list is sorted by.
         *
         *     - `create_at`: time of creation
         *     - `update_at`: time of the last change
         */
        SortKey: "create_at" | "update_at";
        /**
         * @description Direction of the sorting.
         *
         *     - `asc`: ascending, oldest first
         *     - `desc`: descending, newest first
         */
        SortDir: "asc" | "desc";
        /** @description Number of items on a page, from 0 to 1000; 10, 20 or 50 is usual. What 0 means is not documented. */
        Limit: number;
        /** @description Number of matches to skip before the page starts. */
        Offset: number;
        /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
        VpcEndpointServiceIdOfConnections: string;
        /** @description ID of the VPC endpoint to return; others are left out. */
        EndpointIdFilter: string;
        /** @description ID of the VPC endpoint. */
        VpcEndpointId: string;
        /** @description ID of the VPC endpoint. */
        GatewayEndpointId: string;
        /**
         * @description Kind of resource that carries the tags.
         *
         *     - `endpoint_service`: VPC endpoint services
         *     - `endpoint`: VPC endpoints
         */
        ResourceType: "endpoint_service" | "endpoint";
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
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
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
    updateEndpointService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointServiceUpdate"];
            };
        };
        responses: {
            /** @description The endpoint service after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointServiceResult"];
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
    deleteEndpointService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request was taken, and the endpoint service is being deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    listEndpointService: {
        parameters: {
            query?: {
                /** @description Keep only what belongs to endpoint services with this text anywhere in the name. Case does not matter. */
                endpoint_service_name?: components["parameters"]["EndpointServiceNameFilter"];
                /** @description ID of the endpoint service to return; others are left out. */
                id?: components["parameters"]["EndpointServiceIdFilter"];
                /** @description Keep only the endpoint services in this state. */
                status?: components["schemas"]["EndpointServiceStatus"];
                /**
                 * @description What the list is sorted by.
                 *
                 *     - `create_at`: time of creation
                 *     - `update_at`: time of the last change
                 */
                sort_key?: components["parameters"]["SortKey"];
                /**
                 * @description Direction of the sorting.
                 *
                 *     - `asc`: ascending, oldest first
                 *     - `desc`: descending, newest first
                 */
                sort_dir?: components["parameters"]["SortDir"];
                /** @description Number of items on a page, from 0 to 1000; 10, 20 or 50 is usual. What 0 means is not documented. */
                limit?: components["parameters"]["Limit"];
                /** @description Number of matches to skip before the page starts. */
                offset?: components["parameters"]["Offset"];
                /** @description Keep only the endpoint services of this public border group (an edge site). */
                public_border_group?: string;
                /** @description Keep only the endpoint services whose backend is on this kind of network (added in 2024). */
                net_type?: "vlan" | "vxlan" | "all";
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoint services. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointServiceList"];
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
    createEndpointService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointServiceCreate"];
            };
        };
        responses: {
            /** @description The request was taken, and the endpoint service is being created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointServiceResult"];
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
    listServiceDescribeDetails: {
        parameters: {
            query?: {
                /** @description Full name of the endpoint service. Needed unless `id` is given. */
                endpoint_service_name?: string;
                /** @description ID of the endpoint service. Needed unless `endpoint_service_name` is given. */
                id?: string;
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The basics of the endpoint service. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointServiceSummary"];
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
    listServicePublicDetails: {
        parameters: {
            query?: {
                /** @description Number of items on a page, from 0 to 1000; 10, 20 or 50 is usual. What 0 means is not documented. */
                limit?: components["parameters"]["Limit"];
                /** @description Number of matches to skip before the page starts. */
                offset?: components["parameters"]["Offset"];
                /** @description Keep only what belongs to endpoint services with this text anywhere in the name. Case does not matter. */
                endpoint_service_name?: components["parameters"]["EndpointServiceNameFilter"];
                /** @description ID of the endpoint service to return; others are left out. */
                id?: components["parameters"]["EndpointServiceIdFilter"];
                /**
                 * @description What the list is sorted by.
                 *
                 *     - `create_at`: time of creation
                 *     - `update_at`: time of the last change
                 */
                sort_key?: components["parameters"]["SortKey"];
                /**
                 * @description Direction of the sorting.
                 *
                 *     - `asc`: ascending, oldest first
                 *     - `desc`: descending, newest first
                 */
                sort_dir?: components["parameters"]["SortDir"];
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of public endpoint services. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicEndpointServiceList"];
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
    updateEndpointServiceName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EndpointServiceRename"];
            };
        };
        responses: {
            /** @description The name after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointServiceName"];
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
    addEndpointServiceServerResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServerResourcesAdd"];
            };
        };
        responses: {
            /** @description The backends were added, or the request to add them was taken. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    upgradeEndpointService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EndpointServiceUpgrade"];
            };
        };
        responses: {
            /** @description The endpoint service was upgraded, or the request to upgrade it was taken. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    listServiceConnections: {
        parameters: {
            query?: {
                /** @description ID of the VPC endpoint to return; others are left out. */
                id?: components["parameters"]["EndpointIdFilter"];
                /** @description Only the connection with this `marker_id`. A string here, although the answer has an integer. */
                marker_id?: string;
                /**
                 * @description Only connections in this state.
                 *
                 *     - `pendingAcceptance`: waiting for the owner of the endpoint service
                 *     - `accepted`: connected
                 *     - `rejected`: refused by the owner of the endpoint service
                 *     - `failed`: could not be connected
                 */
                status?: "pendingAcceptance" | "accepted" | "rejected" | "failed";
                /**
                 * @description What the list is sorted by.
                 *
                 *     - `create_at`: time of creation
                 *     - `update_at`: time of the last change
                 */
                sort_key?: components["parameters"]["SortKey"];
                /**
                 * @description Direction of the sorting.
                 *
                 *     - `asc`: ascending, oldest first
                 *     - `desc`: descending, newest first
                 */
                sort_dir?: components["parameters"]["SortDir"];
                /** @description Number of items on a page, from 0 to 1000; 10, 20 or 50 is usual. What 0 means is not documented. */
                limit?: components["parameters"]["Limit"];
                /** @description Number of matches to skip before the page starts. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of connections. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionList"];
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
    acceptOrRejectEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionsDecide"];
            };
        };
        responses: {
            /** @description The connection after the decision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionsResult"];
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
    updateEndpointConnectionsDesc: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionsDescribe"];
            };
        };
        responses: {
            /** @description The connections after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionsResult"];
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
    listServicePermissionsDetails: {
        parameters: {
            query?: {
                /** @description Only records whose `permission` contains this text, such as `iam:domain::` and an account ID. */
                permission?: string;
                /**
                 * @description Number of records on a page, from 0 to 500, which is half of what other lists allow; 10, 20 or 50 is usual. What
                 *     0 means is not documented.
                 */
                limit?: number;
                /** @description Number of matches to skip before the page starts. */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description What the list is sorted by.
                 *
                 *     - `create_at`: time of creation
                 *     - `update_at`: time of the last change
                 */
                sort_key?: components["parameters"]["SortKey"];
                /**
                 * @description Direction of the sorting.
                 *
                 *     - `asc`: ascending, oldest first
                 *     - `desc`: descending, newest first
                 */
                sort_dir?: components["parameters"]["SortDir"];
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of whitelist records. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionList"];
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
    addOrRemoveServicePermissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionsChange"];
            };
        };
        responses: {
            /** @description Permissions after the change. Whether these are all, or only those in the request, is not documented. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionsChangeResult"];
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
    batchAddEndpointServicePermissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionsAdd"];
            };
        };
        responses: {
            /** @description The records that were added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionsResult"];
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
    batchRemoveEndpointServicePermissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionsRemove"];
            };
        };
        responses: {
            /**
             * @description A list of records, empty in the vendor's example. Whether it has those removed or those that remain is not
             *     documented.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionsResult"];
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
    updateEndpointServicePermissionDesc: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint service that the connections or the whitelist belong to. */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceIdOfConnections"];
                /** @description ID of the whitelist record. */
                permission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionDescribe"];
            };
        };
        responses: {
            /** @description The record after the change, in a list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionsResult"];
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
    listEndpoints: {
        parameters: {
            query?: {
                /** @description Keep only what belongs to endpoint services with this text anywhere in the name. Case does not matter. */
                endpoint_service_name?: components["parameters"]["EndpointServiceNameFilter"];
                /** @description Keep only the VPC endpoints in the VPC with this ID. */
                vpc_id?: string;
                /** @description ID of the VPC endpoint to return; others are left out. */
                id?: components["parameters"]["EndpointIdFilter"];
                /** @description Number of items on a page, from 0 to 1000; 10, 20 or 50 is usual. What 0 means is not documented. */
                limit?: components["parameters"]["Limit"];
                /** @description Number of matches to skip before the page starts. */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description What the list is sorted by.
                 *
                 *     - `create_at`: time of creation
                 *     - `update_at`: time of the last change
                 */
                sort_key?: components["parameters"]["SortKey"];
                /**
                 * @description Direction of the sorting.
                 *
                 *     - `asc`: ascending, oldest first
                 *     - `desc`: descending, newest first
                 */
                sort_dir?: components["parameters"]["SortDir"];
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of VPC endpoints. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointList"];
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
    createEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointCreate"];
            };
        };
        responses: {
            /** @description The request was taken; the VPC endpoint is being created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedEndpoint"];
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
    listEndpointInfoDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["VpcEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The details of the VPC endpoint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoint"];
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
    updateEndpointWhite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["VpcEndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointWhitelistUpdate"];
            };
        };
        responses: {
            /** @description The VPC endpoint after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedEndpoint"];
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
    deleteEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["VpcEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request was taken; the VPC endpoint is being deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    updateEndpointPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["GatewayEndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointPolicyUpdate"];
            };
        };
        responses: {
            /** @description The VPC endpoint after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointPolicyResult"];
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
    deleteEndpointPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["GatewayEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The VPC endpoint after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointPolicyResult"];
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
    updateEndpointRoutetable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["GatewayEndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointRouteTablesUpdate"];
            };
        };
        responses: {
            /** @description The route tables after the change, and those it failed for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointRouteTablesResult"];
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
    upgradeEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the VPC endpoint. */
                vpc_endpoint_id: components["parameters"]["VpcEndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointUpgrade"];
            };
        };
        responses: {
            /** @description The request was taken; the upgrade goes on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    listQuotaDetails: {
        parameters: {
            query?: {
                /** @description Only the quota of this kind of resource; without it, those of all kinds. */
                type?: components["schemas"]["QuotaType"];
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quotas. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaList"];
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
    listQueryProjectResourceTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description Kind of resource that carries the tags.
                 *
                 *     - `endpoint_service`: VPC endpoint services
                 *     - `endpoint`: VPC endpoints
                 */
                resource_type: components["parameters"]["ResourceType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag keys in use, with their values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectTags"];
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
    batchAddOrRemoveResourceInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description Kind of resource that carries the tags.
                 *
                 *     - `endpoint_service`: VPC endpoint services
                 *     - `endpoint`: VPC endpoints
                 */
                resource_type: components["parameters"]["ResourceType"];
                /** @description ID of the endpoint service or VPC endpoint that carries the tags. */
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagsChange"];
            };
        };
        responses: {
            /** @description The tags were added or removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    listResourceInstances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the resource. A project is the part of an account that belongs to one region. To find its
                 *     ID, send `GET /v3/projects?name={region}` to IAM, or look it up in the console.
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description Kind of resource that carries the tags.
                 *
                 *     - `endpoint_service`: VPC endpoint services
                 *     - `endpoint`: VPC endpoints
                 */
                resource_type: components["parameters"]["ResourceType"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceInstancesQuery"];
            };
        };
        responses: {
            /** @description The resources that match, or only their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceInstanceList"];
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
    listVersionDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiVersionList"];
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
    listSpecifiedVersionDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The version, a `v` and a number. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiVersionDetails"];
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
