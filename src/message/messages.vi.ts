// What the outbox says.
export const vi = {
  "message.demo": "DỮ LIỆU MẪU",
  "message.kept": "Thư điện tử gửi cho bạn",
  "message.kept-sent": "đã gửi ngày {day}",
  "message.kept-unsent": "ngày {day}, chưa gửi được",
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
  "message.report-adjusted.subject": "Số liệu đã duyệt có điều chỉnh: {unit}, đợt {day}",
  "message.report-adjusted.body": `Chào {name},

Sau khi báo cáo đợt hiến máu ngày {day} ({drive}) của {unit} được duyệt, số liệu có điều chỉnh.
{ours, select, yes {Báo cáo đã duyệt giữ nguyên. Xin xem và gửi báo cáo điều chỉnh ở trang Báo cáo:} other {Báo cáo đã duyệt giữ nguyên; báo cáo điều chỉnh sẽ được gửi lên. Phần chênh lệch xem ở trang Báo cáo:}}
{link}

Không muốn nhận thư này thì xóa địa chỉ thư ở trang tài khoản của mình.`,
  "message.booking-link.subject": "Mời bạn trả lời: {drive}, ngày {day}",
  "message.booking-link.body": `Chào {name},

Công đoàn giữ cho bạn một chỗ ở {drive}:
- Giờ: {time}, ngày {day}
- Nơi: {place}

Bạn muốn tham gia hay không, xin mở liên kết này để trả lời. Chỗ được giữ đến {until}.
{link}

Hiến máu là tự nguyện. Không tham gia thì không cần nêu lý do; với cán bộ công đoàn, từ chối trông giống hệt chưa trả lời.
Liên kết này là của riêng bạn, xin đừng chuyển cho người khác.`,
  "message.place-offered.subject": "Có chỗ cho bạn: {drive}, ngày {day}",
  "message.place-offered.body": `Chào {name},

Bạn đang trong danh sách chờ của {drive}, nay có một chỗ:
- Giờ: {time}, ngày {day}
- Nơi: {place}

Chỗ này được giữ cho bạn đến {until}; sau đó người chờ tiếp theo được mời. Xin mở liên kết để trả lời:
{link}

Hiến máu là tự nguyện. Không tham gia thì không cần làm gì và không cần nêu lý do.`,
  "message.drive-moved.subject": "Đổi lịch: {drive} dời sang {time}, ngày {day}",
  "message.drive-moved.body": `Chào {name},

{drive} không diễn ra lúc {fromTime} ngày {fromDay} tại {fromPlace}{reason, select, weather { vì thời tiết} epidemic { vì phòng dịch} facility { vì cơ sở y tế} other {}}.
{noted, select, yes {{note}
} other {}}
Chỗ của bạn được dời sang:
- Giờ: {time}, ngày {day}
- Nơi: {place}

Bạn vẫn tham gia được chứ? Xin mở liên kết này và bấm xác nhận lại, trước {until}:
{link}

Không tham gia được thì không cần làm gì và không cần nêu lý do.`,
  "message.drive-cancelled.subject": "Hủy lịch: {drive}, ngày {day}",
  "message.drive-cancelled.body": `Chào {name},

{drive}, {time} ngày {day} tại {place}, không diễn ra{reason, select, weather { vì thời tiết} epidemic { vì phòng dịch} facility { vì cơ sở y tế} other {}}. Xin đừng đến nơi đó.
{noted, select, yes {{note}
} other {}}{instead, select, yes {
Bạn có thể chuyển sang {insteadName}, ngày {insteadDay}, tại {insteadPlace}. Chỉ cần mở liên kết này và bấm một lần:
{link}
} other {}}
Cảm ơn bạn đã nhận lời.`,
  "message.recall-invitation.subject": "Mời bạn hiến máu lần nữa: {drive}, ngày {day}",
  "message.recall-invitation.body": `Chào {name},

{unit} mời bạn hiến máu lần nữa ở {drive}:
- Giờ gợi ý: {time}, ngày {day}
- Nơi: {place}

Theo ngày công đoàn biết thì đến hôm đó bạn đã qua 12 tuần kể từ lần hiến gần nhất. Muốn tham gia, xin mở liên kết của riêng bạn để nhận chỗ hoặc chọn giờ khác:
{link}

Hiến máu là tự nguyện. Không tham gia thì không cần trả lời. Ở cuối trang có nút để không nhận lời mời nữa.`,
  "message.place-reminder.subject": "Hẹn gặp bạn: {time}, ngày {day}, {drive}",
  "message.place-reminder.body": `Chào {name},

{kind, select, eve {Ngày mai} other {Ngày kia}} là ngày bạn hẹn hiến máu:
- Giờ: {time}, ngày {day}
- Nơi: {place}

Xin mang căn cước công dân hoặc giấy tờ có ảnh. Ngủ đủ, ăn nhẹ, uống đủ nước, không uống rượu, bia. Đang dùng thuốc thì cứ dùng như thường và nói với bác sĩ khi khám.
{link, select, none {} other {
Phiếu hẹn của bạn, cũng là nơi đổi giờ hay trả chỗ:
{link}
}}
Bạn nhận thư này vì đã đồng ý được nhắc.`,
  "message.thanks.subject": "Cảm ơn bạn đã hiến máu ngày {day}",
  "message.thanks.body": `{name} thân mến,

Công đoàn cảm ơn bạn đã hiến máu ở {drive}, ngày {day}. Thư cảm ơn, lời khuyên giữ sức khỏe và ngày có thể hiến lần sau ở trang của riêng bạn:
{link}

Liên kết này là của riêng bạn, xin đừng chuyển cho người khác.`,
} as const;
