// Seals short secrets (a member's link in the outbox) with a key kept in a file outside the database,
// so that a dump or a backup of the database alone opens nothing. libsodium secretbox; never our own crypto.
import { hkdfSync } from "node:crypto";
import { chmod, mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import sodium from "libsodium-wrappers";

const KEY_BYTES = 32;
const VERSION = "s1.";

let chosenFile: string | undefined;
let loaded: { readonly file: string; readonly key: Promise<Uint8Array> } | undefined;

/**
 * Names the key file for this process; without it the variable GIOTHONG_KEY_FILE names it. The file is made
 * on first use (32 random bytes, readable by its owner only) and is never in a database backup.
 */
export function useKeyFile(file: string): void {
  chosenFile = file;
}

/** Seals a text; each call gives another box. Throws when no key file is named or it cannot be read or made. */
export async function seal(text: string): Promise<string> {
  const key = await currentKey();
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  const box = sodium.crypto_secretbox_easy(text, nonce, key);
  return VERSION + Buffer.concat([nonce, box]).toString("base64url");
}

/** The text of a box, or undefined when it was sealed by another key or altered. */
export async function unseal(sealed: string): Promise<string | undefined> {
  const key = await currentKey();
  if (!sealed.startsWith(VERSION)) return undefined;
  const bytes = new Uint8Array(Buffer.from(sealed.slice(VERSION.length), "base64url"));
  const nonceBytes = sodium.crypto_secretbox_NONCEBYTES;
  if (bytes.length < nonceBytes + sodium.crypto_secretbox_MACBYTES) return undefined;
  try {
    return sodium.to_string(
      sodium.crypto_secretbox_open_easy(bytes.subarray(nonceBytes), bytes.subarray(0, nonceBytes), key),
    );
  } catch {
    return undefined;
  }
}

/** 32 bytes for one named purpose, the same as long as the key file is: no purpose's key tells another's. */
export async function keyFor(purpose: string): Promise<Uint8Array> {
  return new Uint8Array(hkdfSync("sha256", await currentKey(), "", `giothong ${purpose}`, KEY_BYTES));
}

async function currentKey(): Promise<Uint8Array> {
  const file = chosenFile ?? process.env.GIOTHONG_KEY_FILE;
  if (file === undefined || file === "") throw new Error("no key file: set GIOTHONG_KEY_FILE");
  if (loaded?.file !== file) loaded = { file, key: loadKey(file) };
  const { key } = loaded;
  try {
    return await key;
  } catch (error) {
    // A full disk may be cleared: the next call tries again.
    if (loaded?.key === key) loaded = undefined;
    throw error;
  }
}

async function loadKey(file: string): Promise<Uint8Array> {
  await sodium.ready;
  const found = (await readKey(file)) ?? (await makeKey(file));
  if (found.length !== KEY_BYTES) throw new Error("the key file does not hold a key of 32 bytes");
  return found;
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(Buffer.from((await readFile(file, "utf8")).trim(), "base64"));
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return undefined;
    throw error;
  }
}

async function makeKey(file: string): Promise<Uint8Array> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const text = `${Buffer.from(sodium.randombytes_buf(KEY_BYTES)).toString("base64")}\n`;
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(file, "wx", 0o600);
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
    // Another process made it between our look and our writing; it may still be writing those few bytes.
    return awaitKey(file);
  }
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(file, 0o600);
  return new Uint8Array(Buffer.from(text, "base64"));
}

async function awaitKey(file: string): Promise<Uint8Array> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const key = await readKey(file);
    if (key?.length === KEY_BYTES) return key;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the key file does not hold a key of 32 bytes");
}
