// What the outbox says.
export const vi = {
  "message.demo": "DỮ LIỆU MẪU",
  "message.booking-link.subject": "Mời bạn trả lời: {drive}, ngày {day}",
  "message.booking-link.body": `Chào {name},

Công đoàn giữ cho bạn một chỗ ở {drive}:
- Giờ: {time}, ngày {day}
- Nơi: {place}

Bạn muốn tham gia hay không, xin mở liên kết này để trả lời. Chỗ được giữ đến {until}.
{link}

Hiến máu là tự nguyện. Không tham gia thì không cần nêu lý do; với cán bộ công đoàn, từ chối trông giống hệt chưa trả lời.
Liên kết này là của riêng bạn, xin đừng chuyển cho người khác.`,
} as const;
