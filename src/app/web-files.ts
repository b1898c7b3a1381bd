// The built web app over HTTP: hashed files are kept for a year, the page itself is asked for each time.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { notFound } from "../platform/contract/problem.ts";
import { ASSETS } from "../platform/http/server.ts";

const Manifest = z.record(
  z.string(),
  z.object({ js: z.string(), css: z.array(z.string()), preload: z.array(z.string()) }),
);
const PLACE = /<!-- head:[^>]*-->/;

/** Serves the files of `folder`; every other address that is not the API's answers with the app's page. */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  const page = await pageOf(folder);
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    setHeaders(reply, path) {
      const kept = path.includes(`${join(folder, "assets")}`);
      reply.setHeader("cache-control", kept ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  server.setNotFoundHandler((request, reply) => {
    if (request.method !== "GET" || request.url.startsWith("/api/") || request.url.startsWith(ASSETS)) {
      throw notFound("address");
    }
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page);
  });
}

async function pageOf(folder: string): Promise<string> {
  const template = await readFile(join(folder, "index.html"), "utf8");
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
  const main = manifest.main;
  if (main === undefined) throw new Error("the web build has no entry main");
  const head = [
    ...main.css.map((file) => `<link rel="stylesheet" href="/${file}" />`),
    ...main.preload.map((file) => `<link rel="modulepreload" href="/${file}" />`),
    `<script type="module" src="/${main.js}"></script>`,
  ].join("\n    ");
  return template.replace(PLACE, () => head);
}
