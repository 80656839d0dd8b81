// Generated from VPC Endpoint API 0.1.0. Do not edit: change the description and build again.

/**
 * Error codes that may be expected from an operation, by operationId.
 */
export interface OperationCodes {
  listServiceDetails: "EndPoint.0001" | "EndPoint.0003" | "EndPoint.0004" | "EndPoint.0005" | "EndPoint.0014" | "EndPoint.2003" | "EndPoint.3062";
  updateEndpointService: "EndPoint.2003" | "EndPoint.3043" | "EndPoint.3044" | "EndPoint.3045" | "EndPoint.3052" | "EndPoint.3053" | "EndPoint.3054" | "EndPoint.3055" | "EndPoint.3057" | "EndPoint.3074" | "EndPoint.3076";
  deleteEndpointService: "EndPoint.2003" | "EndPoint.3005" | "EndPoint.3006";
  listEndpointService: "EndPoint.0006" | "EndPoint.0010" | "EndPoint.0017" | "EndPoint.0018" | "EndPoint.0019" | "EndPoint.3048";
  createEndpointService: "EndPoint.0002" | "EndPoint.2001" | "EndPoint.3003" | "EndPoint.3011" | "EndPoint.3013" | "EndPoint.3014" | "EndPoint.3021" | "EndPoint.3042" | "EndPoint.3043" | "EndPoint.3044" | "EndPoint.3046" | "EndPoint.3048" | "EndPoint.3051" | "EndPoint.3056" | "EndPoint.3068" | "EndPoint.3069" | "EndPoint.3074" | "EndPoint.3075" | "EndPoint.3076" | "Endpoint.1018";
  listServiceDescribeDetails: "EndPoint.0002" | "EndPoint.2003";
  listServicePublicDetails: "EndPoint.0006" | "EndPoint.0010" | "EndPoint.0017" | "EndPoint.0018";
  updateEndpointServiceName: "EndPoint.1003" | "EndPoint.2003" | "EndPoint.3045" | "EndPoint.3076";
  addEndpointServiceServerResource: never;
  upgradeEndpointService: never;
  listServiceConnections: "EndPoint.0006" | "EndPoint.0010" | "EndPoint.0017" | "EndPoint.0018" | "EndPoint.0019" | "EndPoint.0021" | "EndPoint.2003";
  acceptOrRejectEndpoint: "EndPoint.0007" | "EndPoint.2006" | "EndPoint.2013" | "EndPoint.2014" | "EndPoint.2015" | "EndPoint.2018" | "EndPoint.2019" | "EndPoint.2027" | "EndPoint.2031";
  updateEndpointConnectionsDesc: "EndPoint.2006" | "EndPoint.2013" | "EndPoint.2017";
  listServicePermissionsDetails: "EndPoint.0006" | "EndPoint.0010" | "EndPoint.0017" | "EndPoint.0018" | "EndPoint.2003";
  addOrRemoveServicePermissions: "EndPoint.0016" | "EndPoint.3002" | "EndPoint.3035" | "EndPoint.3036" | "EndPoint.3049";
  batchAddEndpointServicePermissions: "EndPoint.0016" | "EndPoint.3002" | "EndPoint.3036" | "EndPoint.3049";
  batchRemoveEndpointServicePermissions: "EndPoint.0016" | "EndPoint.3036";
  updateEndpointServicePermissionDesc: "EndPoint.0002" | "EndPoint.0005";
  listEndpoints: "EndPoint.0006" | "EndPoint.0010" | "EndPoint.0017" | "EndPoint.0018" | "EndPoint.0020";
  createEndpoint: "EndPoint.0020" | "EndPoint.0023" | "EndPoint.1004" | "EndPoint.1019" | "EndPoint.2001" | "EndPoint.2003" | "EndPoint.2004" | "EndPoint.2010" | "EndPoint.2011" | "EndPoint.2012" | "EndPoint.2022" | "EndPoint.2029" | "EndPoint.2033" | "EndPoint.2034" | "EndPoint.2037" | "EndPoint.2039" | "EndPoint.2041" | "EndPoint.2042" | "EndPoint.2043" | "EndPoint.2044" | "EndPoint.2045" | "EndPoint.2048" | "EndPoint.3068" | "EndPoint.3069" | "Endpoint.1018";
  listEndpointInfoDetails: "EndPoint.2006" | "EndPoint.2007" | "EndPoint.2008" | "EndPoint.2017";
  updateEndpointWhite: "EndPoint.2006" | "EndPoint.2044" | "EndPoint.2045" | "EndPoint.2046" | "EndPoint.2047" | "EndPoint.2050";
  deleteEndpoint: "EndPoint.2006" | "EndPoint.2008" | "EndPoint.2017" | "EndPoint.2018";
  updateEndpointPolicy: "EndPoint.2006" | "EndPoint.2047" | "EndPoint.2048";
  deleteEndpointPolicy: "EndPoint.2006" | "EndPoint.2049";
  updateEndpointRoutetable: "EndPoint.1019" | "EndPoint.2006" | "EndPoint.2039" | "EndPoint.2040" | "EndPoint.4026" | "EndPoint.4027" | "EndPoint.4028" | "EndPoint.4029" | "EndPoint.4030";
  upgradeEndpoint: "EndPoint.2051" | "EndPoint.2052";
  listQuotaDetails: "EndPoint.3070";
  listQueryProjectResourceTags: "EndPoint.3070";
  batchAddOrRemoveResourceInstance: "EndPoint.0007" | "EndPoint.0016" | "EndPoint.3066" | "EndPoint.3067" | "EndPoint.3068" | "EndPoint.3069" | "EndPoint.3070" | "EndPoint.3072" | "EndPoint.3073";
  listResourceInstances: "EndPoint.0006" | "EndPoint.0007" | "EndPoint.0010" | "EndPoint.3066" | "EndPoint.3067" | "EndPoint.3070" | "EndPoint.3071" | "EndPoint.3072" | "EndPoint.3073";
  listVersionDetails: never;
  listSpecifiedVersionDetails: never;
}

/**
 * An error code that some operation names.
 */
export type KnownCode = OperationCodes[keyof OperationCodes];
