// Words of refusals of the tree: what a union officer does next.
export const vi = {
  "problem.decision-refused":
    "Quyết định này chưa thực hiện được với tổ chức hiện có. Hãy xem các lý do ghi ở từng việc, sửa rồi gửi lại.",
  "problem.decision-not-draft":
    "Quyết định đã được duyệt nên không sửa được nữa. Muốn sửa, hãy nhờ người ký thu lại việc duyệt.",
  "problem.draft-changed":
    "Người khác vừa lưu bản soạn này; bản đó được giữ nguyên. Hãy mở bản mới nhất rồi ghi tiếp phần của bạn.",
  "problem.decision-not-approved":
    "Quyết định chưa được duyệt, hoặc đã thực hiện rồi. Hãy tải lại trang để xem.",
  "problem.decision-not-applied":
    "Quyết định chưa thực hiện, hoặc đã hoàn tác rồi. Hãy tải lại trang để xem.",
  "problem.decision-changed":
    "Từ lúc xem thử đến nay quyết định hoặc số liệu liên quan đã thay đổi. Hãy xem thử lại rồi duyệt.",
  "problem.decision-built-upon":
    "Có quyết định thực hiện sau dựa trên quyết định này. Hãy hoàn tác các quyết định sau trước.",
  "problem.undo-blocked":
    "Chưa hoàn tác được: đã có việc chốt hoặc phát sinh sau khi bàn giao. Hãy xem những việc đó; nếu cần, ra một quyết định mới.",
  "problem.grouping-name-taken": "Đã có nhóm cùng loại mang tên này. Hãy đặt tên khác, hoặc sửa nhóm đã có.",
  "problem.member-outside":
    "Có công đoàn không trực thuộc vào ngày đã chọn. Hãy bỏ công đoàn đó hoặc chọn ngày khác.",
} as const;
