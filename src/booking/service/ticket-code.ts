// The code on a ticket, signed by this server.
import { signerFor } from "../../platform/seal/signing.ts";
import { type TicketCode, writeTicketCode } from "../rules/ticket-code.ts";

/** What the signing key is for: codes of tickets and nothing else. */
export const TICKET_KEY = "ticket";

export async function signedTicketCode(code: TicketCode): Promise<string> {
  const signer = await signerFor(TICKET_KEY);
  return writeTicketCode(code, signer.sign);
}
