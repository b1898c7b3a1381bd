// The same words in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "donor.held.gave": "Gave",
  "donor.held.gave-line": "{ml, number} ml on {day}",
  "donor.held.links": "Links for friends",
  "donor.held.links-line": "{all, plural, one {# link} other {# links}}, {running, number} of them usable",

  "donor.tips.title": "Keeping well",
  "donor.tips.after": "After giving blood",
  "donor.tips.season": "At this time of year",
  "donor.tips.lead": "Advice for everybody; it does not replace a doctor's.",
  "donor.tip.water": "Drink plenty of water today; no alcohol and no smoking in the first hours.",
  "donor.tip.bandage":
    "Keep the bandage on for 4 hours at least and carry nothing heavy with that arm. If it bleeds, press firmly and raise the arm.",
  "donor.tip.no-heavy-work": "Rest; no heavy work and no hard sport for the rest of the day.",
  "donor.tip.high-work":
    "If you drive buses or trains, operate cranes, work at height, under water or underground: wait 12 hours at least.",
  "donor.tip.unwell":
    "If you feel faint, lie down and raise your legs. If you have a fever or feel unwell within 14 days, call the facility that took the blood.",
  "donor.tip.meals":
    "Eat regular meals, with more meat, fish, eggs, beans and dark greens, to make up the blood.",
  "donor.tip.tet":
    "Before and after Tết patients are shortest of blood. To give, sleep enough, eat moderately and drink no alcohol from the day before.",
  "donor.tip.heat":
    "Hot days: drink enough from the day before, come early while it is cool, and rest there for 15 minutes before you go.",
  "donor.tip.storms":
    "Rainy season: look up the road before you set out. A drive may be moved; the union's message will tell you.",
  "donor.tip.cold":
    "Cold days: dress warmly and eat something hot before you come; warm arms make it easier.",
};
