// Personal links: 32 random bytes. The database knows their SHA-256 and a box only this server opens.
import { createHash, randomBytes } from "node:crypto";
import { seal } from "./secret.ts";

export interface NewLink {
  readonly token: string;
  readonly hash: Buffer;
  readonly sealed: string;
}

export async function newLink(): Promise<NewLink> {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashOf(token), sealed: await seal(token) };
}

export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
