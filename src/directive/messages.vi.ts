// Words of letters that order, said by the server: problems, and the reminder to paste into Zalo.
export const vi = {
  "problem.recipient-outside-subtree":
    "Có {count, number} nơi nhận không thuộc công đoàn cấp dưới vào ngày ghi trên văn bản. Bỏ các nơi nhận đó rồi lưu lại.",
  "problem.no-recipients": "Văn bản chưa có nơi nhận nào. Chọn ít nhất một công đoàn cấp dưới.",
  "problem.not-a-draft":
    "Văn bản đã ban hành nên không sửa được nữa. Tải lại trang để xem; muốn thay đổi thì gửi văn bản mới.",
  "problem.campaign-not-led":
    "Chương trình này do công đoàn khác chủ trì. Chọn chương trình của công đoàn mình hoặc tạo chương trình mới.",
  "problem.day-in-future": "Ngày tổ chức chưa đến. Nhập ngày hôm nay hoặc ngày đã qua.",
  "problem.parent-not-held":
    "Văn bản cấp trên này không còn hiệu lực ở công đoàn bạn, hoặc chưa gửi đến. Mở lại mục Văn bản để xem văn bản đang có hiệu lực.",
  "problem.letter-not-held":
    "Chỉ sửa đổi, thay thế, đôn đốc hoặc thu hồi được văn bản do công đoàn bạn ban hành và đang có hiệu lực. Tải lại trang để xem văn bản này đang ở đâu.",
  "problem.already-changed":
    "Văn bản này đã được sửa đổi hoặc thay thế. Mở văn bản mới nhất rồi làm tiếp từ đó.",
  "problem.still-going-out":
    "Văn bản này còn đang được chuyển đến các nơi nhận. Đợi chuyển xong rồi sửa đổi; muốn dừng lại thì thu hồi văn bản.",
  "problem.signed-already":
    "Văn bản này đã có bản ký, đóng dấu. Bản ký chỉ đính kèm một lần; cần sửa thì ra văn bản mới.",
  "problem.task-has-form":
    "Việc quán triệt, tuyên truyền được ghi trong văn bản: mở văn bản và bấm “Ghi việc quán triệt, tuyên truyền”.",

  "directive.reminder.numbered": "{kind} số {number}:",
  "directive.reminder.untitled": "Văn bản “{title}”:",
  "directive.reminder.not-received": "Còn {count, number} công đoàn chưa xác nhận đã nhận: {names}.",
  "directive.reminder.not-spread":
    "Còn {count, number} công đoàn đã nhận nhưng chưa ghi nhận quán triệt, tuyên truyền: {names}.",
  "directive.reminder.overdue": "Quá hạn ngày {day} – {what}: {names}.",
  "directive.reminder.what-receive": "xác nhận đã nhận",
  "directive.reminder.below": "Ngoài ra còn {count, number} công đoàn cấp dưới nữa đang quá hạn.",
  "directive.reminder.more": "{names} và {count, number} công đoàn khác",
  "directive.reminder.please": "Đề nghị các công đoàn vào {url} để xác nhận. Trân trọng cảm ơn.",
  "directive.reminder.all-done":
    "Cả {count, number} công đoàn đã nhận và đã quán triệt, tuyên truyền. Trân trọng cảm ơn.",
  "directive.reminder.nobody": "Chưa chuyển tới công đoàn nào bên dưới.",
} as const;
