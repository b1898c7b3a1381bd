// The member's secret link to a place.
import { unseal } from "../platform/seal/secret.ts";

/** The token of a box; undefined when the server's key has changed since. */
export const tokenOf = (sealed: string): Promise<string | undefined> => unseal(sealed);

export const addressOf = (publicUrl: string, token: string): string => `${publicUrl}/d/${token}`;
