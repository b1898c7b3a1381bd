// Words of the day's outcome.
export const vi = {
  "problem.turnout-closed":
    "Ngày hiến máu này đã chốt, số liệu không nhập thêm được nữa. Nếu có sai, cơ sở y tế sửa từng kết quả ở trang của đợt.",
  "problem.not-open":
    "Ngày hiến máu này chưa mở hoặc đã hủy nên chưa nhập kết quả được. Hãy hỏi công đoàn chủ trì.",
  "problem.not-confirmed":
    "Người này chưa xác nhận tham gia nên không có trong danh sách. Hãy tải lại danh sách.",
  "problem.before-the-day": "Chưa đến ngày hiến máu ({dayText}). Hãy nhập kết quả từ ngày đó.",
  "problem.does-not-reconcile": "Số liệu chưa khớp. Hãy xem những dòng còn lệch, sửa rồi chốt lại.",
  "problem.sessions-running":
    "Buổi hiến máu chưa kết thúc. Người không hiến chỉ nhập sau khi buổi cuối kết thúc, để không ai đoán được ai đã đến rồi về.",
  "problem.nothing-to-correct": "Kết quả mới giống kết quả đang ghi, không có gì để sửa.",
  "problem.corrected-meanwhile": "Kết quả này vừa được sửa. Hãy tải lại và xem kết quả đang đứng.",
  "turnout.held": "Không hiến",
  "turnout.held-line": "đợt ngày {day}",
} as const;
