// Words of moving and cancelling a drive, and of what became of one.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "change.link": "Move or cancel the drive",
  "change.title": "Move or cancel the drive",
  "change.what": "What to do with this drive",
  "change.move": "Move",
  "change.cancel": "Cancel",
  "change.none": "This drive cannot be moved or cancelled any more, or your union is not its host.",

  "change.day": "New day",
  "change.first-at": "The first slot begins at",
  "change.place": "Place",
  "change.reason": "Reason",
  "change.reason.weather": "Floods, landslides, weather",
  "change.reason.epidemic": "Epidemic",
  "change.reason.facility": "The facility changes its dates",
  "change.reason.other": "Another reason",
  "change.reason-empty": "Choose a reason.",
  "change.note": "A word to those who take part (optional)",
  "change.note-help":
    "For example: the road is blocked, a bus waits at the market. All who take part can read it.",
  "change.day-empty": "Give the new day.",
  "change.time-empty": "Give the hour of the first slot.",
  "change.place-empty": "Give the place.",
  "change.same": "Day, hour and place are as before: there is nothing to move.",
  "change.hours":
    "Slots keep their length and places: the first, {first}, becomes {newFirst}; the last, {last}, becomes {newLast}.",
  "change.after": "When you press the button",
  "change.move-asked":
    "{booked, number} people with a place ({confirmed, number} confirmed) are asked anew: a yes to the old day is not a yes to the new one.",
  "change.move-asked-none": "Nobody has a place yet, so nobody is asked anew.",
  "change.move-keeps":
    "Their places are held in the same slot of the new day. Who has an e-mail address gets their link and answers by one tap; officers call the others by their list.",
  "change.move-runs-out": "Who does not answer in time gives the place back, and whoever waits is asked.",
  "change.move-do": "Move the drive and ask {booked, number} people anew",
  "change.move-do-none": "Move the drive",
  "change.moved": "The drive is moved. {asked, number} people are asked anew.",
  "change.instead": "Drive instead (optional)",
  "change.instead-none": "No drive instead",
  "change.instead-help": "Those with a place are invited there, by one tap on their link.",
  "change.instead-row": "{name}, {day}",
  "change.cancel-told": "{booked, number} people with a place are told, and their places given back.",
  "change.cancel-told-none": "Nobody has a place yet, so nobody has to be told.",
  "change.cancel-instead":
    "Their link invites them to “{name}” by one tap; who does not want to does nothing.",
  "change.cancel-final": "A cancelled drive is not opened again; to go on, plan a new one.",
  "change.cancel-do": "Cancel the drive and tell {booked, number} people",
  "change.cancel-do-none": "Cancel the drive",
  "change.cancelled": "The drive is cancelled. {asked, number} people are told.",

  "change.history": "What became of the drive",
  "change.history-moved": "Moved from {from} at {fromPlace} to {to} at {toPlace}.",
  "change.history-moved-time": "Moved from {from} to {to}, still at {toPlace}.",
  "change.history-cancelled": "Cancelled; it was to be {from} at {fromPlace}.",
  "change.history-reason": "{reason}.",
  "change.history-asked": "{asked, number} people were asked anew, {answered, number} said yes.",
  "change.history-told":
    "{asked, number} people were told, {answered, number} took a place at the drive instead.",
  "change.history-at": "{time}, {day}",
  "change.to-calls": "Call list",
  "change.to-instead": "See the drive instead",
};
