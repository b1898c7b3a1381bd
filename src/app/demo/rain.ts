// vi-data: what a host tells its people when it moves a day.
// A day moved because of rain: everybody with a place is asked anew, and says yes by one tap.
import { moveDriveDay } from "../../booking/contract/changes.ts";
import { answerLink } from "../../booking/contract.ts";
import type { Booked, PlannedDay } from "./day.ts";
import { besides, type Facts } from "./facts.ts";

export interface Rain {
  /** The day it was planned for. */
  readonly plannedFor: string;
  readonly movedAt: string;
  readonly firstAt: string;
  readonly note: string;
}

export async function moveForRain(
  facts: Facts,
  planned: PlannedDay,
  booked: readonly Booked[],
  { movedAt, firstAt, note, place }: Rain & { readonly place: string },
): Promise<void> {
  const { hands, chance } = besides(facts);
  hands.at(movedAt);
  await hands.ask(planned.host, moveDriveDay, {
    params: { driveId: planned.id },
    body: { id: hands.newId(), day: planned.day, firstAt, place, reason: "weather", note },
  });
  // All within the time their places wait for the answer.
  for (const { token } of chance.shuffle(booked)) {
    hands.wait(chance.int(1, 14) * 60);
    await hands.askFreely(answerLink, { params: { token }, body: { answer: "confirm" } });
  }
}
