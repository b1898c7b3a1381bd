// A day after the day, act by act: the facility types who gave, is refused while something is missing, closes; then the
// unions report, level by level, and are approved. Every act is sent again until it is answered.
import { randomInt } from "node:crypto";
import { SESSION_COOKIE } from "../../src/platform/http/bind.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import type { Wire } from "../booking/wire.ts";
import type { Officer } from "../cascade/seed.ts";
import type { Day, ToldDay, ToldReport } from "./days.ts";
import { type Patiently, plain, type Told } from "./patience.ts";

export interface Shift {
  readonly wire: Wire;
  readonly patiently: Patiently;
  readonly chance: () => number;
  readonly told: Told;
  readonly facility: Officer;
  /** Days nobody has begun; each shift takes the next. */
  readonly days: Day[];
  /** Looks on where no day is left. */
  readonly federation: Officer;
}

const VOLUMES = [350, 250, 350, 450, 350, 250, 0] as const;

interface Asking {
  readonly who: Officer;
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly body?: unknown;
  /** By which it is to be refused. */
  readonly refused?: string;
}

/** Each step is one act; who walks through decides when the next one comes. Never ends. */
export async function* shift(asked: Shift): AsyncGenerator<void, never> {
  const { told, days, federation } = asked;
  const ask = asking(asked);
  for (;;) {
    const day = days.shift();
    if (day === undefined) {
      yield ignore(
        ask("reports owed", {
          who: federation,
          method: "GET",
          path: `/api/units/${federation.unitId}/reports`,
        }),
      );
      continue;
    }
    const one: ToldDay = {
      ...{ day, volumes: new Map(), closed: false, stayed: 0, absent: 0, reports: new Map() },
    };
    told.days.push(one);
    yield* typeBack(asked, one);
    yield* goUp(asked, one);
  }
}

async function* typeBack(asked: Shift, one: ToldDay): AsyncGenerator<void> {
  const { facility, chance } = asked;
  const ask = asking(asked);
  const drive = `/api/drives/${one.day.driveId}`;
  const turnout = `${drive}/turnout`;
  yield ignore(ask("facility's list", { who: facility, method: "GET", path: `${turnout}/donors?limit=200` }));
  const type = async (bookingId: string): Promise<void> => {
    const volume = VOLUMES[Math.floor(chance() * VOLUMES.length)] ?? 350;
    const path = `${turnout}/donors/${bookingId}`;
    if ((await ask("outcome typed", { who: facility, method: "PUT", path, body: { volume } })) !== undefined)
      one.volumes.set(bookingId, volume);
  };
  const close = (refused?: string) =>
    ask("day closed", {
      ...{ who: facility, method: "POST", path: `${turnout}/close`, ...(refused && { refused }) },
      body: {
        ...{ salt: newId(), list: { stayed: one.stayed, absent: one.absent }, units: null, outside: null },
        handed: { certificates: null, gifts: null, travel: null, travelDong: null },
        explanations: [],
      },
    });
  const [first, ...others] = one.day.places;
  for (const { bookingId } of others) yield ignore(type(bookingId));
  // One name is missing: it does not close, and nothing of the try stays.
  yield ignore(close("does-not-reconcile"));
  if (first !== undefined) yield ignore(type(first.bookingId));
  // Typed wrong and put right, as people do.
  const again = one.day.places[Math.floor(chance() * one.day.places.length)];
  if (again !== undefined) yield ignore(type(again.bookingId));
  const gave = (ml: number): number => [...one.volumes.values()].filter((volume) => volume === ml).length;
  const none = { ml250: 0, ml350: 0, ml450: 0 };
  const bags = { ml250: gave(250), ml350: gave(350), ml450: gave(450) };
  yield ignore(
    ask("facility's sheet", {
      ...{ who: facility, method: "PUT", path: `${turnout}/sheet`, body: { outside: none, bags } },
    }),
  );
  one.stayed = Math.floor(gave(0) / 2);
  one.absent = gave(0) - one.stayed;
  const closing = async (): Promise<void> => {
    one.closed = (await close()) !== undefined;
  };
  yield closing();
  yield ignore(
    ask("typed after closing", {
      ...{ who: facility, method: "PUT", path: `${turnout}/donors/${first?.bookingId}` },
      ...{ body: { volume: 250 }, refused: "turnout-closed" },
    }),
  );
}

async function* goUp(asked: Shift, one: ToldDay): AsyncGenerator<void> {
  const ask = asking(asked);
  const { driveId, reporters } = one.day;
  for (const { officer, above } of reporters) {
    const unit = `/api/units/${officer.unitId}/drives/${driveId}/report`;
    const step = async (what: string, asking: Asking, then: (body: string) => void): Promise<void> => {
      const body = await ask(what, asking);
      if (body !== undefined) then(body);
    };
    yield step(
      "report opened",
      { who: officer, method: "POST", path: unit, body: { id: newId() } },
      (body) => {
        one.reports.set(officer.unitId, { id: (JSON.parse(body) as { id: string }).id, state: "draft" });
      },
    );
    const made = one.reports.get(officer.unitId);
    if (made === undefined) return;
    const path = `/api/reports/${made.id}`;
    yield step("report sent", { who: officer, method: "POST", path: `${path}/submit` }, () => {
      made.state = "submitted";
    });
    yield step("report approved", { who: above, method: "POST", path: `${path}/approve` }, () => {
      made.state = "approved";
    });
    yield step("report read", { who: officer, method: "GET", path }, (body) => {
      made.total = (JSON.parse(body) as { total: NonNullable<ToldReport["total"]> }).total;
    });
  }
}

/** Answers the body; undefined where it was refused as foreseen, or failed, which stands among the errors. */
const asking =
  ({ wire, patiently, told }: Pick<Shift, "wire" | "patiently" | "told">) =>
  async (what: string, { who, method, path, body, refused }: Asking): Promise<string | undefined> => {
    const key = newId();
    let said: string | undefined;
    const outcome = await patiently(refused === undefined ? what : `${what}, refused`, async () => {
      const answer = await wire.send({
        ...{ method, path },
        headers: [
          `cookie: ${SESSION_COOKIE}=${who.token}`,
          `x-forwarded-for: 10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
          ...(method === "GET" ? [] : ["content-type: application/json", `idempotency-key: ${key}`]),
        ],
        ...(method !== "GET" && { body: JSON.stringify(body ?? {}) }),
      });
      if (refused === undefined) {
        said = answer.body;
        return plain(answer);
      }
      if (answer.status === 409 && answer.body.includes(`"${refused}"`))
        return { as: "done", ms: answer.ms, token: "" };
      const met =
        answer.status >= 500 ? String(answer.status) : `not refused by ${refused}: ${answer.status}`;
      return { as: "error", ms: answer.ms, what: `${met} ${answer.body.slice(0, 200)}` };
    });
    if (outcome.as !== "done" || refused !== undefined) return undefined;
    if (method !== "GET") told.keys.push(key);
    return said;
  };

const ignore = async (act: Promise<unknown>): Promise<void> => void (await act);
