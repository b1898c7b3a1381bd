// The outbox, from a row to a local mail server that catches what it is given.
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { onEveryServer, type World } from "../../test/world.ts";
import type { WriteCtx } from "../platform/contract/context.ts";
import { execute, sql, transaction } from "../platform/db/sql.ts";
import { translator } from "../platform/i18n/translate.ts";
import { installJobs } from "../platform/jobs/worker.ts";
import { newId } from "../platform/pure/ids.ts";
import { useKeyFile } from "../platform/seal/secret.ts";
import { messageJobs } from "./jobs.ts";
import { en } from "./messages.en.ts";
import { vi } from "./messages.vi.ts";
import type { EmailEntry } from "./schema.ts";
import { queueEmail, SEND_JOB, type Sender } from "./service.ts";

const LINK = "http://giothong.test/d/rat-bi-mat";
const PARAMS = {
  drive: "Ngày hội Giọt hồng",
  day: "09/06/2021",
  time: "07:30",
  place: "Nhà văn hóa",
  until: "08/06",
};

const REMINDER = {
  unit: "CĐCS An Một",
  day: "18/01/2021",
  by: "program",
  from: "",
  late: 2,
  dueSoon: 0,
  belowLate: 0,
  titled: "yes",
  letters: "- Công văn 610/LĐLĐ",
  link: "http://giothong.test/u/a1/viec",
};

interface More {
  readonly port?: number;
  readonly demo?: boolean;
  readonly stillNeeded?: NonNullable<Sender["stillNeeded"]>;
}

let folder: string;
const caught: { to: string[]; text: string }[] = [];
/** What the mail server answers to the next messages; empty: it takes them. */
const answers: (number | undefined)[] = [];
let server: SMTPServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "giothong-mail-"));
  useKeyFile(join(folder, "key"));
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const responseCode = answers.shift();
        if (responseCode !== undefined) return done(Object.assign(new Error("not now"), { responseCode }));
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        caught.push({ to, text: Buffer.concat(chunks).toString("utf8") });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  caught.length = 0;
  answers.length = 0;
});

const port = (): number => (server.server.address() as AddressInfo).port;

