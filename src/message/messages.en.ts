// What the outbox says.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "message.demo": "SAMPLE DATA",
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
  "message.booking-link.subject": "Please answer: {drive}, {day}",
  "message.booking-link.body": `Dear {name},

Your union is holding a place for you at {drive}:
- Time: {time}, {day}
- Place: {place}

Whether you want to take part or not, please open this link to answer. The place is held until {until}.
{link}

Giving blood is voluntary. If you do not take part you need give no reason; to union officers, declining looks exactly like not having answered.
This link is yours alone; please do not pass it on.`,
};
