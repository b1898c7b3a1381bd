// What the outbox says.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "message.demo": "SAMPLE DATA",
  "message.kept": "E-mail to you",
  "message.kept-sent": "sent on {day}",
  "message.kept-unsent": "of {day}, not sent",
  "message.reminder.subject": "Reminder: {unit}, {day}",
  "message.reminder.body": `Dear {name},

{by, select, program {The program reminds} other {{from} reminds}} {unit} of letters it received:
{late, plural, =0 {} one {- Past its day: {late, number} duty
} other {- Past their day: {late, number} duties
}}{dueSoon, plural, =0 {} one {- Due within 2 days: {dueSoon, number} duty
} other {- Due within 2 days: {dueSoon, number} duties
}}{belowLate, plural, =0 {} one {- Late below by 3 days or more: {belowLate, number} union
} other {- Late below by 3 days or more: {belowLate, number} unions
}}{titled, select, yes {
Letters:
{letters}
} other {}}
Please open the page of what is to be done, and answer there:
{link}

What is done already only needs a tap there. A union gets one reminder a day at most, and none between 21:00 and 7:00. To get these no more, take your e-mail address back on your account's page.`,
  "message.report-adjusted.subject": "Approved figures have changed: {unit}, day of {day}",
  "message.report-adjusted.body": `Hello {name},

After the report of the donation day of {day} ({drive}) by {unit} was approved, its facts were corrected.
{ours, select, yes {The approved report stays as it is. Please look at the adjusting report and send it, under Reports:} other {The approved report stays as it is; an adjusting report will come up. The difference is shown under Reports:}}
{link}

If you do not want this mail, remove your address on your account page.`,
  "message.booking-link.subject": "Please answer: {drive}, {day}",
  "message.booking-link.body": `Dear {name},

Your union is holding a place for you at {drive}:
- Time: {time}, {day}
- Place: {place}

Whether you want to take part or not, please open this link to answer. The place is held until {until}.
{link}

Giving blood is voluntary. If you do not take part you need give no reason; to union officers, declining looks exactly like not having answered.
This link is yours alone; please do not pass it on.`,
  "message.place-offered.subject": "A place for you: {drive}, {day}",
  "message.place-offered.body": `Dear {name},

You are on the waiting list of {drive}, and there is a place now:
- Time: {time}, {day}
- Place: {place}

It is held for you until {until}; after that the next person is asked. Please open the link to answer:
{link}

Giving blood is voluntary. If you do not take part there is nothing to do, and no reason to give.`,
  "message.drive-moved.subject": "Moved: {drive}, now {time}, {day}",
  "message.drive-moved.body": `Dear {name},

{drive} will not be held at {fromTime}, {fromDay}, {fromPlace}{reason, select, weather { because of the weather} epidemic { because of the epidemic} facility { because of the health facility} other {}}.
{noted, select, yes {{note}
} other {}}
Your place has been moved to:
- Time: {time}, {day}
- Place: {place}

Can you still take part? Please open this link and confirm again before {until}:
{link}

If you cannot, there is nothing to do, and no reason to give.`,
  "message.drive-cancelled.subject": "Cancelled: {drive}, {day}",
  "message.drive-cancelled.body": `Dear {name},

{drive}, {time}, {day}, {place}, will not be held{reason, select, weather { because of the weather} epidemic { because of the epidemic} facility { because of the health facility} other {}}. Please do not go there.
{noted, select, yes {{note}
} other {}}{instead, select, yes {
You may go to {insteadName} instead, {insteadDay}, {insteadPlace}. Open this link and tap once:
{link}
} other {}}
Thank you for having said yes.`,
  "message.recall-invitation.subject": "An invitation to give blood again: {drive}, {day}",
  "message.recall-invitation.body": `Dear {name},

{unit} invites you to give blood again at {drive}:
- Suggested time: {time}, {day}
- Place: {place}

By the dates the union knows, 12 weeks will have passed by then since you last gave. If you would like to take part, please open your own link to take the place or choose another time:
{link}

Giving blood is voluntary. If you do not take part you need not answer. At the end of the page there is a button to receive no more invitations.`,
  "message.place-reminder.subject": "See you at {time}, {day}: {drive}",
  "message.place-reminder.body": `Dear {name},

{kind, select, eve {Tomorrow} other {The day after tomorrow}} is the day you are to give blood:
- Time: {time}, {day}
- Place: {place}

Please bring your identity card or another paper with a photo. Sleep enough, eat lightly, drink enough water, no alcohol. If you take medicine, take it as usual and tell the doctor when examined.
{link, select, none {} other {
Your ticket, where you can also change the time or give the place back:
{link}
}}
You receive this because you agreed to be reminded.`,
  "message.thanks.subject": "Thank you for giving blood on {day}",
  "message.thanks.body": `Dear {name},

Your union thanks you for giving blood at {drive} on {day}. Your letter of thanks, advice for keeping well, and the day from which you may give again are on your own page:
{link}

This link is yours alone; please do not pass it on.`,
};
