// Words of a letter's way down, and of the tabs its pages share, in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "directive.tabs": "Pages of the letter",
  "directive.tab.letter": "Letter",
  "directive.tab.cascade": "Way down",
  "directive.tab.late": "Who has not answered",
  "directive.tab.pace": "Pace",
  "directive.tab.kit": "Material",
  "directive.not-issued": "The letter is not issued yet",
  "directive.not-issued-help":
    "Once it is issued, this page shows how far it has got. Open the letter and press Issue.",

  "directive.cascade.title": "The letter's way down",
  "directive.cascade.moment": "At {instant} (day {number})",
  "directive.cascade.counts":
    "Of {units} unions below: {reached} reached, {received} received, {disseminated} disseminated; {late, plural, =0 {none is late} one {# is late} other {# are late}}.",
  "directive.cascade.counts-summed":
    "The picture sums up {units} unions of the lowest level, of which {received} have received; whether they disseminated or are late is not counted here.",
  "directive.cascade.standing.source": "sender",
  "directive.cascade.standing.not-reached": "not reached",
  "directive.cascade.standing.not-received": "not received",
  "directive.cascade.standing.received": "received",
  "directive.cascade.standing.disseminated": "disseminated",
  "directive.cascade.late": "late",
  "directive.cascade.late-since": "late since {day}",
  "directive.cascade.reached-at": "reached at {at}",
  "directive.cascade.received-at": "received at {at}",
  "directive.cascade.disseminated-at": "disseminated at {at}",
  "directive.cascade.carried-at": "carried further down at {at}",
  "directive.cascade.unit-standing": "{unit}: {standing}",
  "directive.cascade.below": "below {received}/{units} received",
  "directive.cascade.below-short": "{received}/{units}",

  "directive.cascade.view": "Show as",
  "directive.cascade.view.picture": "Picture",
  "directive.cascade.view.branches": "Branches",
  "directive.cascade.view.table": "Table",
  "directive.cascade.picture":
    "Round picture: your union in the middle, each level a ring. The same figures are in the table.",
  "directive.cascade.picture-help":
    "Arrow down goes into the level below, arrow up to the level above, left and right along the level; Enter opens the branch.",
  "directive.cascade.point": "Point at a mark to see which union it is; press it to open its branch.",
  "directive.cascade.see-branch": "Open this branch",
  "directive.cascade.open-unit": "Open the branch of {unit}",
  "directive.cascade.more": "Show more ({count} left)",
  "directive.cascade.empty": "There is no union below",
  "directive.cascade.empty-help":
    "The picture draws the unions below that got the letter. Here it has come to its end.",

  "directive.cascade.player": "Look back over time",
  "directive.cascade.scrubber": "The moment shown",
  "directive.cascade.scrubber-help":
    "From issue to now. Arrow keys move by one percent; Home goes to the issue, End to now.",
  "directive.cascade.play": "Play",
  "directive.cascade.pause": "Pause",
  "directive.cascade.back-day": "Back one day",
  "directive.cascade.forward-day": "Forward one day",
  "directive.cascade.back-hour": "Back one hour",
  "directive.cascade.forward-hour": "Forward one hour",
  "directive.cascade.speed": "Speed",
  "directive.cascade.speed.slow": "Slow",
  "directive.cascade.speed.usual": "Usual",
  "directive.cascade.speed.fast": "Fast",
  "directive.cascade.now": "Go to now",

  "directive.cascade.column-from": "Above it",
  "directive.cascade.column-reached": "Reached",
  "directive.cascade.column-received": "Received",
  "directive.cascade.column-disseminated": "Disseminated",
  "directive.cascade.column-carried": "Carried further",
  "directive.cascade.column-below": "Received below",

  "directive.cascade.path": "The way down from your union",
  "directive.cascade.from-unit": "from {unit}",
  "directive.cascade.not-yet": "not yet",
  "directive.cascade.nothing-yet": "The letter has not come to this union.",
  "directive.cascade.picture-of-branch": "See the picture of this branch",
  "directive.cascade.late-in-branch": "Who has not answered in this branch",
};
