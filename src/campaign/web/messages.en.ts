// Words of the screens of campaigns.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "campaign.title": "Campaigns",
  "campaign.begin": "Begin with a letter",
  "campaign.none": "No campaigns yet",
  "campaign.none-help":
    "A campaign begins with a letter that orders it. When the union above issues one, it appears here; if your union leads, begin with your own letter.",
  "campaign.phase.before": "about to begin",
  "campaign.phase.running": "running",
  "campaign.phase.after": "ended",
  "campaign.period": "From {from} to {until}",
  "campaign.led-by": "led by {unit}",
  "campaign.rule.bag": "Unit of blood: each bag is one unit.",
  "campaign.rule.ml250": "Unit of blood: each 250 ml is one unit.",
  "campaign.to-overview": "Overview",
  "campaign.to-targets": "Targets",
  "campaign.to-invite": "Invite members",
};
