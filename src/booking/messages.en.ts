// Words of places and of the member's page.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.not-approved":
    "The plan of this drive is not approved yet. Ask who signs for the hosting union to approve it, then open it.",
  "problem.not-planned": "This drive is already open or over. Reload the page to see where it stands.",
  "problem.reserve-below-used":
    "{used, plural, one {# person has} other {# people have}} taken a place out of this already. Keep at least as many.",
  "problem.reserve-released":
    "These places are kept no longer: what was unused is anybody's. Keep new ones if they are needed.",
  "problem.reserve-taken": "This union has places kept in that slot already. Change those.",
  "problem.cut-off-too-late": "Places are kept until before the slot begins. Choose an earlier time.",
  "problem.unit-not-taking-part":
    "This union does not take part in the drive's campaign. Choose another one.",
  "problem.slot-below-booked":
    "That is fewer than are booked, kept and set aside for who comes unbooked. Raise it, or release kept places first.",
  "problem.already-waiting": "This person is on the drive's waiting list already. Look at the list again.",
  "problem.places-free": "There is a place for this person now. Hold it; there is no need to wait.",
  "problem.file-missing": "The scan of the list is not here yet. Send it in first, then attach it.",
  "problem.nothing-to-confirm":
    "These places are held no longer. Reload the page, hold them again, then attach the list.",
  "problem.same-day-and-place": "Day, time and place are as they were. Change at least one.",
  "problem.day-past": "The new time is past. Choose one to come.",
  "problem.not-an-instead":
    "The drive held instead must be of the same campaign and open for booking. Choose another one, or none.",
  "problem.not-swappable":
    "These two places cannot be exchanged. Choose two people with places in two slots of one drive.",
  "problem.not-the-day": "Who comes unbooked is entered on the drive's day. Before that, hold a place.",
  "problem.slot-full": "This slot has just been filled. Choose another one.",
  "problem.already-booked": "This person already has a place in this drive. Look at the list again.",
  "problem.drive-not-open":
    "The drive is not open yet, is over, or its hour has come, so places can no longer be changed.",
  "problem.person-not-of-unit":
    "This person is not of your union today. Add them to your union's list first.",
  "problem.too-young": "This person is not yet 18 on the drive's day; they will be from {day}.",
  "problem.too-old":
    "This person is past the age for giving blood. Thank them and invite them to help in another way.",
  "problem.too-soon": "Less than 12 weeks since the last donation. A drive from {day} on is possible.",

  "booking.kept.place": "Place at a drive",
  "booking.kept.place-line":
    "{drive}, {time}, {day}, credited to {unit} · {state, select, held {held} confirmed {confirmed} other {given back}}",
  "booking.kept.waiting": "Waiting list",
  "booking.kept.waiting-line": "{drive}, {day}",

  "booking.zalo-text":
    "Your union invites you to {drive}: {time}, {day}, at {place}. Open this link to answer yes or no: {link}",

  "booking.invite-text":
    "Your union invites you and your family to {campaign}. See whether, when and where you can give blood, and register: {link}",

  "booking.page.ask-title": "You are invited to give blood",
  "booking.page.ask-lead": "Dear {name}, {unit} is holding a place for you. Would you like to take part?",
  "booking.page.when": "Time",
  "booking.page.when-text": "{time}, {day}",
  "booking.page.where": "Place",
  "booking.page.what": "Drive",
  "booking.page.unit": "Union",
  "booking.page.name": "Name",
  "booking.page.held-until": "The place is held until {time}, {day}.",
  "booking.page.why-title": "What do we ask, and why?",
  "booking.page.why-kept":
    "If you take part, the union keeps your name, your union and this time, to give you your place and to send the list to the health facility of the drive.",
  "booking.page.why-result":
    "After the drive the union knows only how many ml you gave, or that you did not give this time. Your answers about health, the examination and test results stay with the health facility.",
  "booking.page.why-free":
    "Giving blood is voluntary. If you do not take part you need give no reason; to union officers, declining looks exactly like not having answered. A yes can be taken back by this same link.",
  "booking.page.doctor":
    "Whether you can give blood is for the doctor to decide on the day, after the examination.",
  "booking.page.consent": "I agree that the union uses the above so that I can take part in this drive.",
  "booking.page.consent-missing": "To take part you need to tick the box yourself.",
  "booking.page.confirm": "I will take part",
  "booking.page.release": "I will not take part this time",
  "booking.page.ticket-title": "See you there!",
  "booking.page.bring-title": "Before you come",
  "booking.page.bring-papers": "Bring your identity card or another paper with a photo.",
  "booking.page.bring-food": "Eat lightly, drink enough water, sleep well; no alcohol.",
  "booking.page.bring-medicine": "If you take medicine, go on taking it and tell the doctor.",
  "booking.page.changed-title": "Changed your mind?",
  "booking.page.changed":
    "No reason needed. Your name leaves the list sent to the health facility, and union officers see no difference.",
  "booking.page.withdraw": "I will not take part after all",
  "booking.page.thanks-title": "Thank you for answering",
  "booking.page.thanks-lead":
    "There is nothing more to do. Union officers do not see this answer; that is why this page looks the same when you open the link again.",
  "booking.page.again-title": "If you change your mind and want to take part",
  "booking.page.gone-title": "This link does not open",
  "booking.page.gone-lead":
    "It may have been copied incompletely, have run out, or your union has sent you a newer one.",
  "booking.page.gone-what":
    "Open it again from the newest message, or ask your union officer for a new link. If you do not want to take part, there is nothing to do.",
};
