// What a ticket's QR code says, and how it is checked at a desk without a network. The signature is a parameter: this
// file runs in a browser too. The code names nobody: who it is, the desk's own list knows.

/** `day` is the drive's day the ticket was given for: after a move the old code tells that it is old. */
export interface TicketCode {
  readonly bookingId: string;
  readonly driveId: string;
  readonly day: string;
}

const UUID = "[0-9a-f]{32}";
const SHAPE = new RegExp(`^(GH1\\.(${UUID})\\.(${UUID})\\.(\\d{8}))\\.([A-Za-z0-9_-]{86})$`);

const bare = (id: string): string => id.replaceAll("-", "").toLowerCase();
const dashed = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");

/** "GH1.<booking>.<drive>.20210609.<signature>": some 165 signs, a small code for any camera. */
export function writeTicketCode(code: TicketCode, sign: (text: string) => string): string {
  const said = `GH1.${bare(code.bookingId)}.${bare(code.driveId)}.${code.day.replaceAll("-", "")}`;
  return `${said}.${sign(said)}`;
}

/**
 * The ticket a scanned text is, or undefined: something else, altered, or signed by nobody we know. `isSigned` answers
 * whether the text bears this signature (Ed25519, the server's public key).
 */
export function readTicketCode(
  scanned: string,
  isSigned: (text: string, signature: string) => boolean,
): TicketCode | undefined {
  const [, said, booking, drive, day, signature] = SHAPE.exec(scanned.trim()) ?? [];
  if (said === undefined || booking === undefined || drive === undefined || day === undefined)
    return undefined;
  if (signature === undefined || !isSigned(said, signature)) return undefined;
  return {
    bookingId: dashed(booking),
    driveId: dashed(drive),
    day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
  };
}
