// vi-data: what people write about their data, and names of files.
// Around the main day of June, on its board and beside it: what the hospital can take, places kept for far districts,
// who waits, links and who came by them, a list brought in, and two requests about one's data.
import { getBoard, setReserve, setSlot } from "../../booking/contract/board.ts";
import { register } from "../../booking/contract/public.ts";
import { joinWaiting } from "../../booking/contract/waiting.ts";
import { makeInvitation } from "../../donor/contract.ts";
import { stateCapacity } from "../../drive/contract/capacity.ts";
import { takeImport } from "../../person/contract/importing.ts";
import { addDays } from "../../platform/pure/calendar.ts";
import { giveConsent, sendFromOwnPage } from "./consents.ts";
import { type Booked, mayCome, type PlannedDay } from "./day.ts";
import { besides, type Facts } from "./facts.ts";
import { nameFor } from "./names.ts";
import { budget, receive, roster } from "./prepared.ts";
import { HOSPITAL, PROVINCE } from "./tree.ts";

interface June {
  readonly campaignId: string;
  readonly main: PlannedDay;
  readonly booked: readonly Booked[];
}

/** Answers who took a place by a link. */
export async function besideJune(facts: Facts, june: June): Promise<readonly Booked[]> {
  const beside = besides(facts);
  await sayCapacity(beside);
  await prepareMain(facts, june.main);
  await keepPlaces(beside, june.main);
  await waitInTurn(beside, june.main);
  const came = await comeByLink(beside, june);
  await bringInList(beside);
  await giveConsent(facts, "reminder", june.booked, {
    from: "2021-06-01T18:30:00+07:00",
    wants: (one) => one.wantsReminder && facts.beside.chance.yes(0.4),
  });
  await askAboutData(beside, june.booked);
  return came;
}

/** More places are planned for July than the hospital says it can take then. */
async function sayCapacity({ hands, unit }: Facts): Promise<void> {
  hands.at("2021-05-04T09:00:00+07:00");
  const facilityId = unit(HOSPITAL).id;
  for (const said of [
    { from: "2021-06-01", until: "2021-06-30", mostDonors: 700, teams: 2, note: "" },
    { from: "2021-07-01", until: "2021-07-31", mostDonors: 150, teams: 1, note: "Một đội đi tuyến huyện." },
  ]) {
    await hands.ask(HOSPITAL, stateCapacity, {
      params: { facilityId, capacityId: hands.newId() },
      body: said,
    });
  }
}

async function prepareMain(facts: Facts, main: PlannedDay): Promise<void> {
  await budget(facts, main, { at: "2021-05-25T09:00:00+07:00", donors: 1000 });
  await roster(facts, main, "2021-05-28T14:00:00+07:00");
  await receive(facts, main, {
    at: "2021-05-31T09:20:00+07:00",
    serials: ["LC0210501", "LC0212000"],
    spoiled: "LC0212000",
    gifts: { ml250: 300, ml350: 1150, ml450: 200 },
    meals: 1600,
  });
}

/** A week ahead the emptiest times are kept for two districts far away, and a few places for who comes unbooked. */
async function keepPlaces({ hands, unit }: Facts, { id: driveId }: PlannedDay): Promise<void> {
  hands.at("2021-06-01T16:30:00+07:00");
  const { slots } = await hands.ask(PROVINCE, getBoard, { params: { driveId } });
  const [first, second, third] = slots.toSorted((a, b) => b.free - a.free);
  const cutOff = "2021-06-07T17:00:00+07:00";
  for (const [slot, key, places] of [
    [first, "sinho", 6],
    [second, "muongte", 4],
  ] as const) {
    if (slot === undefined) throw new Error("the demo's main day has no time left to keep");
    await hands.ask(PROVINCE, setReserve, {
      params: { driveId, reserveId: hands.newId() },
      body: { unitId: unit(key).id, slotId: slot.slotId, places, cutOff },
    });
  }
  if (third === undefined) return;
  await hands.ask(PROVINCE, setSlot, {
    params: { driveId, slotId: third.slotId },
    body: { capacity: third.capacity, walkIn: 3 },
  });
}

/** Somebody of each would come at the first hour, which is full. */
const WAITING = ["hoacuc1", "samu1", "hoadao1"] as const;

