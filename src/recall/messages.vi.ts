// Words of asking again, of thanks, and of tips; and of the pages behind personal links.
export const vi = {
  "problem.already-inviting":
    "Công đoàn đang có một lượt mời cho đợt này. Chờ lượt ấy xong, hoặc dừng nó rồi mời lại.",
  "problem.no-room": "Đợt này đã hết chỗ, nên chưa mời thêm ai. Khi có chỗ trống hãy mời lại.",
  "problem.drive-too-near":
    "Đợt này diễn ra hôm nay hoặc đã qua, nên không gửi lời mời nữa. Hãy chọn một đợt sắp tới.",
  "problem.no-letters": "Đợt này chưa có người hiến nào của công đoàn để in thư cảm ơn.",

  "recall.zalo-text":
    "Công đoàn mời bạn hiến máu lần nữa: {drive}, gợi ý đến lúc {time} ngày {day}, tại {place}. Mở liên kết của riêng bạn để chọn giờ: {link}",
  "recall.zalo-no-link":
    "Công đoàn mời bạn hiến máu lần nữa: {drive}, gợi ý đến lúc {time} ngày {day}, tại {place}. Muốn tham gia, bạn nhắn lại để công đoàn giữ chỗ.",

  "recall.page.demo": "DỮ LIỆU MẪU",
  "recall.page.product": "Giọt Hồng",
  "recall.page.title": "Mời bạn hiến máu lần nữa",
  "recall.page.lead":
    "Chào {name}. Theo ngày công đoàn biết, đến {day} đã qua {days} ngày kể từ lần hiến gần nhất của bạn (khoản {clause} Thông tư {instrument}).",
  "recall.page.doctor": "Bạn có hiến được hay không là do bác sĩ quyết định trong ngày, sau khi khám.",
  "recall.page.what": "Đợt",
  "recall.page.when": "Ngày",
  "recall.page.where": "Nơi",
  "recall.page.host": "Công đoàn chủ trì",
  "recall.page.time": "Bạn đến lúc mấy giờ?",
  "recall.page.proposed": "giờ gợi ý, đang vắng",
  "recall.page.free": "còn {free} chỗ",
  "recall.page.full-now": "Khung giờ vừa chọn đã hết chỗ. Hãy chọn giờ khác.",
  "recall.page.no-slot": "Các khung giờ đều đã hết chỗ. Cảm ơn bạn; công đoàn sẽ mời bạn ở đợt sau.",
  "recall.page.consent":
    "Tôi đồng ý cho công đoàn dùng họ tên và khung giờ tôi chọn để tôi tham gia đợt này.",
  "recall.page.reminder": "Nhắc tôi trước ngày hiến máu (không bắt buộc).",
  "recall.page.consent-missing": "Để nhận chỗ, bạn cần tự tay đánh dấu vào ô đồng ý thứ nhất.",
  "recall.page.take": "Tôi nhận chỗ này",
  "recall.page.free-will":
    "Hiến máu là tự nguyện. Không tham gia thì không phải trả lời; cán bộ công đoàn không biết bạn có mở trang này hay không.",
  "recall.page.no-more-title": "Không muốn được mời nữa?",
  "recall.page.no-more-lead":
    "Bấm nút dưới đây, công đoàn không gửi lời mời cho bạn nữa. Cán bộ không được báo và không thấy việc này.",
  "recall.page.no-more": "Đừng mời tôi nữa",
  "recall.page.no-more-done-title": "Đã ghi nhận",
  "recall.page.no-more-done":
    "Công đoàn không gửi lời mời cho bạn nữa. Chỗ bạn đang có, nếu có, vẫn giữ nguyên.",
  "recall.page.placed-title": "Bạn đã có chỗ",
  "recall.page.placed": "{time}, ngày {day}, tại {place}.",
  "recall.page.ticket": "Mở phiếu hẹn của tôi",
  "recall.page.ticket-lost": "Phiếu hẹn ở liên kết trong tin nhắn gần nhất của bạn.",
  "recall.page.refused-title": "Chưa nhận chỗ được",
  "recall.page.refused.drive-not-open": "Đợt này không nhận đăng ký nữa.",
  "recall.page.refused.too-soon":
    "Theo ngày công đoàn biết, lần hiến gần nhất chưa đủ 12 tuần. Mời bạn ở một đợt sau.",
  "recall.page.refused.age":
    "Theo ngày sinh công đoàn biết, bạn không ở tuổi hiến máu vào ngày này. Cảm ơn tấm lòng của bạn.",
  "recall.page.refused.other":
    "Bạn đang có chỗ hoặc đang chờ chỗ ở đợt này rồi. Hãy mở liên kết trong tin nhắn gần nhất.",
  "recall.page.gone-title": "Lời mời này không mở được",
  "recall.page.gone":
    "Có thể liên kết bị chép thiếu, đợt hiến máu đã đổi hoặc đã qua. Bạn không phải làm gì; lần sau công đoàn sẽ mời lại.",

  "recall.thanks.title": "Cảm ơn bạn",
  "recall.thanks.lead": "{name} thân mến, {unit} cảm ơn bạn đã hiến {ml} ml máu ngày {day} tại {place}.",
  "recall.thanks.meaning": "Mỗi giọt máu cho đi là thêm một cơ hội cho người bệnh.",
  "recall.thanks.again":
    "Có thể hiến máu toàn phần lần nữa từ ngày {day} (đủ {days} ngày, khoản {clause} Thông tư {instrument}). Khi đó bác sĩ khám và quyết định.",
  "recall.thanks.letter": "Tải thư cảm ơn (PDF)",
  "recall.thanks.not-certificate":
    "Thư này là lời cảm ơn của công đoàn, không thay Giấy chứng nhận hiến máu tình nguyện do cơ sở y tế cấp.",
  "recall.thanks.gone-title": "Trang này không mở được",
  "recall.thanks.gone":
    "Có thể liên kết bị chép thiếu hoặc không còn dùng. Hãy mở lại từ tin nhắn của công đoàn.",
  "recall.thanks.print-unit": "BAN CHẤP HÀNH",
  "recall.thanks.print-title": "Thư cảm ơn",
  "recall.thanks.print-dear": "Kính gửi: {name}",
  "recall.thanks.print-body":
    "{unit} trân trọng cảm ơn anh/chị đã hiến {ml} ml máu tình nguyện trong {drive}, ngày {day}, tại {place}.",
  "recall.thanks.print-wish":
    "Kính chúc anh/chị và gia đình mạnh khỏe, và mong được gặp lại anh/chị ở những đợt hiến máu sau.",
  "recall.thanks.print-sign": "TM. BAN CHẤP HÀNH",

  "recall.held.invited": "Được mời hiến lại",
  "recall.held.thanked": "Được cảm ơn",
  "recall.held.reminded": "Được nhắc lịch hẹn",
  "recall.held.at": "{drive}, ngày {day}",
} as const;
