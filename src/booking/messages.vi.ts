// Words of places and of the member's page.
export const vi = {
  "problem.not-approved":
    "Kế hoạch của đợt này chưa được duyệt. Nhờ người ký của công đoàn chủ trì duyệt, rồi mở nhận đăng ký.",
  "problem.not-planned": "Ngày hiến máu này đã mở hoặc đã kết thúc. Hãy tải lại trang để xem tình trạng mới.",
  "problem.reserve-below-used":
    "{used, plural, other {Đã có {used, number} người}} vào phần chỗ này. Hãy để dành ít nhất bằng số đó.",
  "problem.reserve-released":
    "Phần chỗ này đã hết hạn giữ, chỗ trống đã trả cho mọi người. Nếu cần, hãy giữ một phần mới.",
  "problem.reserve-taken": "Công đoàn này đã có phần chỗ ở khung giờ đó. Hãy sửa phần đang có.",
  "problem.cut-off-too-late": "Hạn giữ phải trước lúc khung giờ bắt đầu. Hãy chọn hạn sớm hơn.",
  "problem.unit-not-taking-part": "Công đoàn này không thuộc chiến dịch của đợt. Hãy chọn công đoàn khác.",
  "problem.slot-below-booked":
    "Số chỗ ít hơn số đã đặt, để dành và dành cho người đến trực tiếp cộng lại. Hãy tăng lên, hoặc trả bớt phần để dành trước.",
  "problem.already-waiting": "Người này đã ở trong danh sách chờ của đợt. Hãy xem lại danh sách chờ.",
  "problem.places-free": "Vẫn còn chỗ cho người này. Hãy giữ chỗ luôn, không cần chờ.",
  "problem.file-missing": "Chưa thấy bản chụp danh sách. Hãy gửi bản chụp lên trước rồi đính kèm.",
  "problem.nothing-to-confirm":
    "Những chỗ này không còn được giữ. Hãy tải lại trang, giữ chỗ lại rồi đính kèm danh sách.",
  "problem.same-day-and-place": "Ngày, giờ và nơi vẫn như cũ. Hãy đổi ít nhất một trong ba.",
  "problem.day-past": "Giờ mới đã qua. Hãy chọn ngày giờ sắp tới.",
  "problem.not-an-instead":
    "Đợt thay thế phải cùng chiến dịch và đang mở đăng ký. Hãy chọn đợt khác, hoặc để trống.",
  "problem.not-swappable":
    "Hai chỗ này không đổi cho nhau được. Hãy chọn hai người đang có chỗ ở hai khung giờ của cùng một đợt.",
  "problem.not-the-day": "Người đến trực tiếp chỉ ghi vào đúng ngày hiến máu. Trước ngày đó, hãy giữ chỗ.",
  "problem.slot-full": "Khung giờ này vừa hết chỗ. Hãy chọn khung giờ khác.",
  "problem.already-booked": "Người này đã có chỗ trong ngày hiến máu. Hãy xem lại danh sách.",
  "problem.drive-not-open": "Ngày hiến máu chưa mở, đã kết thúc hoặc đã đến giờ, nên không đổi chỗ được nữa.",
  "problem.person-not-of-unit":
    "Người này không thuộc công đoàn của bạn hôm nay. Hãy thêm vào danh sách công đoàn trước.",
  "problem.too-young": "Người này chưa đủ 18 tuổi vào ngày hiến máu; đủ tuổi từ {day}.",
  "problem.too-old": "Người này đã quá tuổi hiến máu. Hãy cảm ơn và mời tham gia việc khác của đợt vận động.",
  "problem.too-soon":
    "Lần hiến máu gần nhất chưa đủ 12 tuần. Có thể giữ chỗ ở một ngày hiến máu từ {day} trở đi.",

  "booking.kept.place": "Chỗ ở đợt hiến máu",
  "booking.kept.place-line":
    "{drive}, {time} ngày {day}, ghi nhận cho {unit} · {state, select, held {đang giữ} confirmed {đã xác nhận} other {đã trả}}",
  "booking.kept.waiting": "Danh sách chờ",
  "booking.kept.waiting-line": "{drive}, ngày {day}",

  "booking.zalo-text":
    "Công đoàn mời bạn tham gia {drive}: {time} ngày {day}, tại {place}. Mở liên kết sau để trả lời có hay không: {link}",

  "booking.invite-text":
    "Công đoàn mời bạn và người thân tham gia {campaign}. Xem có hiến được không, khi nào, ở đâu và đăng ký tại: {link}",

  "booking.page.ask-title": "Mời bạn hiến máu",
  "booking.page.ask-lead": "Chào {name}. {unit} giữ cho bạn một chỗ. Bạn muốn tham gia không?",
  "booking.page.when": "Giờ",
  "booking.page.when-text": "{time}, ngày {day}",
  "booking.page.where": "Nơi",
  "booking.page.what": "Đợt",
  "booking.page.unit": "Công đoàn",
  "booking.page.name": "Họ tên",
  "booking.page.held-until": "Chỗ được giữ đến {time}, ngày {day}.",
  "booking.page.why-title": "Chúng tôi hỏi gì, để làm gì?",
  "booking.page.why-kept":
    "Nếu bạn tham gia, công đoàn giữ họ tên, công đoàn của bạn và khung giờ này, để xếp chỗ và gửi danh sách cho cơ sở y tế của ngày hiến máu.",
  "booking.page.why-result":
    "Sau ngày hiến máu, công đoàn chỉ biết bạn đã hiến bao nhiêu ml hoặc không hiến đợt này. Câu trả lời về sức khỏe, kết quả khám và xét nghiệm ở lại cơ sở y tế.",
  "booking.page.why-free":
    "Hiến máu là tự nguyện. Không tham gia thì không cần nêu lý do; với cán bộ công đoàn, từ chối trông giống hệt chưa trả lời. Đã đồng ý rồi vẫn rút lại được bằng chính liên kết này.",
  "booking.page.doctor": "Bạn có hiến được hay không là do bác sĩ quyết định trong ngày, sau khi khám.",
  "booking.page.consent": "Tôi đồng ý cho công đoàn dùng những thông tin trên để tôi tham gia đợt này.",
  "booking.page.consent-missing": "Để tham gia, bạn cần tự tay đánh dấu vào ô đồng ý.",
  "booking.page.confirm": "Tôi xác nhận tham gia",
  "booking.page.release": "Tôi không tham gia đợt này",
  "booking.page.ticket-title": "Hẹn gặp bạn!",
  "booking.page.bring-title": "Trước khi đến",
  "booking.page.bring-papers": "Mang căn cước công dân hoặc giấy tờ có ảnh.",
  "booking.page.bring-food": "Ăn nhẹ, uống đủ nước, ngủ đủ; không uống rượu, bia.",
  "booking.page.bring-medicine": "Nếu đang dùng thuốc, cứ dùng như thường và nói với bác sĩ khi khám.",
  "booking.page.changed-title": "Bạn đổi ý?",
  "booking.page.changed":
    "Không cần nêu lý do. Tên bạn được lấy khỏi danh sách gửi cơ sở y tế, còn cán bộ công đoàn không thấy gì khác.",
  "booking.page.withdraw": "Tôi không tham gia nữa",
  "booking.page.thanks-title": "Cảm ơn bạn đã trả lời",
  "booking.page.thanks-lead":
    "Bạn không cần làm gì thêm. Cán bộ công đoàn không thấy câu trả lời này; vì vậy mở lại liên kết, trang vẫn hiện như trước.",
  "booking.page.again-title": "Nếu bạn đổi ý và muốn tham gia",
  "booking.page.gone-title": "Liên kết này không mở được",
  "booking.page.gone-lead":
    "Có thể liên kết bị chép thiếu, đã hết hạn, hoặc công đoàn đã gửi cho bạn liên kết mới hơn.",
  "booking.page.gone-what":
    "Hãy mở lại từ tin nhắn mới nhất, hoặc nhờ cán bộ công đoàn gửi liên kết mới. Bạn không phải làm gì nếu không muốn tham gia.",
} as const;
