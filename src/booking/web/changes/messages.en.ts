// Words of moving and cancelling a drive, and of what became of one.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "booking.change.link": "Move or cancel the drive",
  "booking.change.title": "Move or cancel the drive",
  "booking.change.what": "What to do with this drive",
  "booking.change.move": "Move",
  "booking.change.cancel": "Cancel",
  "booking.change.none": "This drive cannot be moved or cancelled any more, or your union is not its host.",

  "booking.change.day": "New day",
  "booking.change.first-at": "The first slot begins at",
  "booking.change.place": "Place",
  "booking.change.reason": "Reason",
  "booking.change.reason.weather": "Floods, landslides, weather",
  "booking.change.reason.epidemic": "Epidemic",
  "booking.change.reason.facility": "The facility changes its dates",
  "booking.change.reason.other": "Another reason",
  "booking.change.reason-empty": "Choose a reason.",
  "booking.change.note": "A word to those who take part (optional)",
  "booking.change.note-help":
    "For example: the road is blocked, a bus waits at the market. All who take part can read it.",
  "booking.change.day-empty": "Give the new day.",
  "booking.change.time-empty": "Give the hour of the first slot.",
  "booking.change.place-empty": "Give the place.",
  "booking.change.same": "Day, hour and place are as before: there is nothing to move.",
  "booking.change.hours":
    "Slots keep their length and places: the first, {first}, becomes {newFirst}; the last, {last}, becomes {newLast}.",
  "booking.change.after": "When you press the button",
  "booking.change.move-asked":
    "{booked, number} people with a place ({confirmed, number} confirmed) are asked anew: a yes to the old day is not a yes to the new one.",
  "booking.change.move-asked-none": "Nobody has a place yet, so nobody is asked anew.",
  "booking.change.move-keeps":
    "Their places are held in the same slot of the new day. Who has an e-mail address gets their link and answers by one tap; officers call the others by their list.",
  "booking.change.move-runs-out":
    "Who does not answer in time gives the place back, and whoever waits is asked.",
  "booking.change.move-do": "Move the drive and ask {booked, number} people anew",
  "booking.change.move-do-none": "Move the drive",
  "booking.change.moved": "The drive is moved. {asked, number} people are asked anew.",
  "booking.change.instead": "Drive instead (optional)",
  "booking.change.instead-none": "No drive instead",
  "booking.change.instead-help": "Those with a place are invited there, by one tap on their link.",
  "booking.change.instead-row": "{name}, {day}",
  "booking.change.cancel-told": "{booked, number} people with a place are told, and their places given back.",
  "booking.change.cancel-told-none": "Nobody has a place yet, so nobody has to be told.",
  "booking.change.cancel-instead":
    "Their link invites them to “{name}” by one tap; who does not want to does nothing.",
  "booking.change.cancel-final": "A cancelled drive is not opened again; to go on, plan a new one.",
  "booking.change.cancel-do": "Cancel the drive and tell {booked, number} people",
  "booking.change.cancel-do-none": "Cancel the drive",
  "booking.change.cancelled": "The drive is cancelled. {asked, number} people are told.",

  "booking.change.history": "What became of the drive",
  "booking.change.history-moved": "Moved from {from} at {fromPlace} to {to} at {toPlace}.",
  "booking.change.history-moved-time": "Moved from {from} to {to}, still at {toPlace}.",
  "booking.change.history-cancelled": "Cancelled; it was to be {from} at {fromPlace}.",
  "booking.change.history-reason": "{reason}.",
  "booking.change.history-asked": "{asked, number} people were asked anew, {answered, number} said yes.",
  "booking.change.history-told":
    "{asked, number} people were told, {answered, number} took a place at the drive instead.",
  "booking.change.history-at": "{time}, {day}",
  "booking.change.to-calls": "Call list",
  "booking.change.to-instead": "See the drive instead",
};
