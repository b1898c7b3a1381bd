// OpenAPI 3.1 made from the contracts, and a page to read it.
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

export async function publishOpenApi(server: FastifyInstance, version: string): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Giọt Hồng",
        version,
        description:
          "Every write takes a client-made `Idempotency-Key` (UUID); repeating it repeats the answer and changes nothing.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
    },
    transform: jsonSchemaTransform,
  });
  server.get("/api/openapi.json", { schema: { hide: true } as object }, async () => server.swagger());
  await server.register(swaggerUi, { routePrefix: "/api/docs", staticCSP: true });
}
