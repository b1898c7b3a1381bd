// Words of moving and cancelling a drive, and of what became of one.
export const vi = {
  "booking.change.link": "Dời ngày hoặc hủy đợt",
  "booking.change.title": "Dời hoặc hủy đợt",
  "booking.change.what": "Việc cần làm với đợt này",
  "booking.change.move": "Dời",
  "booking.change.cancel": "Hủy",
  "booking.change.none":
    "Đợt này không dời, không hủy được nữa, hoặc công đoàn của bạn không phải nơi chủ trì.",

  "booking.change.day": "Ngày mới",
  "booking.change.first-at": "Khung đầu bắt đầu lúc",
  "booking.change.place": "Địa điểm",
  "booking.change.reason": "Lý do",
  "booking.change.reason.weather": "Mưa lũ, sạt lở, thời tiết",
  "booking.change.reason.epidemic": "Dịch bệnh",
  "booking.change.reason.facility": "Cơ sở y tế đổi lịch",
  "booking.change.reason.other": "Lý do khác",
  "booking.change.reason-empty": "Hãy chọn lý do.",
  "booking.change.note": "Lời nhắn cho người tham gia (không bắt buộc)",
  "booking.change.note-help":
    "Ví dụ: đường vào nhà văn hóa bị sạt, xe đón ở cổng chợ. Ai tham gia cũng đọc được.",
  "booking.change.day-empty": "Hãy ghi ngày mới.",
  "booking.change.time-empty": "Hãy ghi giờ của khung đầu.",
  "booking.change.place-empty": "Hãy ghi địa điểm.",
  "booking.change.same": "Ngày, giờ và địa điểm vẫn như cũ: chưa có gì để dời.",
  "booking.change.hours":
    "Các khung giờ giữ nguyên độ dài và số chỗ: khung đầu {first} thành {newFirst}, khung cuối {last} thành {newLast}.",
  "booking.change.after": "Khi bấm nút",
  "booking.change.move-asked":
    "{booked, number} người đang có chỗ ({confirmed, number} đã xác nhận) sẽ được hỏi lại: đồng ý cho ngày cũ không phải là đồng ý cho ngày mới.",
  "booking.change.move-asked-none": "Chưa ai có chỗ nên không phải hỏi lại ai.",
  "booking.change.move-keeps":
    "Chỗ của họ được giữ ở khung tương ứng của ngày mới. Ai có thư điện tử thì nhận thư có liên kết, bấm một lần là xong; ai không có thì cán bộ công đoàn gọi theo danh sách gọi điện.",
  "booking.change.move-runs-out": "Ai không trả lời đến hạn thì chỗ tự trả lại, và người đang chờ được mời.",
  "booking.change.move-do": "Dời đợt và hỏi lại {booked, number} người",
  "booking.change.move-do-none": "Dời đợt",
  "booking.change.moved": "Đã dời đợt. {asked, number} người đang được hỏi lại.",
  "booking.change.instead": "Đợt thay thế (không bắt buộc)",
  "booking.change.instead-none": "Không có đợt thay thế",
  "booking.change.instead-help": "Người đã có chỗ được mời sang đợt này, bấm một lần trên liên kết của họ.",
  "booking.change.instead-row": "{name}, {day}",
  "booking.change.cancel-told":
    "{booked, number} người đang có chỗ được báo là đợt đã hủy, và chỗ của họ được trả lại.",
  "booking.change.cancel-told-none": "Chưa ai có chỗ nên không phải báo ai.",
  "booking.change.cancel-instead":
    "Liên kết của họ mời sang “{name}”, một lần bấm; ai không muốn thì không phải làm gì.",
  "booking.change.cancel-final": "Đã hủy thì không mở lại được; muốn làm tiếp thì lập đợt mới.",
  "booking.change.cancel-do": "Hủy đợt và báo {booked, number} người",
  "booking.change.cancel-do-none": "Hủy đợt",
  "booking.change.cancelled": "Đã hủy đợt. {asked, number} người được báo.",

  "booking.change.history": "Thay đổi của đợt",
  "booking.change.history-moved": "Dời từ {from} tại {fromPlace} sang {to} tại {toPlace}.",
  "booking.change.history-moved-time": "Dời từ {from} sang {to}, vẫn tại {toPlace}.",
  "booking.change.history-cancelled": "Hủy đợt, trước đó định {from} tại {fromPlace}.",
  "booking.change.history-reason": "{reason}.",
  "booking.change.history-asked": "Đã hỏi lại {asked, number} người, {answered, number} người đã đồng ý.",
  "booking.change.history-told":
    "Đã báo {asked, number} người, {answered, number} người nhận chỗ ở đợt thay thế.",
  "booking.change.history-at": "{time}, {day}",
  "booking.change.to-calls": "Danh sách gọi điện",
  "booking.change.to-instead": "Xem đợt thay thế",
} as const;
