// What the outbox says.
export const vi = {
  "message.demo": "DỮ LIỆU MẪU",
  "message.reminder.subject": "Nhắc việc: {unit}, ngày {day}",
  "message.reminder.body": `Chào {name},

{by, select, program {Chương trình nhắc} other {{from} nhắc}} {unit} về các văn bản đã nhận:
{late, plural, =0 {} other {- Quá hạn: {late, number} việc
}}{dueSoon, plural, =0 {} other {- Sắp đến hạn trong 2 ngày: {dueSoon, number} việc
}}{belowLate, plural, =0 {} other {- Cấp dưới quá hạn từ 3 ngày trở lên: {belowLate, number} công đoàn
}}{titled, select, yes {
Văn bản:
{letters}
} other {}}
Xin mở trang Việc cần làm để xem và trả lời:
{link}

Việc đã làm xong thì chỉ cần bấm xác nhận ở đó. Mỗi ngày chương trình gửi nhiều nhất một thư nhắc cho một công đoàn, không gửi từ 21 giờ đến 7 giờ. Không muốn nhận thư này thì xóa địa chỉ thư ở trang tài khoản của mình.`,
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
