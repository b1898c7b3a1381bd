// The passwords and the port of the embedded database, in one file that only its owner can read.
import { randomBytes } from "node:crypto";
import { open, readFile, rename } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { DatabaseProblem } from "../problem.ts";
import { ownLikeFolder } from "./runner.ts";

export interface Secrets {
  readonly port: number;
  readonly superuser: string;
  readonly union: string;
  readonly medical: string;
}

const FILE = "database.json";

/** New random passwords and a port that is free now. */
export async function newSecrets(): Promise<Secrets> {
  const password = () => randomBytes(24).toString("base64url");
  return { port: await freePort(), superuser: password(), union: password(), medical: password() };
}

/** Reads the file; throws `db.secrets-missing` when it is absent or damaged. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, FILE);
  try {
    const found = JSON.parse(await readFile(file, "utf8")) as Partial<Secrets>;
    const { port, superuser, union, medical } = found;
    if (port && superuser && union && medical) return { port, superuser, union, medical };
  } catch (error) {
    throw new DatabaseProblem("db.secrets-missing", { dir: dataDir, file: FILE }, error);
  }
  throw new DatabaseProblem("db.secrets-missing", { dir: dataDir, file: FILE });
}

/** Writes the file whole or not at all. */
export async function writeSecrets(dataDir: string, secrets: Secrets): Promise<void> {
  const path = join(dataDir, FILE);
  const file = await open(`${path}.new`, "w", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await ownLikeFolder(`${path}.new`);
  await rename(`${path}.new`, path);
}

/** A loopback port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return listenOnce(0);
}

/** The wanted port if it is free, else another one. */
export async function portOr(wanted: number): Promise<number> {
  return listenOnce(wanted).catch(() => listenOnce(0));
}

async function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
