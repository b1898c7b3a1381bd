// Words of the screens of asking again and thanking.
export const vi = {
  "recall.title": "Mời hiến lại",
  "recall.lead": "Mời những người của công đoàn đã từng hiến, đã đủ ngày và đã đồng ý nhận lời mời.",
  "recall.closed":
    "Đợt này không còn nhận lời mời nữa. Khi có đợt mới mở nhận đăng ký, bạn mời ở trang của đợt ấy.",
  "recall.due": "{due, number} người có thể mời lại",
  "recall.due-few": "Dưới 5 người có thể mời lại",
  "recall.due-who":
    "Là người đã hiến trước đây, đến ngày hiến đã đủ {days} ngày và đúng tuổi (khoản {clause} Thông tư {instrument}), đã đồng ý nhận lời mời, chưa có chỗ ở đợt này, và {rest} ngày qua chưa được mời đợt nào.",
  "recall.due-why":
    "Chương trình chỉ cho biết số người, và chỉ từ 5 người trở lên: ai chưa được mời, vì sao, không ai thấy được. Bác sĩ khám và quyết định trong ngày.",
  "recall.room": "Còn {room, number} chỗ để gợi ý.",
  "recall.no-room": "Các khung giờ đã hết chỗ hoặc đang chờ người được mời trả lời.",
  "recall.wanted": "Mời bao nhiêu người",
  "recall.per-wave": "Mỗi lượt nhiều nhất",
  "recall.per-wave-note":
    "Lượt sau chỉ đi khi mọi người lượt trước đã nhận chỗ, hoặc sau {days} ngày. Hết chỗ thì thôi.",
  "recall.wrong-number": "Nhập một số từ {min, number} đến {max, number}.",
  "recall.send": "Mời, nhiều nhất {people, number} người",
  "recall.send-note":
    "Người gần nơi tổ chức được mời trước, rồi đến người lâu chưa hiến nhất. Thư điện tử đi từ 7 giờ đến 21 giờ; ai không có thư điện tử thì hiện ở danh sách gọi điện bên dưới.",
  "recall.sent": "Đã bắt đầu mời. Số người và các lượt hiện bên dưới.",

  "recall.picture": "Lượt tới gợi ý giờ nào",
  "recall.picture-note":
    "Mỗi lời mời gợi ý một giờ đang vắng, để ngày hiến máu đông đều. Người được mời vẫn chọn giờ khác được.",
  "recall.part.taken": "đã có người",
  "recall.part.asked": "đang chờ trả lời",
  "recall.part.proposed": "sẽ gợi ý",
  "recall.part.free": "còn trống",
  "recall.col.time": "Giờ",
  "recall.col.picture": "Trước và sau lượt mời",
  "recall.col.taken": "Đã có",
  "recall.col.asked": "Đang chờ",
  "recall.col.proposed": "Sẽ gợi ý",
  "recall.col.capacity": "Số chỗ",
  "recall.bar":
    "{time}: {taken, number} chỗ đã có người, {asked, number} đang chờ trả lời, sẽ gợi ý thêm {proposed, number}, trên {capacity, number} chỗ",

  "recall.rounds": "Các lần mời",
  "recall.round.wanted": "Mời {wanted, number} người, ngày {day}",
  "recall.round.state.running": "đang mời",
  "recall.round.state.ended": "đã xong",
  "recall.round.sent": "Đã mời {sent, number} người; {came, number} người nay đã có chỗ.",
  "recall.round.sent-few": "Đã mời dưới 5 người.",
  "recall.round.next": "Lượt sau không sớm hơn {time}, ngày {day}.",
  "recall.round.morning": "Lượt đầu đi lúc 7 giờ sáng.",
  "recall.round.reason.reached": "Đã mời đủ số người.",
  "recall.round.reason.full": "Dừng vì các khung giờ đã hết chỗ.",
  "recall.round.reason.nobody-left": "Dừng vì không còn ai để mời.",
  "recall.round.reason.drive-over": "Dừng vì đợt đã đến ngày hoặc không diễn ra.",
  "recall.round.reason.stopped": "Cán bộ đã dừng.",
  "recall.wave": "Lượt {no}: {time}, ngày {day}, {sent, number} người",
  "recall.wave-few": "Lượt {no}: {time}, ngày {day}, dưới 5 người",
  "recall.stop": "Dừng, không mời thêm",
  "recall.stopped": "Đã dừng. Ai đã được mời vẫn nhận chỗ được.",

  "recall.calls": "Cần gọi điện hoặc nhắn Zalo",
  "recall.calls-lead":
    "Người của công đoàn đã đồng ý nhận lời mời mà không có thư điện tử. Mỗi người một liên kết riêng, xin gửi đúng người. Ai đã nhận chỗ, đã được báo hoặc hết hạn mời thì không còn ở đây.",
  "recall.calls-empty-title": "Không phải gọi cho ai",
  "recall.calls-empty": "Người có thư điện tử được chương trình gửi thư.",
  "recall.call.suggested": "gợi ý {time}",
  "recall.call.phone": "Gọi {phone}",
  "recall.call.no-phone": "không có số điện thoại",
  "recall.call.told": "Đã báo",
  "recall.call.told-of": "Đã báo cho {name}",
  "recall.call.told-done": "Đã đưa {name} ra khỏi danh sách.",

  "recall.thanks-title": "Thư cảm ơn",
  "recall.thanks-lead":
    "Sau khi khóa sổ, ai đã hiến và có thư điện tử thì tự nhận được lời cảm ơn. Thư in dưới đây để trao tận tay.",
  "recall.thanks-count": "{letters, number} người của công đoàn đã hiến ở đợt này.",
  "recall.thanks-print": "In thư cảm ơn (PDF)",
  "recall.thanks-print-part": "In phần {part} trên {parts} (PDF)",
  "recall.thanks-none-title": "Chưa có thư để in",
  "recall.thanks-none": "Đợt này chưa khóa sổ, hoặc chưa có người hiến nào được ghi cho công đoàn.",
  "recall.thanks-note":
    "Thư cảm ơn là của công đoàn, không thay Giấy chứng nhận hiến máu tình nguyện. Trao riêng từng người, đừng đọc danh sách trước đám đông: ai không có thư không phải giải thích.",
} as const;
