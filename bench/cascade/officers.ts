// What the officers of the load test do: send the order down, and answer it with pauses in between.
import { setTimeout as sleep } from "node:timers/promises";
import { addDays } from "../../src/platform/pure/calendar.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { addressOf, call, type Reply, type Times } from "./client.ts";
import { type Officer, PER_INTERMEDIATE, type Tree } from "./seed.ts";

export const letter = (today: string, title: string, number?: string) => ({
  kind: "cong-van",
  ...(number !== undefined && { number }),
  notation: "LĐLĐ",
  issuedOn: today,
  subject: title,
  addressees: [],
  bases: [],
  instructions: [
    {
      ordinal: 1,
      text: "Tổ chức quán triệt, tuyên truyền.",
      duties: ["disseminate"],
      dueOn: addDays(today, 5),
    },
    {
      ordinal: 2,
      text: "Vận động, hoàn thành chỉ tiêu.",
      duties: ["mobilise", "meet-target"],
      dueOn: addDays(today, 30),
    },
    { ordinal: 3, text: "Kết thúc mỗi đợt báo cáo.", duties: ["report-after-drive"] },
  ],
  targets: [],
  recipients: [],
  warnings: [],
  text: "",
  spans: {},
});

export const must = (reply: Reply): Reply => {
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
};

export interface Reached {
  readonly officer: Officer;
  readonly directiveId: string;
}

/** The federation issues to the intermediates; every other one passes it on, the others issue letters of their own. */
export async function sendDown(
  port: number,
  tree: Tree,
  today: string,
): Promise<{ rootId: string; letters: Reached[] }> {
  const { federation, intermediates, grassroots } = tree;
  const post = (officer: Officer, path: string, body?: unknown) =>
    call(
      port,
      officer,
      addressOf(intermediates.indexOf(officer) + 60_000),
      "POST",
      `/api/units/${officer.unitId}${path}`,
      body,
    ).then(must);
  const issue = async (officer: Officer, draft: { id: string }): Promise<void> => {
    await post(officer, "/directives", draft);
    await post(officer, `/directives/${draft.id}/issue`);
  };
  const rootId = newId();
  const campaignId = newId();
  const to = (receivers: readonly Officer[]) =>
    receivers.map(({ unitId }) => ({ unitId, addressee: "Như kính gửi" }));
  await issue(federation, {
    ...{ id: rootId, documentId: newId(), letter: letter(today, "tuyên truyền Hành trình đỏ", "610") },
    ...{
      campaign: {
        id: campaignId,
        programme: "Hành trình đỏ",
        name: "Hành trình đỏ",
        year: Number(today.slice(0, 4)),
        from: today,
        until: addDays(today, 60),
      },
    },
    recipients: to(intermediates),
  } as { id: string });
  const letters: Reached[] = [];
  for (const [i, officer] of intermediates.entries()) {
    const children = grassroots.slice(i * PER_INTERMEDIATE, (i + 1) * PER_INTERMEDIATE);
    const id = i % 2 === 0 ? rootId : newId();
    if (id === rootId) await post(officer, `/directives/${rootId}/pass-on`);
    else
      await issue(officer, {
        ...{ id, documentId: newId(), letter: letter(today, "thực hiện Hành trình đỏ", "12") },
        ...{ relation: { kind: "reissue", parentId: rootId }, campaign: { existingId: campaignId } },
        recipients: to(children),
      } as { id: string });
    letters.push(...children.map((child) => ({ officer: child, directiveId: id })));
  }
  return { rootId, letters };
}

export const STEPS = [
  "open the letter",
  "confirm it (receive)",
  "record spreading (disseminate)",
  "see what is to be done (tasks)",
  "settle a duty",
] as const;

/** One officer: opens the letter, reads, confirms, spreads it and settles a duty, with pauses in between. */
export async function answer(
  port: number,
  { officer, directiveId }: Reached,
  address: string,
  { seconds, today, times }: { seconds: number; today: string; times: ReadonlyMap<string, Times> },
): Promise<void> {
  const pause = (most: number): Promise<void> => sleep(seconds === 0 ? 0 : Math.random() * most);
  const unit = `/api/units/${officer.unitId}`;
  const at = `${unit}/directives/${directiveId}`;
  const step = async (
    name: (typeof STEPS)[number],
    method: "GET" | "POST",
    path: string,
    body?: unknown,
  ): Promise<Reply> => {
    const reply = await call(port, officer, address, method, path, body);
    times.get(name)?.add(reply);
    return reply;
  };
  await sleep(Math.random() * seconds * 1000);
  await step("open the letter", "GET", at);
  await pause(2000);
  await step("confirm it (receive)", "POST", `${at}/receive`, { note: "" });
  await pause(2000);
  await step("record spreading (disseminate)", "POST", `${at}/disseminations`, {
    id: newId(),
    heldOn: today,
    channel: "meeting",
    people: 30,
  });
  await pause(1000);
  const { body } = await step("see what is to be done (tasks)", "GET", `${unit}/tasks`);
  const open = (body.items as { id: string; duty: string }[] | undefined)?.find(
    ({ duty }) => duty === "mobilise",
  );
  if (open === undefined) throw new Error("a unit that was reached owes nothing");
  await step("settle a duty", "POST", `${unit}/tasks/${open.id}/settle`, { note: "" });
}

/** `count` of them, spread evenly over the tree. */
export const pick = (letters: readonly Reached[], count: number): Reached[] =>
  Array.from({ length: count }, (_, i) => letters[Math.floor((i * letters.length) / count)]).filter(
    (one) => one !== undefined,
  );
