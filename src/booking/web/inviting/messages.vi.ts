// Words of the screen with which a union invites its people.
export const vi = {
  "booking.inviting.title": "Mời đoàn viên",
  "booking.inviting.lead":
    "Một liên kết cho cả công đoàn: ai mở cũng xem được có hiến được không, khi nào, ở đâu, rồi tự đăng ký. Không cần tài khoản.",
  "booking.inviting.none": "Công đoàn chưa có liên kết mời",
  "booking.inviting.none-help": "Tạo một lần, rồi dán vào nhóm Zalo hoặc in mã QR dán ở bảng tin.",
  "booking.inviting.make": "Tạo liên kết mời",
  "booking.inviting.qr": "Quét để đăng ký hiến máu",
  "booking.inviting.link": "Liên kết mời",
  "booking.inviting.link-only": "Chỉ sao chép liên kết",
  "booking.inviting.no-drive":
    "Chưa có đợt nào mở nhận đăng ký. Người mở liên kết được báo là chờ; liên kết vẫn giữ nguyên khi đợt mở.",
  "booking.inviting.end": "Dừng liên kết này",
  "booking.inviting.end-why": "Ai mở liên kết cũ sẽ được báo là đã dừng. Chỗ đã đăng ký vẫn còn nguyên.",
  "booking.inviting.ended": "Đã dừng liên kết. Tạo liên kết mới bất cứ lúc nào.",
  "booking.inviting.counts": "Đã có bao nhiêu người?",
  "booking.inviting.by-unit": "Đăng ký theo liên kết của công đoàn",
  "booking.inviting.by-friends": "Đăng ký vì được bạn bè, người nhà mời",
  "booking.inviting.people": "{count, number} người",
  "booking.inviting.gave": "ít nhất {count, number} người đã hiến",
  "booking.inviting.counts-why":
    "Chỉ có số người. Số đã hiến hiện sau khi đóng đợt, từ 5 người trở lên và làm tròn xuống, để không ai bị đoán ra.",
} as const;