async function waitInTurn(facts: Facts, planned: PlannedDay): Promise<void> {
  const { hands, unit, chance } = facts;
  const { slots } = await hands.ask(PROVINCE, getBoard, { params: { driveId: planned.id } });
  const full = slots.find(({ free }) => free === 0);
  if (full === undefined) throw new Error("the demo's main day has no full hour to wait for");
  hands.at("2021-06-01T16:45:00+07:00");
  for (const key of WAITING) {
    const person = chance.pick(facts.peopleUnder(key).filter((one) => mayCome(facts, one, planned)));
    await hands.ask(key, joinWaiting, {
      params: { unitId: unit(key).id, driveId: planned.id },
      body: { id: hands.newId(), personId: person.id, slotId: full.slotId },
    });
    planned.taken.add(person.id);
    hands.wait(300);
  }
}

/** No operator has numbers like these: nobody is ever called. */
const phoneNo = (no: number): string => `01${String(no).padStart(8, "0")}`;

/**
 * Links of three unions; people outside any union come by two of them. By the third comes somebody whom the union's
 * list has already, as anybody may: two entries that an officer will see beside each other.
 */
async function comeByLink(facts: Facts, { campaignId, main }: June): Promise<Booked[]> {
  const { hands, chance, unit } = facts;
  const codes = new Map<string, string>();
  hands.at("2021-05-28T10:00:00+07:00");
  for (const key of ["tamduong", "hoale1", "samu1"]) {
    const params = { unitId: unit(key).id, campaignId };
    codes.set(key, (await hands.ask(key, makeInvitation, { params })).code);
    hands.wait(1800);
  }
  hands.at("2021-06-01T17:20:00+07:00");
  const { slots } = await hands.ask(PROVINCE, getBoard, { params: { driveId: main.id } });
  const slotId = slots.toSorted((a, b) => b.free - a.free)[0]?.slotId ?? "";
  const known = facts.peopleUnder("samu1").find((person) => mayCome(facts, person, main));
  if (known === undefined) throw new Error("the demo's samu1 has nobody left to come");
  const strangers = ["tamduong", "tamduong", "tamduong", "hoale1"].map((key) => ({
    key,
    fullName: nameFor(chance, "female"),
    birthDate: addDays("1983-01-01", chance.int(0, 5000)),
    sex: "female" as const,
    relation: "outside",
  }));
  const came: Booked[] = [];
  for (const [index, who] of [...strangers, { ...known, key: "samu1", relation: "member" }].entries()) {
    const [birthYear = "", birthMonth = "", birthDay = ""] = who.birthDate.split("-");
    const [personId, bookingId] = [hands.newId(), hands.newId()];
    const { fullName, sex, relation } = who;
    await hands.askFreely(register, {
      params: { code: codes.get(who.key) ?? "", slotId },
      body: {
        ...{ do: "register", personId, bookingId, slot: slotId, takePart: "yes", invitation: "yes" },
        ...{ fullName, birthDay, birthMonth, birthYear, sex, relation, phone: phoneNo(index + 1) },
      },
    });
    const key = relation === "outside" ? "" : who.key;
    came.push({ bookingId, person: { id: personId }, unit: key, token: "", wantsReminder: false });
    hands.wait(540);
  }
  return came;
}

/** New staff of a company, from its own list. */
async function bringInList({ hands, unit, chance }: Facts): Promise<void> {
  hands.at("2021-05-27T15:10:00+07:00");
  const rows = Array.from({ length: 6 }, (_, index) => {
    const sex = index % 2 === 0 ? ("female" as const) : ("male" as const);
    return {
      fullName: nameFor(chance, sex),
      birthDate: addDays("1990-01-01", chance.int(0, 3600)),
      birthYear: null,
      sex,
      phone: null,
      email: null,
      relation: "worker" as const,
      groupId: unit("samu1.vanphong").id,
    };
  });
  await hands.ask("samu1", takeImport, {
    params: { unitId: unit("samu1").id },
    body: { id: hands.newId(), fileName: "nhân viên mới tháng 5.xlsx", rows },
  });
}

/** One asked two days ago, so that the answer is due tomorrow; one the evening before. */
async function askAboutData(facts: Facts, booked: readonly Booked[]): Promise<void> {
  const { hands } = facts;
  const from = (key: string): string => booked.find(({ unit }) => unit === key)?.token ?? "";
  hands.at("2021-05-31T20:05:00+07:00");
  await sendFromOwnPage(facts, from("hoacuc1"), { do: "access", requestId: hands.newId() });
  hands.at("2021-06-01T21:40:00+07:00");
  await sendFromOwnPage(facts, from("cayque1"), {
    do: "correct",
    note: "Ngày sinh của tôi ghi sai, đúng là sinh năm 1989.",
    requestId: hands.newId(),
  });
}
