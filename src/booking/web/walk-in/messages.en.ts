// Words for who comes on the day without a place.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "booking.walk-in.title": "People who come unbooked",
  "booking.walk-in.lead":
    "Somebody who is not on the list is written down here, once they have filled in and signed the consent sheet.",
  "booking.walk-in.open": "Add somebody",
  "booking.walk-in.full":
    "No places are left today for who comes unbooked. People of unions with places kept for them can still be written down; else ask the host to add places on the board, or invite them to the next drive.",
  "booking.walk-in.name": "Full name",
  "booking.walk-in.name-empty": "Write the full name as on the sheet.",
  "booking.walk-in.known":
    "The list already has {name}, born {year}, {unit}. If it is this very person, do not write them down again: find that name in the list.",
  "booking.walk-in.birth": "Date of birth",
  "booking.walk-in.birth-empty": "Write the date of birth.",
  "booking.walk-in.sex": "Sex",
  "booking.walk-in.sex-empty": "Choose male or female.",
  "booking.walk-in.female": "Female",
  "booking.walk-in.male": "Male",
  "booking.walk-in.phone": "Phone",
  "booking.walk-in.phone-wrong": "A phone number has 10 digits and begins with 0.",
  "booking.walk-in.relation": "This person is",
  "booking.walk-in.relation-empty": "Choose one.",
  "booking.walk-in.relation.member": "A union member",
  "booking.walk-in.relation.worker": "A worker",
  "booking.walk-in.relation.relative": "A relative of a member or worker",
  "booking.walk-in.relation.outside": "Of no union",
  "booking.walk-in.unit": "Of which union",
  "booking.walk-in.unit-change": "Choose another union",
  "booking.walk-in.slot": "Time slot",
  "booking.walk-in.slot-free": "{time}: {free, number} places left",
  "booking.walk-in.slot-full": "{time}: full",
  "booking.walk-in.slot-now": "The slot that runs now, or the nearest with room, is chosen.",
  "booking.walk-in.slot-empty": "Choose a time slot.",
  "booking.walk-in.signed": "I hold the consent sheet that this person has signed",
  "booking.walk-in.signed-help":
    "Keep the sheet with the papers of the drive. Without a signature nobody is written down.",
  "booking.walk-in.signed-empty": "Have this person sign the sheet, then tick this box.",
  "booking.walk-in.save": "Add to the list",
  "booking.walk-in.saved": "{name} is on the list, {time}.",
};
