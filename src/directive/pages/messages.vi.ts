// Words of the open page behind a poster's QR code, and of the kit's problems.
export const vi = {
  "problem.kit-moved-on":
    "Người khác vừa đăng bản số {version, number} của bộ tài liệu. Tải lại bản đó, sửa tiếp rồi đăng lại.",
  "problem.too-many-files":
    "Mỗi việc giữ được tối đa {most, number} tệp minh chứng. Bỏ bớt một tệp rồi thêm tệp khác.",

  "directive.page.product": "Giọt Hồng",
  "directive.page.demo": "DỮ LIỆU MẪU",
  "directive.page.when": "Khi nào",
  "directive.page.where": "Ở đâu",
  "directive.page.key": "Điều cần biết",
  "directive.page.questions": "Hỏi và đáp",
  "directive.page.more-questions":
    "Còn {count, number} câu hỏi nữa. Hãy hỏi cán bộ công đoàn để được trả lời.",
  "directive.page.loudspeaker": "Bài đọc loa",
  "directive.page.loudspeaker-lead": "Để đọc trên loa của thôn, bản hoặc trong cuộc họp.",
  "directive.page.language.vi": "Tiếng Việt",
  "directive.page.language.thai": "Tiếng Thái",
  "directive.page.language.mong": "Tiếng Mông",
  "directive.page.join": "Xem ngày, giờ và đăng ký hiến máu",
  "directive.page.free": "Hiến máu là tự nguyện. Ai hiến được, bác sĩ khám và quyết định tại điểm hiến máu.",
  "directive.page.version": "Bản số {version, number}, đăng ngày {day}.",
  "directive.page.withdrawn-title": "Bộ tài liệu đã được thu hồi",
  "directive.page.withdrawn":
    "{unit} đã thu hồi văn bản của chương trình “{campaign}”, nên tài liệu tuyên truyền ở đây không còn dùng nữa.",
  "directive.page.withdrawn-what":
    "Nếu thấy áp phích còn treo, hãy báo cho công đoàn nơi treo gỡ xuống. Muốn biết đợt hiến máu mới, hãy hỏi công đoàn cơ sở.",
  "directive.page.unknown-title": "Không tìm thấy trang này",
  "directive.page.unknown": "Địa chỉ này không có tài liệu nào. Có thể mã bị gõ thiếu hoặc nhầm một chữ.",
  "directive.page.unknown-what":
    "Hãy quét lại mã trên áp phích. Mã có 8 chữ và số, không có số 0, số 1 và các chữ i, l, o.",
} as const;
