// Words of the day's outcome.
export const vi = {
  "problem.turnout-closed":
    "Ngày hiến máu này đã chốt, số liệu không đổi được nữa. Nếu có sai, hãy lập bản điều chỉnh.",
  "problem.not-open":
    "Ngày hiến máu này chưa mở hoặc đã hủy nên chưa nhập kết quả được. Hãy hỏi công đoàn chủ trì.",
  "problem.not-confirmed":
    "Người này chưa xác nhận tham gia nên không có trong danh sách. Hãy tải lại danh sách.",
  "problem.before-the-day": "Chưa đến ngày hiến máu ({dayText}). Hãy nhập kết quả từ ngày đó.",
  "problem.does-not-reconcile": "Số liệu chưa khớp. Hãy xem những dòng còn lệch, sửa rồi chốt lại.",
} as const;
