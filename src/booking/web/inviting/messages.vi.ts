// Words of the screen with which a union invites its people.
export const vi = {
  "inviting.title": "Mời đoàn viên",
  "inviting.lead":
    "Một liên kết cho cả công đoàn: ai mở cũng xem được có hiến được không, khi nào, ở đâu, rồi tự đăng ký. Không cần tài khoản.",
  "inviting.none": "Công đoàn chưa có liên kết mời",
  "inviting.none-help": "Tạo một lần, rồi dán vào nhóm Zalo hoặc in mã QR dán ở bảng tin.",
  "inviting.make": "Tạo liên kết mời",
  "inviting.qr": "Quét để đăng ký hiến máu",
  "inviting.link": "Liên kết mời",
  "inviting.link-only": "Chỉ sao chép liên kết",
  "inviting.no-drive":
    "Chưa có đợt nào mở nhận đăng ký. Người mở liên kết được báo là chờ; liên kết vẫn giữ nguyên khi đợt mở.",
  "inviting.end": "Dừng liên kết này",
  "inviting.end-why": "Ai mở liên kết cũ sẽ được báo là đã dừng. Chỗ đã đăng ký vẫn còn nguyên.",
  "inviting.ended": "Đã dừng liên kết. Tạo liên kết mới bất cứ lúc nào.",
  "inviting.counts": "Đã có bao nhiêu người?",
  "inviting.by-unit": "Đăng ký theo liên kết của công đoàn",
  "inviting.by-friends": "Đăng ký vì được bạn bè, người nhà mời",
  "inviting.people": "{count, number} người",
  "inviting.gave": "ít nhất {count, number} người đã hiến",
  "inviting.counts-why":
    "Chỉ có số người. Số đã hiến hiện sau khi đóng đợt, từ 5 người trở lên và làm tròn xuống, để không ai bị đoán ra.",
} as const;
