// The two ways to a place: an officer holds one for a member and gives it back, and somebody takes one by the union's
// link, confirmed at once, and gives it back by their ticket.
import { randomInt } from "node:crypto";
import { SESSION_COOKIE } from "../../src/platform/http/bind.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import type { Wire, Wired } from "./wire.ts";
import type { Drive, Office } from "./world.ts";

export const WAYS = ["officer", "member"] as const;
export type Way = (typeof WAYS)[number];

export interface Where {
  readonly office: Office;
  readonly drive: Drive;
  readonly slotId: string;
  /** Who is booked; a member who registers is a new person. */
  readonly personId: string;
}

export interface Place extends Where {
  readonly bookingId: string;
  /** Of the ticket. */
  readonly token: string;
}

export type Outcome =
  | { readonly as: "done"; readonly ms: number; readonly token: string }
  | { readonly as: "full"; readonly ms: number }
  | { readonly as: "error"; readonly ms: number; readonly what: string };

/** Everybody has a phone of their own: limits are per address. */
const address = (): string => `x-forwarded-for: 10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

const signedIn = ({ token }: Office, key: string): string[] => [
  `cookie: ${SESSION_COOKIE}=${token}`,
  "content-type: application/json",
  `idempotency-key: ${key}`,
];
const FORM = "content-type: application/x-www-form-urlencoded";

const wrong = ({ status, body, ms }: Wired): Outcome => ({
  as: "error",
  ms,
  what: `${status} ${body.slice(0, 300)}`,
});

export async function book(
  wire: Wire,
  way: Way,
  { office, drive, slotId, personId }: Where,
  bookingId: string,
  key = newId(),
): Promise<Outcome> {
  if (way === "officer") {
    const answer = await wire.send({
      method: "POST",
      path: `/api/units/${office.unitId}/drives/${drive.id}/bookings`,
      headers: [...signedIn(office, key), address()],
      body: JSON.stringify({ id: bookingId, personId, slotId }),
    });
    const { status, ms, body } = answer;
    if (status === 200) return { as: "done", ms, token: /\/d\/([\w-]+)"/.exec(body)?.[1] ?? "" };
    return status === 409 && body.includes('"slot-full"') ? { as: "full", ms } : wrong(answer);
  }
  const answer = await wire.send({
    method: "POST",
    path: `/m/${office.code}/${slotId}`,
    headers: [FORM, address()],
    body: new URLSearchParams({
      ...{ do: "register", personId, bookingId, slot: slotId, fullName: "Người Đo", sex: "female" },
      ...{ birthDay: "1", birthMonth: "5", birthYear: "1990", phone: "0912 000 111", relation: "member" },
      takePart: "yes",
    }).toString(),
  });
  const token = /\r\nlocation: [^\r]*\/d\/([\w-]+)/i.exec(answer.headers)?.[1];
  if (token !== undefined) return { as: "done", ms: answer.ms, token };
  return answer.status === 409 ? { as: "full", ms: answer.ms } : wrong(answer);
}

export async function cancel(wire: Wire, way: Way, place: Place, key = newId()): Promise<Outcome> {
  const { office, bookingId, token } = place;
  const answer =
    way === "officer"
      ? await wire.send({
          method: "POST",
          path: `/api/units/${office.unitId}/bookings/${bookingId}/release`,
          headers: [...signedIn(office, key), address()],
          body: "{}",
        })
      : await wire.send({
          method: "POST",
          path: `/d/${token}`,
          headers: [FORM, address()],
          body: "answer=give-back",
        });
  return answer.status === 200 ? { as: "done", ms: answer.ms, token } : wrong(answer);
}
