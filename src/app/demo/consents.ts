// What donors agree to beside taking part, each by their own link on the page of their data.
import { askOwnData } from "../../booking/contract/public.ts";
import type { DataForm } from "../../booking/schema/public.ts";
import type { Booked } from "./day.ts";
import { besides, type Facts } from "./facts.ts";

/** What somebody sends from the page of their own data. */
export async function sendFromOwnPage(
  { hands }: Facts,
  token: string,
  form: Partial<DataForm>,
): Promise<void> {
  await hands.askFreely(askOwnData, { params: { token }, body: form });
}

/** Each of those for whom `wants` holds gives a consent, beginning at `from`, some minutes one after the other. */
export async function giveConsent(
  facts: Facts,
  purpose: "reminder" | "invitation",
  booked: readonly Booked[],
  { from, wants }: { from: string; wants(one: Booked): boolean },
): Promise<void> {
  const beside = besides(facts);
  beside.hands.at(from);
  for (const one of booked.filter(wants)) {
    await sendFromOwnPage(beside, one.token, { do: "give", purpose });
    beside.hands.wait(beside.chance.int(2, 9) * 60);
  }
}
