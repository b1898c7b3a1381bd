// vi-data: the decoy password is never shown; it only costs the time of a real check.
// Secrets of accounts: passwords by Argon2id, session tokens and codes as SHA-256 of enough random bits.
import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { codeFrom, plainCode } from "./rules/codes.ts";

// OWASP's minimum for Argon2id (19 MiB, 2 passes, 1 lane): about 20 ms here, so that a laptop can carry a province.
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Verified when no account answers to a login, so that timing tells nothing. */
const DECOY = hash("không có ai", ARGON2);

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), ARGON2);

export async function passwordMatches(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await DECOY), password.normalize("NFKC"));
  return matches && passwordHash != null;
}

/** 256 random bits for a cookie. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const newCode = (): string => codeFrom(randomBytes(64));

export const digest = (secret: string): Buffer => createHash("sha256").update(secret).digest();

export const digestCode = (typed: string): Buffer => digest(plainCode(typed));
