// A ticket's code is believed only as it was given.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useKeyFile } from "../../platform/seal/secret.ts";
import { isSignedBy, type Signer, signerFor } from "../../platform/seal/signing.ts";
import { readTicketCode, writeTicketCode } from "./ticket-code.ts";

const ticket = {
  bookingId: "01910000-0000-7000-8000-0000000000ab",
  driveId: "01910000-0000-7000-8000-0000000000cd",
  day: "2021-06-09",
};
let folder: string;
let signer: Signer;
let stranger: Signer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "giothong-ticket-"));
  useKeyFile(join(folder, "another"));
  stranger = await signerFor("ticket");
  useKeyFile(join(folder, "server"));
  signer = await signerFor("ticket");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (text: string) => readTicketCode(text, (said, sign) => isSignedBy(signer.publicKey, said, sign));

it("is read at a desk that holds nothing but the public key", () => {
  expect(read(writeTicketCode(ticket, signer.sign))).toEqual(ticket);
  expect(read(` ${writeTicketCode(ticket, signer.sign)}\n`)).toEqual(ticket);
});

it("signed by another server, or for another purpose, is nobody's", async () => {
  expect(read(writeTicketCode(ticket, stranger.sign))).toBeUndefined();
  expect(read(writeTicketCode(ticket, (await signerFor("another purpose")).sign))).toBeUndefined();
});

it("with another person's booking, another drive or another day under an old signature is refused", () => {
  const [head, booking, drive, day, signature] = writeTicketCode(ticket, signer.sign).split(".");
  const other = "f".repeat(32);
  for (const forged of [
    [head, other, drive, day, signature],
    [head, booking, other, day, signature],
    [head, booking, drive, "20210610", signature],
    ["GH2", booking, drive, day, signature],
    [head, booking, drive, day, "A".repeat(86)],
    [head, booking, drive, day],
  ]) {
    expect(read(forged.join("."))).toBeUndefined();
  }
});

it("altered in any one sign is refused, and no text breaks the reader", () => {
  const code = writeTicketCode(ticket, signer.sign);
  fc.assert(
    // The last sign of base64url carries four spare bits: two texts may be one signature.
    fc.property(fc.nat(code.length - 2), fc.constantFrom("0", "9", "a", "Z", "_"), (at, sign) => {
      fc.pre(code[at] !== sign);
      expect(read(code.slice(0, at) + sign + code.slice(at + 1))).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(read(text)).toBeUndefined();
    }),
  );
});
