// Words of the screens of places.
import { en as board } from "./board/messages.en.ts";
import { en as changes } from "./changes/messages.en.ts";
import { en as lists } from "./lists/messages.en.ts";
import type { vi } from "./messages.vi.ts";
import { en as walkIn } from "./walk-in/messages.en.ts";

export const en: Record<keyof typeof vi, string> = {
  ...board,
  ...changes,
  ...lists,
  ...walkIn,
  "booking.open": "Open for booking",
  "booking.open-lead":
    "The plan is approved and nobody can hold a place yet. Check day, place and number of places; if they are right, open it.",
  "booking.opened": "Open for booking. Unions can hold places from now on.",
  "booking.not-open-yet":
    "This day is not open yet. When the hosting union opens it, you hold places for your members here.",
  "booking.places": "Places by slot",
  "booking.places-total":
    "{booked, number} of {capacity, number} places are taken: {confirmed, number} confirmed, {held, number} held.",
  "booking.slot-capacity": "{time}: {places, number} places",
  "booking.acts": "Acts for the place of {name}",
  "booking.morning": "Morning",
  "booking.afternoon": "Afternoon",
  "booking.free": "{free, number} free",
  "booking.full": "full",
  "booking.taken-of": "{booked, number}/{capacity, number}",
  "booking.hold-here": "Hold a place at {time}",
  "booking.full-advice-near": "{time} is full. The nearest with room: {near} ({free, number} free).",
  "booking.full-advice-none":
    "{time} is full and so is the whole day. When somebody gives a place back it shows here again; or ask the hosting union about the next day.",
  "booking.full-take-near": "Hold a place at {near}",

  "booking.hold": "Hold a place for a member",
  "booking.hold-title": "Hold a place for a member",
  "booking.hold-lead": "Choose a person and a slot, then send the link so that they confirm by themselves.",
  "booking.hold-who": "1. Who will give blood?",
  "booking.hold-when": "2. Which slot?",
  "booking.hold-search": "Name of the member",
  "booking.hold-search-help": "A few letters, accents are not needed.",
  "booking.hold-born": "born {year}",
  "booking.hold-found": "People found",
  "booking.hold-none": "Nobody in your union's list has a name like “{words}”.",
  "booking.hold-nobody": "Your union's list is empty. Add the first person here.",
  "booking.hold-more": "There are more: type more letters to find the right one.",
  "booking.hold-change": "Choose somebody else",
  "booking.hold-submit": "Hold a place at {time}",
  "booking.hold-pick-first": "Choose a person and a slot",
  "booking.hold-again": "Hold a place for somebody else",
  "booking.hold-done": "Done, back to the day",
  "booking.held-title": "A place is held for {name}",
  "booking.held-lead":
    "{time}, {day}. Held until {until}; unconfirmed by then, the place is given back by itself.",
  "booking.hold-too-late": "Places can no longer be held for this day. Go back to see how it stands.",

  "booking.add": "Add a person to the list",
  "booking.add-lead": "Somebody added is a contact only: not registered, and has agreed to nothing.",
  "booking.add-name": "Full name",
  "booking.add-name-empty": "Write the full name.",
  "booking.add-birth": "Date of birth (optional)",
  "booking.add-phone": "Phone (optional)",
  "booking.add-phone-wrong": "A phone number has 10 digits and begins with 0.",
  "booking.add-relation": "This person is",
  "booking.add-relation.member": "Union member",
  "booking.add-relation.worker": "Worker",
  "booking.add-relation.relative": "Relative",
  "booking.add-save": "Add and choose",

  "booking.link": "Link to confirm",
  "booking.link-alone":
    "Send it to this person only: whoever has the link can confirm or give the place back.",
  "booking.link-qr": "QR code of the link. Let their phone scan it.",
  "booking.link-text":
    "Please confirm your place to give blood: {drive}, {time} on {day}, at {place}. Open the link to confirm or give the place back: {link}",
  "booking.link-only": "Copy the link alone",
  "booking.renew": "Link",
  "booking.renew-title": "Link of {name}",
  "booking.renew-lead":
    "For privacy an old link cannot be shown again. Once you make a new one, the link sent before no longer opens.",
  "booking.renew-do": "Make a new link",

  "booking.mine": "Places of my union",
  "booking.mine-empty-title": "No place held yet",
  "booking.mine-empty":
    "Hold a place for a member and send the link. When they confirm, their line changes to confirmed.",
  "booking.state.held": "held",
  "booking.state.confirmed": "confirmed",
  "booking.release": "Give back",
  "booking.released": "The place of {name} at {time} was given back.",
  "booking.held-back": "The place of {name} is held again. Send the new link to confirm.",
  "booking.release-all-note":
    "A place given back or run out is not in the list; nobody can see who declined and who has not answered.",

  "touch.bookings-open":
    "{count, plural, one {# running place is} other {# running places are}} looked after by the successor",
  "touch.bookings-own":
    "{count, plural, one {# place is} other {# places are}} credited to a union opened by it",
  "open-work.places-held":
    "{count, plural, one {# place held, not confirmed} other {# places held, not confirmed}}",
};
