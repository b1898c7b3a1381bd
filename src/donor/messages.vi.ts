// Words of the donating life, as the person reads them.
export const vi = {
  "donor.held.gave": "Đã hiến",
  "donor.held.gave-line": "{ml, number} ml ngày {day}",
  "donor.held.links": "Liên kết mời bạn bè",
  "donor.held.links-line": "{all, number} liên kết, {running, number} còn dùng được",
} as const;
