// Words of donation days.
export const vi = {
  "problem.session-times":
    "Giờ của buổi {sessions} chưa đúng: phải kết thúc sau khi bắt đầu, đủ ít nhất một khung giờ và không trùng buổi khác.",
  "problem.day-outside-campaign":
    "Ngày này nằm ngoài đợt vận động (từ {firstDay} đến {lastDay}). Chọn ngày khác.",
  "problem.not-a-facility":
    "Nơi được chọn không phải cơ sở y tế tiếp nhận máu. Chọn lại cơ sở trong danh sách.",
  "problem.desk-days": "Những ngày giao việc phải có ngày hiến máu {dayText} ở trong.",
  "problem.plan-changed": "Kế hoạch đợt hiến máu vừa được sửa. Hãy tải lại trang, xem bản mới rồi làm tiếp.",
  "problem.drive-state": "Ngày hiến máu không còn ở bước này. Hãy tải lại trang để xem tình trạng mới.",
} as const;
