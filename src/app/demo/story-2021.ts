// The story of 2021: last year's edition closed, this year's letter out, a week before the main day.
import { makeEdition2020 } from "./edition-2020.ts";
import { makeJune, makeLetters2021, makeMay } from "./edition-2021.ts";
import { type Facts, factsOf } from "./facts.ts";
import { DEMO_DAY } from "./people.ts";
import { planDemo } from "./plan.ts";
import type { Stage, Story } from "./story.ts";

export const story2021: Story = {
  opensAt: `${DEMO_DAY}T08:00:00+07:00`,
  ticks: 144,
  begin() {
    const plan = planDemo();
    return {
      plan,
      make: async (stage) => void (await makeUntilJune2021(factsOf(plan, stage), stage)),
    };
  },
};

/** Up to the morning the first story opens on; the later one goes on from there. */
export async function makeUntilJune2021(facts: Facts, { refresh, chapter }: Stage) {
  await makeEdition2020(facts);
  await refresh();
  chapter("demo.letter");
  const campaignId = await makeLetters2021(facts);
  chapter("demo.may");
  const may = await makeMay(facts, campaignId);
  await refresh();
  chapter("demo.june");
  return { may, june: await makeJune(facts, campaignId) };
}
