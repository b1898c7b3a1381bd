// Words of the screens of outcomes.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "turnout.outcomes": "Outcomes of my union",
  "turnout.outcomes-lead":
    "The facility has closed the books. A union knows only: gave, or did not give this time.",
  "turnout.outcomes-sum":
    "Gave: {donated, number} people, {ml} ml. Did not give this time: {others, number} people.",
  "turnout.outcomes-empty-title": "Nobody from your union this time",
  "turnout.outcomes-empty": "Nobody confirmed a place through your union for this day.",
  "turnout.gave": "gave {ml} ml",
  "turnout.gave-not": "did not give this time",
  "turnout.to-reports": "Go to Reports",
  "turnout.cancelled": "This day was cancelled. Tell those who held places, then choose another day.",

  "turnout.lead-facility": "Enter each person's outcome and the common figures, then close the books.",
  "turnout.lead-desk": "Enter each person's outcome. The facility closes the books when all is there.",
  "turnout.back": "Days we take",
  "turnout.before-day":
    "This day is {day}. Outcomes can be entered from then on; the list below is to prepare.",
  "turnout.read-only": "You can only look now. If something must be changed, ask the facility of this day.",
  "turnout.entered": "{recorded, number}/{registered, number} people entered",
  "turnout.entered-rest": "{rest, number} to go",
  "turnout.entered-all": "complete",
  "turnout.people": "Person by person",
  "turnout.show": "Show",
  "turnout.show-open": "Not entered",
  "turnout.show-all": "All",
  "turnout.none-open": "Everybody shown has been entered.",
  "turnout.none-found": "Nobody on this day's list has a name like “{words}”.",
  "turnout.empty-title": "The list is empty",
  "turnout.empty":
    "People who confirmed their place appear here. Somebody who comes without being on the list goes into the line for people outside it, below.",
  "turnout.ml": "{ml} ml",
  "turnout.not": "Did not give this time",
  "turnout.choice-of": "Outcome of {name}",
  "turnout.saving": "saving…",
  "turnout.born": "born {year}",

  "turnout.fast": "Fast entry by keyboard",
  "turnout.fast-help": "Type a few letters of the name, ↑ ↓ to choose, Enter. Then press 1, 2, 3 or 0.",
  "turnout.fast-name": "Name of the person",
  "turnout.fast-picked": "Press a digit or touch a field. Esc to choose somebody else.",
  "turnout.fast-keys": "Digits: 1 is 250 ml, 2 is 350 ml, 3 is 450 ml, 0 is did not give this time.",
  "turnout.fast-done": "{name}: {outcome}",
  "turnout.fast-before": "Entered now: {outcome}",

  "turnout.sheet": "Common figures of the facility",
  "turnout.sheet-lead":
    "“Outside the list” are donors who did not register through the system. “Facility's books” are the bags the facility counted itself.",
  "turnout.volume": "Volume",
  "turnout.in-list": "On the list",
  "turnout.outside": "Outside the list (people)",
  "turnout.bags": "Facility's books (bags)",
  "turnout.compare": "Compared",
  "turnout.compare-same": "agree",
  "turnout.compare-missing": "list is {count, number} short",
  "turnout.compare-over": "list is {count, number} over",
  "turnout.total": "Total",
  "turnout.attended": "People who came, in all",
  "turnout.attended-help":
    "With those who came and did not give. Unions see this number only from 5 people up.",
  "turnout.sheet-field": "{column}, {ml} ml",
  "turnout.sheet-wrong": "People and bags are whole numbers from 0 to 100,000.",
  "turnout.sheet-save": "Save the common figures",
  "turnout.sheet-saved": "The common figures are saved.",
  "turnout.sheet-unsaved":
    "A number you changed is not saved. Press Save the common figures to compare again.",

  "turnout.reconcile": "Before closing the books",
  "turnout.reconcile-ok": "All numbers agree. The books can be closed.",
  "turnout.reconcile-not": "The books cannot be closed yet. To be settled:",
  "turnout.difference.outcomes-missing":
    "{rest, number} people have no outcome yet ({entered, number}/{counted, number} entered).",
  "turnout.difference.bags-less":
    "The books have {counted, number} bags of {volume} ml, the list has {entered, number}: {gap, number} missing.",
  "turnout.difference.bags-more":
    "The books have {counted, number} bags of {volume} ml, the list has {entered, number}: {gap, number} too many.",
  "turnout.difference.attended-too-few":
    "{counted, number} people are said to have come, but the list has {entered, number} donors. Check the number who came.",
  "turnout.close": "Close the books of this day",
  "turnout.close-title": "Close the books of this day?",
  "turnout.close-lead":
    "Outcomes are published to all unions at once and cannot be changed any more. A mistake found later needs an adjustment.",
  "turnout.close-sum": "{people, number} donors: {inside, number} on the list, {outside, number} outside it.",
  "turnout.close-bags": "{bags} bags of {ml} ml",
  "turnout.close-yes": "Close and publish",
  "turnout.close-not": "Not yet, look again",
  "turnout.closed-notice": "The books are closed and the outcomes published.",
  "turnout.closed": "Books closed at {at}. Outcomes are published to the unions and cannot be changed.",
  "turnout.closed-figures": "Figures at closing",
  "turnout.closed-attended": "People who came: {people, number}",
};