/** The readable text of a caught message: transfer encodings undone. */
function textOf(raw: string): string {
  const at = raw.indexOf("\r\n\r\n");
  const body = raw.slice(at + 4);
  if (/content-transfer-encoding: base64/i.test(raw)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

await onEveryServer("the outbox", (world) => {
  const jobs = (more: More = {}) =>
    messageJobs({
      pool: world().pool,
      smtp: { url: `smtp://127.0.0.1:${more.port ?? port()}`, from: "Công đoàn <congdoan@example.test>" },
      translate: { vi: translator(vi, "vi"), en: translator(en, "en") },
      now: () => world().now,
      demo: more.demo ?? false,
      log: pino({ level: "silent" }),
      ...(more.stillNeeded && { stillNeeded: more.stillNeeded }),
    });
  const send = (messageId: string, lastAttempt = false, more: More = {}) =>
    jobs(more)[SEND_JOB]?.({ messageId }, { attempt: 1, lastAttempt });

  const reachable = async (): Promise<string> => {
    const personId = newId();
    await transaction(world().pool, async (tx) => {
      await execute(
        tx,
        sql`insert into person.person (id, full_name, sort_key, search_key, created_at)
            values (${personId}, 'Lò Thị Duyên', 'x', 'x', ${world().now})`,
      );
      await execute(
        tx,
        sql`insert into person.contact (person_id, channel, value)
            values (${personId}, 'email', 'duyen@example.test')`,
      );
    });
    return personId;
  };
  const rowOf = async (id: string) =>
    (
      await world().pool.query(
        "select state, attempts, reason, secrets::text from message.outbox where id = $1",
        [id],
      )
    ).rows[0];

  it("says in Vietnamese what, when and where, with the link, to the address of today", async () => {
    const personId = await reachable();
    const id = await queue(world(), personId);
    await send(id);
    expect(caught).toHaveLength(1);
    expect(caught[0]?.to).toEqual(["duyen@example.test"]);
    const text = textOf(caught[0]?.text ?? "");
    for (const part of ["Chào Lò Thị Duyên", "07:30, ngày 09/06/2021", "Nhà văn hóa", LINK])
      expect(text).toContain(part);
    expect(await rowOf(id)).toEqual({ state: "sent", attempts: 1, reason: null, secrets: "{}" });
  });

  it("keeps neither the address nor the link in the database in clear", async () => {
    const id = await queue(world(), await reachable());
    const { rows } = await world().pool.query("select o::text as whole from message.outbox o where id = $1", [
      id,
    ]);
    expect(rows[0].whole).toContain("s1.");
    for (const secret of ["duyen", "rat-bi-mat", "Lò"]) expect(rows[0].whole).not.toContain(secret);
  });

  it("sends once more only what was not marked as sent", async () => {
    const id = await queue(world(), await reachable());
    await send(id);
    await send(id);
    expect(caught).toHaveLength(1);
  });

  it("tries again after a passing trouble, with the same message id, and gives up at the last attempt", async () => {
    const id = await queue(world(), await reachable());
    answers.push(451, undefined);
    await expect(send(id)).rejects.toThrow();
    expect(await rowOf(id)).toMatchObject({ state: "queued", attempts: 1 });
    await send(id);
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 2 });
    expect(caught[0]?.text).toContain(`<${id}@example.test>`);

    const lost = await queue(world(), await reachable());
    await expect(send(lost, true, { port: 1 })).rejects.toThrow();
    expect(await rowOf(lost)).toMatchObject({ state: "failed", reason: "given-up", secrets: "{}" });
  });

  it("does not insist where the mail server says never", async () => {
    const id = await queue(world(), await reachable());
    answers.push(550);
    await send(id);
    expect(await rowOf(id)).toMatchObject({ state: "failed", reason: "refused", secrets: "{}" });
  });

  it("drops what has no address, what is a week old, and what another key sealed", async () => {
    const [nobody] = world().people;
    const without = await queue(world(), nobody?.id ?? "");
    await send(without);
    expect(await rowOf(without)).toMatchObject({ state: "dropped", reason: "no-address" });

    const sealed = await queue(world(), await reachable());
    useKeyFile(join(folder, "another"));
    await send(sealed);
    useKeyFile(join(folder, "key"));
    expect(await rowOf(sealed)).toMatchObject({ state: "dropped", reason: "secret-lost" });

    const old = await queue(world(), await reachable());
    const before = world().now;
    world().now = new Date(Date.parse(before) + 8 * 24 * 3600_000).toISOString();
    await send(old);
    world().now = before;
    expect(await rowOf(old)).toMatchObject({ state: "dropped", reason: "too-old" });
    expect(caught).toEqual([]);
  });

  it("writes to an office-holder who gave an address, and to nobody who did not", async () => {
    const entry = { accountId: world().accountOf("chi"), template: "reminder", params: REMINDER } as const;
    const without = await queueEntry(world(), entry);
    await send(without);
    expect(await rowOf(without)).toMatchObject({ state: "dropped", reason: "no-address" });
    await world().pool.query("update account.account set email = 'chi@example.test' where login = 'chi'");
    await send(await queueEntry(world(), entry));
    expect(caught[0]?.to).toEqual(["chi@example.test"]);
    const text = textOf(caught[0]?.text ?? "");
    for (const part of ["Chào Chi", "CĐCS An Một", "- Quá hạn: 2 việc", "- Công văn 610/LĐLĐ", "/viec"])
      expect(text).toContain(part);
    expect(text).not.toContain("Sắp đến hạn");
    expect(text).not.toMatch(/[{}]/);
  });

  it("lets a reminder wait for the morning, also one that a mail server's absence brought into the night", async () => {
    await world().pool.query("update account.account set email = 'chi@example.test' where login = 'chi'");
    await installJobs(world().pool, pino({ level: "silent" }));
    const waiting = async () =>
      (
        await world().pool.query("select run_at from graphile_worker.jobs where task_identifier = $1", [
          SEND_JOB,
        ])
      ).rows.length;
    const before = world().now;
    const id = await queueEntry(world(), {
      accountId: world().accountOf("chi"),
      template: "reminder",
      params: REMINDER,
    });
    world().now = "2021-01-18T14:30:00.000Z"; // 21:30
    await send(id);
    expect(caught).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: "queued", attempts: 0 });
    expect(await waiting()).toBe(1);
    world().now = "2021-01-19T00:00:00.000Z"; // 07:00
    await send(id);
    expect(caught).toHaveLength(1);

    world().now = "2021-01-18T14:30:00.000Z";
    const atNight = await queueEntry(world(), {
      accountId: world().accountOf("chi"),
      template: "reminder",
      params: REMINDER,
    });
    const { rows } = await world().pool.query("select not_before from message.outbox where id = $1", [
      atNight,
    ]);
    expect(rows[0].not_before).toBe("2021-01-19T00:00:00.000Z");
    world().now = before;
  });

  it("drops what is no longer needed when it is about to leave", async () => {
    const id = await queueEntry(world(), {
      accountId: world().accountOf("chi"),
      template: "reminder",
      params: REMINDER,
    });
    const asked: unknown[] = [];
    const stillNeeded = async (_db: unknown, now: string, params: unknown) => {
      asked.push(now, params);
      return false;
    };
    await send(id, false, { stillNeeded: { reminder: stillNeeded } });
    expect(asked).toEqual([world().now, REMINDER]);
    expect(await rowOf(id)).toMatchObject({ state: "dropped", reason: "no-longer-needed" });
    expect(caught).toEqual([]);
  });

  it("marks what a demo sends", async () => {
    await send(await queue(world(), await reachable()), false, { demo: true });
    expect(textOf(caught[0]?.text ?? "")).toMatch(/^\[DỮ LIỆU MẪU\]/);
  });

  it("is never queued by what was rolled back", async () => {
    const personId = await reachable();
    await expect(
      transaction(world().pool, async (tx) => {
        await queueEmail(ctxOf(world(), tx), entryFor(personId));
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    const { rows } = await world().pool.query("select from message.outbox where person_id = $1", [personId]);
    expect(rows).toEqual([]);
  });
});

it("without a mail server nothing is sent, nothing is lost, and the log says so once", () => {
  const lines: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
  const handlers = messageJobs({
    smtp: undefined,
    log,
    pool: undefined as never,
    translate: undefined as never,
    now: () => "",
    demo: false,
  });
  expect(handlers).toEqual({});
  expect(lines).toHaveLength(1);
});

const entryFor = (personId: string) =>
  ({ personId, template: "booking-link", params: PARAMS, secrets: { link: LINK } }) as const;

const ctxOf = (world: World, tx: WriteCtx["tx"]): WriteCtx =>
  ({
    tx,
    now: world.now,
    newId,
    enqueue: async (job: string, payload: Record<string, string>) => void world.jobs.push({ job, payload }),
  }) as unknown as WriteCtx;

/** Queues one message as a use case would; answers its id, which is all the job is told. */
const queue = (world: World, personId: string): Promise<string> => queueEntry(world, entryFor(personId));

async function queueEntry(world: World, entry: EmailEntry): Promise<string> {
  await transaction(world.pool, (tx) => queueEmail(ctxOf(world, tx), entry));
  const last = world.jobs.at(-1);
  expect(last?.job).toBe(SEND_JOB);
  expect(Object.keys(last?.payload ?? {})).toEqual(["messageId"]);
  return last?.payload.messageId ?? "";
}
