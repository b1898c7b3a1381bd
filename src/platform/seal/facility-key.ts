// The facility's own key pair: phones and tablets seal medical answers to its public half; the private half stays
// in a file of the medical process and is in no union backup. libsodium sealed boxes (X25519, XSalsa20-Poly1305).
import { open, readFile } from "node:fs/promises";
import sodium from "libsodium-wrappers";

export interface FacilityKey {
  /** Base64url, 32 bytes: handed to anybody who seals. */
  readonly publicKey: string;
  /** The text of a box sealed to `publicKey`, or undefined when it is another's or was altered. */
  open(sealed: string): string | undefined;
}

/** Reads the private key at `file`; makes it on the first call (readable by its owner only). */
export async function facilityKey(file: string): Promise<FacilityKey> {
  await sodium.ready;
  const privateKey = await readOrMake(file);
  const publicKey = sodium.crypto_scalarmult_base(privateKey);
  return {
    publicKey: encode(publicKey),
    open(sealed) {
      try {
        return sodium.to_string(sodium.crypto_box_seal_open(decode(sealed), publicKey, privateKey));
      } catch {
        return undefined;
      }
    },
  };
}

/** Seals a text so that only the holder of the private key can read it; each call gives another box. */
export async function sealTo(publicKey: string, text: string): Promise<string> {
  await sodium.ready;
  return encode(sodium.crypto_box_seal(text, decode(publicKey)));
}

async function readOrMake(file: string): Promise<Uint8Array> {
  try {
    // "wx": whoever comes first makes the key; nobody ever overwrites one.
    const handle = await open(file, "wx", 0o600);
    const made = sodium.crypto_box_keypair().privateKey;
    await handle.writeFile(made);
    await handle.sync();
    await handle.close();
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const found = new Uint8Array(await readFile(file));
  if (found.length !== sodium.crypto_box_SECRETKEYBYTES)
    throw new Error("the facility's key file is not a key");
  return found;
}

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const decode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64url"));
