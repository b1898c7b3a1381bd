// Signatures that anybody with the public half can check without a network: Ed25519, by a key derived from the server's.
import sodium from "libsodium-wrappers";
import { keyFor } from "./secret.ts";

export interface Signer {
  /** Base64url, 32 bytes: given to whoever checks. */
  readonly publicKey: string;
  /** Base64url signature of a text. */
  sign(text: string): string;
}

/** The signer for one named purpose; another purpose's signatures mean nothing to it. */
export async function signerFor(purpose: string): Promise<Signer> {
  const seed = await keyFor(`signing ${purpose}`);
  await sodium.ready;
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
  return {
    publicKey: Buffer.from(publicKey).toString("base64url"),
    sign: (text) => Buffer.from(sodium.crypto_sign_detached(text, privateKey)).toString("base64url"),
  };
}

/** Was `text` signed by the holder of this key? False for anything malformed. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    return sodium.crypto_sign_verify_detached(
      new Uint8Array(Buffer.from(signature, "base64url")),
      text,
      new Uint8Array(Buffer.from(publicKey, "base64url")),
    );
  } catch {
    return false;
  }
}
