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
  "turnout.just-added": "Just added",
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
  "turnout.close": "Close the books of this day",
  "turnout.close-title": "Close the books of this day?",
  "turnout.close-lead":
    "Outcomes are published to all unions at once. A mistake found later is corrected beside what was written, for all to see.",
  "turnout.close-sum": "{people, number} donors: {inside, number} on the list, {outside, number} outside it.",
  "turnout.close-bags": "{bags} bags of {ml} ml",
  "turnout.close-yes": "Close and publish",
  "turnout.close-not": "Not yet, look again",
  "turnout.closed-notice": "The books are closed and the outcomes published.",
  "turnout.closed": "Books closed at {at}. Outcomes are published to the unions.",
  "turnout.closed-figures": "Figures at closing",

  "turnout.type": "Type the printed list back",
  "turnout.type-number": "Number on the list",
  "turnout.type-none":
    "The list has no numbers yet. Open the printed list, number and print it; those numbers make typing back fast.",
  "turnout.type-help":
    "Type the number and a sign; for the next number the sign alone will do. Or Enter and 1, 2, 3, 0. Esc to start again.",
  "turnout.type-end": "End of the list. Type a number to correct it.",
  "turnout.to-list": "Printed list",
  "turnout.number": "no. {number, number}",
  "turnout.typed-done": "{number, number}. {name}: {outcome}",
  "turnout.typed-unknown": "Nobody has number {number, number}.",
  "turnout.typed-waiting": "Sending {count, number} people…",
  "turnout.typed-stuck":
    "{count, number} people could not be sent yet. They are kept on this device and sent again by themselves; go on typing.",
  "turnout.typed-refused": "These could not be entered:",
  "turnout.refused.not-confirmed": "has not confirmed and is not on the list.",
  "turnout.refused.sessions-running": "the sessions are not over; enter again after they are.",
  "turnout.refused.turnout-closed": "the books of this drive are closed.",
  "turnout.refused.not-open": "this drive is not open or was cancelled.",
  "turnout.refused.other": "reload the page and enter again.",
  "turnout.taken-back": "entry taken back",
  "turnout.rest": "The other {count, number} people: did not give this time",
  "turnout.rest-done": "{count, number} people entered as not giving this time.",
  "turnout.rest-later":
    "Who did not give is entered together after the last session ({at}), so that nobody can guess who came and left.",
  "turnout.steps": "Three steps of closing",
  "turnout.step.names": "Person by person",
  "turnout.step.counts": "Common figures",
  "turnout.step.close": "Reconcile, close",
  "turnout.to-close": "On to reconciling",
  "turnout.came": "Who came and who did not",
  "turnout.came-lead":
    "These numbers stay on this device until the books are closed. Unions are told only how many came in all, and only where nobody can be worked out.",
  "turnout.came-rest":
    "The list has {registered, number} people, {donated, number} of them gave; {rest, number} did not give.",
  "turnout.stayed": "Came and did not give",
  "turnout.stayed-of": "Came and did not give, {unit}",
  "turnout.absent": "Did not come",
  "turnout.came-left": "{count, number} people not accounted for",
  "turnout.came-over": "{count, number} people too many",
  "turnout.came-missing":
    "How many came without giving and how many did not come is not entered yet (step Common figures).",
  "turnout.by-unit": "Enter each union apart",
  "turnout.by-unit-help":
    "Optional. Only then can a union that is large enough be told how many of its people came.",
  "turnout.unit": "Union",
  "turnout.not-donated": "Did not give",
  "turnout.outside-came": "People outside the list who came",
  "turnout.outside-came-help": "With the {gave, number} who gave. Leave empty if not counted.",
  "turnout.handed": "Handed out to donors",
  "turnout.handed-lead": "Leave empty what the facility does not hand out. People outside the list included.",
  "turnout.handed-law":
    "Gifts in kind by volume and travel support as the Ministry of Health sets them; never money for blood.",
  "turnout.certificates": "Certificates used",
  "turnout.gifts-of": "Gifts for {ml} ml",
  "turnout.travel": "People whose travel was supported",
  "turnout.explain.certificates": "Why certificates and donors differ",
  "turnout.explain.gifts": "Why gifts and donors differ",
  "turnout.explain.travel": "Why travel support differs",
  "turnout.explain.none": "Not explained",
  "turnout.explain.spoiled": "Spoiled or torn",
  "turnout.explain.lost": "Lost",
  "turnout.explain.later": "Handed out later",
  "turnout.explain.declined": "Declined by the donor",
  "turnout.explain.from-host": "Handed out by the host union",
  "turnout.difference.list-differs":
    "Gave, came without giving and did not come add up to {entered, number} people; the list has {counted, number}.",
  "turnout.difference.unit-differs":
    "{unit}: {entered, number} people said to have come without giving, but only {counted, number} did not give.",
  "turnout.difference.units-differ":
    "The unions add up to {entered, number} people who came without giving; the total says {counted, number}.",
  "turnout.difference.outside-too-few":
    "{counted, number} people outside the list are said to have come, fewer than the {entered, number} who gave.",
  "turnout.difference.certificates-differ":
    "{entered, number} certificates used for {counted, number} donors. Correct the number, or choose a reason below.",
  "turnout.difference.gifts-differ":
    "{entered, number} gifts for {volume} ml handed out to {counted, number} donors. Correct the number, or choose a reason below.",
  "turnout.difference.travel-too-many":
    "Travel supported for {entered, number} people, but only {counted, number} gave.",
  "turnout.close-came":
    "Of how many came only what may be told is kept; the other numbers of the step Common figures are deleted.",
  "turnout.presence-none":
    "How many came is not told: with so few it could be worked out who came without giving.",
  "turnout.presence-listed": "People on the list who came: {people, number}",
  "turnout.presence-outside": "People outside the list who came: {people, number}",
  "turnout.presence-event": "Whole event, people who came: {people, number}",
  "turnout.list-title": "List for entering outcomes",
  "turnout.list-lead":
    "Print it, tick each person, type it back by number. Numbers once given stay; who is added later follows at the end.",
  "turnout.list-empty": "People who confirmed their place appear here.",
  "turnout.list-without": "{count, number} people have no number yet.",
  "turnout.list-number": "Number {count, number} people",
  "turnout.list-numbered": "{added, number} people numbered. Press Print for the list.",
  "turnout.list-no": "No.",
  "turnout.list-time": "Time",
  "turnout.list-name": "Full name",
  "turnout.list-born": "Born",
  "turnout.list-not": "No",
  "turnout.list-serial": "Certificate no.",
  "turnout.correct": "Correct",
  "turnout.correct-of": "Correct the outcome of {name}",
  "turnout.correct-title": "Correct the outcome of {name}",
  "turnout.correct-from": "Written now: {outcome}.",
  "turnout.correct-to": "It was",
  "turnout.correct-reason": "Why it was written wrong",
  "turnout.correct-lead":
    "Unions, figures and reports get the right outcome. What was written stays, and whoever may see it sees that it was corrected.",
  "turnout.correct-yes": "Write the right outcome",
  "turnout.choose": "Choose…",
  "turnout.corrected-notice": "The outcome of {name} is corrected.",
  "turnout.corrections": "Corrected after closing",
  "turnout.reason.wrong-person": "wrong person",
  "turnout.reason.wrong-volume": "wrong volume",
  "turnout.reason.missed": "left out",
  "turnout.reason.wrong-button": "wrong button",
  "turnout.unit-sheet": "Figures of the union",
  "turnout.unit-registered": "On the list",
  "turnout.unit-donated": "Gave",
  "turnout.unit-attended": "Came",
  "turnout.unit-corrected":
    "{count, number} outcomes were corrected by the facility after closing; these are the right figures.",
  "turnout.unit-whole": "Whole day",
  "turnout.certificates-record":
    "By the drive's record of supplies: {issued, number} certificates handed out, {spoiled, number} spoiled.",
  "turnout.gifts-least": "each worth at least {dong} đ",
  "turnout.travel-most": "at most {dong} đ a person on average",
  "turnout.travel-dong": "Travel support paid (đồng)",
  "turnout.travel-together": "at most {dong} đ",
  "turnout.handed-tariff":
    "By circular {instrument}. Only gifts in kind and travel support for those who gave; never money for blood.",
  "turnout.difference.travel-over-tariff":
    "Travel support of {entered} đ was paid, above the {counted} đ allowed.",
  "turnout.unit-attended-not":
    "A dash under Came: not told, so that nobody can work out who came and did not give.",
};
