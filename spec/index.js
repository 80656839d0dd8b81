export { default } from "./dist/openapi.json" with { type: "json" };
