import type { components } from "../../generated/openapi";

/** The shapes of requests and answers, by their names in the OpenAPI document; `npm run types` makes them of it. */
export type Schemas = components["schemas"];
