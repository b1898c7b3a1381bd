// What the outbox says.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "message.demo": "SAMPLE DATA",
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
