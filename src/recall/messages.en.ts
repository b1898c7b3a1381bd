// Words of asking again, of thanks, and of tips; and of the pages behind personal links.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.already-inviting":
    "Your union has a round of invitations running for this drive. Wait until it is done, or stop it and invite again.",
  "problem.no-room":
    "This drive has no places left, so nobody was invited. Invite again when places are free.",
  "problem.drive-too-near":
    "This drive is today or has passed, so no invitation goes out any more. Choose a drive that is to come.",
  "problem.no-letters": "None of your union's people gave at this drive yet, so there is no letter to print.",

  "recall.zalo-text":
    "Your union invites you to give blood again: {drive}, we suggest {time} on {day}, at {place}. Open your own link to choose a time: {link}",
  "recall.zalo-no-link":
    "Your union invites you to give blood again: {drive}, we suggest {time} on {day}, at {place}. If you would like to, answer this message and a place is held for you.",

  "recall.page.demo": "SAMPLE DATA",
  "recall.page.product": "Giọt Hồng",
  "recall.page.title": "An invitation to give again",
  "recall.page.lead":
    "Dear {name}. By the dates the union knows, on {day} more than {days} days will have passed since you last gave (clause {clause}, circular {instrument}).",
  "recall.page.doctor": "Whether you can give is decided by the doctor on the day, after the examination.",
  "recall.page.what": "Drive",
  "recall.page.when": "Day",
  "recall.page.where": "Place",
  "recall.page.host": "Hosted by",
  "recall.page.time": "When will you come?",
  "recall.page.proposed": "suggested, a quiet hour",
  "recall.page.free": "{free} places free",
  "recall.page.full-now": "The time you chose has just filled up. Please choose another.",
  "recall.page.no-slot": "All times are taken. Thank you; your union will invite you to a later drive.",
  "recall.page.consent":
    "I agree that the union uses my name and the time I choose so that I take part in this drive.",
  "recall.page.reminder": "Remind me before the day (if you like).",
  "recall.page.consent-missing": "To take a place, please tick the first box yourself.",
  "recall.page.take": "I take this place",
  "recall.page.free-will":
    "Giving blood is voluntary. If you do not take part you need not answer; union officers do not know whether you opened this page.",
  "recall.page.no-more-title": "Would you rather not be invited?",
  "recall.page.no-more-lead":
    "Press the button below and the union sends you no more invitations. Officers are not told and cannot see it.",
  "recall.page.no-more": "Do not invite me any more",
  "recall.page.no-more-done-title": "Noted",
  "recall.page.no-more-done":
    "The union will send you no more invitations. A place you have, if you have one, stays yours.",
  "recall.page.placed-title": "You have a place",
  "recall.page.placed": "{time}, {day}, at {place}.",
  "recall.page.ticket": "Open my ticket",
  "recall.page.ticket-lost": "Your ticket is behind the link in the latest message you got.",
  "recall.page.refused-title": "No place could be given",
  "recall.page.refused.drive-not-open": "This drive takes no more registrations.",
  "recall.page.refused.too-soon":
    "By the dates the union knows, it is less than 12 weeks since you last gave. You are welcome at a later drive.",
  "recall.page.refused.age":
    "By the birth date the union knows, you are not of the age for giving on that day. Thank you for your good will.",
  "recall.page.refused.other":
    "You have a place at this drive already, or wait for one. Please open the link in the latest message you got.",
  "recall.page.gone-title": "This invitation does not open",
  "recall.page.gone":
    "The link may have been cut short, or the drive has changed or passed. You need do nothing; the union will invite you another time.",

  "recall.thanks.title": "Thank you",
  "recall.thanks.lead": "Dear {name}, {unit} thanks you for giving {ml} ml of blood on {day} at {place}.",
  "recall.thanks.meaning": "Every drop given is one more chance for somebody ill.",
  "recall.thanks.again":
    "Whole blood can be given again from {day} on ({days} days, clause {clause}, circular {instrument}). A doctor will examine you and decide then.",
  "recall.thanks.letter": "Download the letter of thanks (PDF)",
  "recall.thanks.not-certificate":
    "This letter is the union's thanks. It does not replace the certificate of voluntary blood donation that the facility issues.",
  "recall.thanks.gone-title": "This page does not open",
  "recall.thanks.gone":
    "The link may have been cut short or is no longer in use. Please open it from your union's message.",
  "recall.thanks.print-unit": "EXECUTIVE COMMITTEE",
  "recall.thanks.print-title": "A letter of thanks",
  "recall.thanks.print-dear": "To: {name}",
  "recall.thanks.print-body":
    "{unit} thanks you for giving {ml} ml of blood of your own free will at {drive}, on {day}, at {place}.",
  "recall.thanks.print-wish":
    "We wish you and your family good health, and hope to see you again at drives to come.",
  "recall.thanks.print-sign": "FOR THE EXECUTIVE COMMITTEE",

  "recall.held.invited": "Invited to give again",
  "recall.held.thanked": "Thanked",
  "recall.held.reminded": "Reminded of a place",
  "recall.held.at": "{drive}, {day}",
};
