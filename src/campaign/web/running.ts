// Which of a unit's campaigns is on. Pure.
import type { CampaignView } from "../schema.ts";

/** `before`, `running` or `after` its days, both inclusive. */
export const phaseOf = ({ from, until }: CampaignView, today: string): "before" | "running" | "after" => {
  if (today < from) return "before";
  return today <= until ? "running" : "after";
};

/** Running ones as they are listed; where none runs, the next to begin, else none. */
export function currentOf(campaigns: readonly CampaignView[], today: string): readonly CampaignView[] {
  const running = campaigns.filter((campaign) => phaseOf(campaign, today) === "running");
  if (running.length > 0) return running;
  const coming = campaigns
    .filter((campaign) => phaseOf(campaign, today) === "before")
    .sort((a, b) => a.from.localeCompare(b.from));
  return coming.slice(0, 1);
}
