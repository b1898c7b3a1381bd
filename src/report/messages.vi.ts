// Words of reports in Vietnamese: refusals, and the quick figure that is pasted into Zalo groups.
export const vi = {
  "problem.drive-not-closed":
    "Cơ sở y tế chưa chốt số liệu của đợt này nên chưa lập báo cáo được. Hãy thử lại sau khi đợt hiến máu đã chốt.",
  "problem.owes-no-report":
    "Công đoàn không có người đăng ký hay hiến máu ở đợt này nên không phải báo cáo. Nếu chưa đúng, hãy hỏi công đoàn cấp trên.",
  "problem.report-not-open":
    "Báo cáo đã gửi nên không sửa được nữa. Nếu cần sửa, hãy đề nghị công đoàn cấp trên trả lại báo cáo.",
  "problem.report-not-submitted":
    "Báo cáo chưa được gửi lên, hoặc đã có người duyệt hay trả lại. Hãy tải lại trang để xem tình trạng mới nhất.",
  "problem.report-frozen":
    "Báo cáo đã duyệt không bao giờ thay đổi. Nếu số liệu có sai sót, hãy lập báo cáo điều chỉnh.",

  "problem.not-nil":
    "Số liệu của đợt này không phải là 0, hoặc công đoàn cấp dưới chưa báo cáo. Hãy mở báo cáo, xem số liệu rồi gửi.",
  "problem.period-not-over": "Kỳ báo cáo chưa kết thúc. Hãy lưu nhận xét, đến ngày cuối kỳ mới gửi báo cáo.",
  "problem.no-such-period": "Không có kỳ báo cáo này. Hãy chọn kỳ trong danh sách ở trang Báo cáo.",
  "problem.nothing-to-report":
    "Trong kỳ này không có đợt hiến máu đã khóa sổ nào có người của công đoàn, nên không phải báo cáo.",
  "problem.nothing-to-adjust": "Số liệu vẫn đúng như báo cáo đã duyệt nên không có gì để điều chỉnh.",

  "report.sheet.name": "Nộp báo cáo",
  "report.sheet.title": "TÌNH HÌNH NỘP BÁO CÁO ĐỢT HIẾN MÁU",
  "report.sheet.of": "{unit}, {over}, tính đến ngày {day}",
  "report.sheet.span": "các đợt từ {from} đến {until}",
  "report.sheet.demo": "DỮ LIỆU MẪU",
  "report.sheet.unit": "Công đoàn",
  "report.sheet.owed": "Phải gửi",
  "report.sheet.sent": "Đã gửi",
  "report.sheet.on-time": "Đúng hạn",
  "report.sheet.days-late": "Số ngày trễ",
  "report.sheet.returned": "Bị trả lại",
  "report.sheet.total": "Cộng",

  "report.quick.title": "SỐ LIỆU NHANH đợt hiến máu ngày {day} ({drive})\n{unit}:",
  "report.quick.registered": "- Đăng ký: {people, number} người",
  "report.quick.donated": "- Đã hiến: {people, number} người, {units, number} đơn vị máu ({ml, number} ml)",
  "report.quick.event":
    "Toàn đợt, gồm cả người ngoài công đoàn: {people, number} người hiến, {units, number} đơn vị máu ({ml, number} ml); không cộng vào số của công đoàn.",
  "report.quick.not-official": "Số liệu nhanh, chưa phải báo cáo chính thức.",
  "report.quick.not-closed":
    "Đợt hiến máu ngày {day} ({drive}): cơ sở y tế chưa chốt số liệu. {unit} sẽ thông báo sau khi có kết quả.",
  "report.quick.cancelled": "Đợt hiến máu ngày {day} ({drive}) đã hủy. {unit} sẽ thông báo khi có lịch mới.",
} as const;
