// Words of the document capability in Vietnamese: kinds, duties, groups, and what the reader warns of.
export const vi = {
  "document.kind.cong-van": "Công văn",
  "document.kind.ke-hoach": "Kế hoạch",
  "document.kind.bao-cao": "Báo cáo",
  "document.kind.huong-dan": "Hướng dẫn",
  "document.kind.giay-moi": "Giấy mời",
  "document.kind.quyet-dinh": "Quyết định",
  "document.kind.to-trinh": "Tờ trình",
  "document.kind.thong-bao": "Thông báo",
  "document.kind.khac": "Văn bản khác",

  "document.duty.disseminate": "Quán triệt, tuyên truyền",
  "document.duty.mobilise": "Vận động hiến máu",
  "document.duty.meet-target": "Hoàn thành chỉ tiêu",
  "document.duty.coordinate": "Phối hợp với Hội Chữ thập đỏ, cơ sở y tế",
  "document.duty.epidemic-safety": "Phòng, chống dịch",
  "document.duty.invite-others": "Mời đồng nghiệp, người thân cùng hiến máu",
  "document.duty.regular-donation": "Hiến máu định kỳ",
  "document.duty.healthy-living": "Rèn luyện sức khỏe, sống lành mạnh",
  "document.duty.register-list": "Lập danh sách đăng ký",
  "document.duty.report-after-drive": "Báo cáo sau đợt hiến máu",
  "document.duty.attend": "Tham dự",

  "document.role.act": "Để thực hiện",
  "document.role.know": "Để biết",
  "document.role.report": "Để báo cáo",
  "document.role.archive": "Lưu",

  "document.measure.blood-units": "đơn vị máu",
  "document.measure.registrations": "người đăng ký",

  "document.when.after-each-drive": "Sau mỗi đợt hiến máu",
  "document.when.after-drive": "Sau đợt hiến máu",
  "document.when.after-campaign": "Khi kết thúc chương trình",
  "document.when.monthly": "Hằng tháng",
  "document.when.quarterly": "Hằng quý",
  "document.when.by-date": "Trước ngày ghi trong văn bản",

  "document.warning.kind-missing": "Không nhận ra loại văn bản.",
  "document.warning.number-blank": "Văn bản chưa ghi số. Hãy điền số khi văn thư đã cấp.",
  "document.warning.number-missing": "Không tìm thấy số của văn bản. Hãy điền theo bản gốc.",
  "document.warning.number-high-for-date":
    "Số {number} là quá lớn so với ngày {day} (mới là ngày thứ {dayOfYear} trong năm). Có thể sổ công văn không đánh số lại từ đầu mỗi năm, hoặc số hay ngày bị ghi sai. Hãy đối chiếu với bản gốc.",
  "document.warning.notation-missing": "Không tìm thấy ký hiệu của văn bản (phần sau số).",
  "document.warning.place-missing": "Không tìm thấy địa danh ban hành.",
  "document.warning.issued-on-blank": "Văn bản chưa ghi đủ ngày, tháng, năm ban hành.",
  "document.warning.issued-on-missing": "Không tìm thấy ngày ban hành.",
  "document.warning.issued-on-impossible":
    "Ngày ban hành “{found}” không có trong lịch. Hãy đối chiếu với bản gốc.",
  "document.warning.subject-missing": "Không tìm thấy trích yếu (V/v).",
  "document.warning.kind-disagrees":
    "Tên loại văn bản và ký hiệu {notation} không khớp nhau. Đã lấy theo tên loại.",
  "document.warning.issuer-missing": "Không tìm thấy cơ quan ban hành.",
  "document.warning.issuer-from-body":
    "Văn bản bị mất phần tên cơ quan ở đầu trang. Tên “{name}” được đọc từ nội dung; hãy kiểm tra lại.",
  "document.warning.superior-missing": "Không tìm thấy tên cơ quan cấp trên ở đầu trang.",
  "document.warning.addressees-missing": "Không tìm thấy nơi gửi đến (Kính gửi).",
  "document.warning.addressee-group-unknown": "Chưa rõ “{text}” là những đơn vị nào. Hãy chọn đơn vị nhận.",
  "document.warning.bases-missing": "Không tìm thấy căn cứ của văn bản.",
  "document.warning.base-incomplete": "Căn cứ “{text}” thiếu số hoặc ngày.",
  "document.warning.instructions-missing": "Không tìm thấy nội dung giao việc.",
  "document.warning.paragraph-unclear":
    "Chưa rõ chỗ ngắt đoạn: nội dung này có thể là hai nội dung. Hãy đối chiếu với bản gốc.",
  "document.warning.report-duty-missing":
    "Văn bản không nói khi nào và báo cáo về đâu. Hãy đặt hạn báo cáo nếu cần.",
  "document.warning.report-duty-incomplete":
    "Văn bản có yêu cầu báo cáo nhưng không rõ thời hạn hoặc nơi nhận báo cáo.",
  "document.warning.report-date-without-year": "Hạn báo cáo “{found}” không ghi năm. Hãy điền ngày đầy đủ.",
  "document.warning.due-day-without-year":
    "Thời hạn “{found}” không ghi năm, mà văn bản chưa có ngày ban hành. Hãy điền ngày đầy đủ.",
  "document.warning.due-day-past":
    "Thời hạn {day} sớm hơn ngày ban hành {issuedOn}. Hãy đối chiếu với bản gốc.",
  "document.warning.due-day-unclear":
    "Nội dung này ghi nhiều ngày ({found}) và chưa rõ ngày nào là thời hạn. Hãy chọn thời hạn.",
  "document.warning.targets-missing":
    "Văn bản nhắc đến chỉ tiêu nhưng không ghi con số; chỉ tiêu có thể nằm ở văn bản căn cứ.",
  "document.warning.targets-total-differs":
    "Tổng ghi trong văn bản là {stated}, nhưng cộng các đơn vị được {sum}. Hãy đối chiếu với bản gốc.",
  "document.warning.target-columns-unclear":
    "Bảng có nhiều cột số mà không rõ cột nào là chỉ tiêu. Hãy nhập chỉ tiêu bằng tay.",
  "document.warning.target-unit-missing": "Chỉ tiêu {value} không ghi là của công đoàn nào.",
  "document.warning.target-measure-missing": "Chỉ tiêu {value} không ghi là đơn vị máu hay người đăng ký.",
  "document.warning.recipients-missing": "Không tìm thấy Nơi nhận.",
  "document.warning.signature-missing": "Không tìm thấy quyền hạn, chức vụ của người ký.",
  "document.warning.signer-missing": "Không tìm thấy họ tên người ký.",

  "document.not-a-letter.empty": "Chưa có nội dung nào. Hãy dán hoặc tải văn bản lên.",
  "document.not-a-letter.too-long": "Nội dung quá dài, không giống một văn bản. Hãy chỉ dán phần văn bản.",
  "document.not-a-letter.not-text":
    "Tệp này không phải văn bản chữ. Hãy sao chép chữ trong văn bản rồi dán vào.",
  "document.not-a-letter.not-a-letter":
    "Không nhận ra đây là văn bản hành chính: không thấy số, trích yếu, Kính gửi hay Nơi nhận.",

  "document.open.empty": "Tệp không có chữ nào. Hãy chọn tệp chứa nội dung văn bản.",
  "document.open.too-large": "Tệp quá lớn. Hãy gửi bản Word (.docx) hoặc PDF có lớp chữ của văn bản.",
  "document.open.not-text":
    "Tệp này không phải văn bản chữ Unicode. Hãy mở tệp và lưu lại thành .docx hoặc PDF.",
  "document.open.unknown-form":
    "Chưa đọc được dạng tệp này (như .doc, .rtf, .xlsx). Hãy mở tệp và lưu lại thành .docx hoặc PDF.",
  "document.open.encrypted": "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.",
  "document.open.damaged": "Tệp hỏng hoặc chưa tải về đủ. Hãy tải lại, hoặc mở tệp và lưu thành một tệp mới.",
  "document.open.too-much-inside":
    "Bên trong tệp có quá nhiều nội dung, không giống một văn bản. Hãy lưu riêng văn bản cần đọc.",
  "document.open.no-text-layer":
    "Tệp chỉ có ảnh chụp hoặc bản quét, không có lớp chữ. Hãy xin bản .docx, hoặc gõ lại nội dung rồi dán vào.",
  "document.open.took-too-long": "Đọc tệp mất quá nhiều thời gian. Hãy mở tệp, chép phần chữ rồi dán vào.",

  "problem.letter-not-read": "{why}",
  "problem.file-form":
    "Không giữ được tệp này. Hãy dùng PDF, Word (.docx), ảnh JPEG hoặc PNG, hay văn bản chữ; ảnh làm minh chứng là JPEG, PNG hoặc PDF.",
  "problem.files-full":
    "Các tệp của đơn vị trong năm nay đã gần {megabytes, number} MB, không giữ thêm tệp này được. Hãy dùng bản nhỏ hơn (PDF nén, ảnh thu nhỏ).",
  "problem.series-backwards":
    "Sổ này đã cấp đến số {last, number}. Hãy nhập một số không nhỏ hơn, để không có hai văn bản trùng số.",
  "problem.number-taken":
    "Số {number, number}/{notation} đã cấp cho văn bản khác của công đoàn mình trong cùng kỳ đánh số. Sửa số trên văn bản, hoặc để trống để chương trình cấp số tiếp theo.",
  "problem.term-missing": "Sổ đánh số theo nhiệm kỳ cần tên nhiệm kỳ, ví dụ 2018-2023. Hãy nhập rồi lưu lại.",

  "document.print.sample": "DỮ LIỆU MẪU",
  "document.print.when": "Khi nào",
  "document.print.where": "Ở đâu",
  "document.print.scan": "Quét mã để xem thêm",
  "document.print.call": "Quét mã để biết ai có thể hiến máu và chuẩn bị thế nào",
  "document.print.tasks": "VIỆC CẦN LÀM",
  "document.print.tasks-lead": "Làm xong việc nào, đánh dấu vào ô và ghi kết quả bên dưới việc đó.",
  "document.print.no-tasks": "Hiện không có việc nào.",
  "document.print.printed-on": "In ngày {day}",
  "document.print.number-and-day": "Số {number} ngày {day}",
  "document.print.number": "Số {number}",
  "document.print.day": "Ngày {day}",
  "document.print.ordinal": "STT",
  "document.print.sentence": "Việc phải làm (lời văn bản)",
  "document.print.due": "Hạn, tình trạng",
  "document.print.no-due": "không định ngày",
  "document.print.state-open": "chưa xong",
  "document.print.state-late": "trễ hạn",
  "document.print.state-settled": "đã xong",
  "document.print.done": "Xong",
  "document.print.result": "Kết quả, ghi chú:",
  "document.print.contact": "Cần hỏi, xin liên hệ:",
  "document.print.signature": "Người phụ trách",
  "document.print.signature-how": "(ký, ghi rõ họ tên)",
  "document.print.page": "Trang {page}/{pages}",
} as const;
