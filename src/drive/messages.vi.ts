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
  "problem.capacity-days": "Ngày cuối phải sau ngày đầu, và không dài quá một năm. Sửa lại hai ngày.",
  "problem.capacity-overlaps":
    "Có ngày đã khai trong một khoảng khác. Sửa khoảng kia, hoặc chọn những ngày chưa khai.",
  "problem.calendar-span": "Lịch chỉ xem được trong khoảng một năm. Chọn khoảng ngắn hơn.",
  "problem.not-a-session": "Buổi này không còn trong kế hoạch. Hãy tải lại trang rồi chọn lại buổi.",
  "problem.serial-range":
    "Số sê-ri từ {first} đến {last} chưa đúng: cùng ký hiệu, cùng số chữ số, số cuối không nhỏ hơn số đầu.",
  "problem.serials-twice": "Có số sê-ri đã ghi ở một dòng khác của đợt này. Xem lại dòng đó trước.",
  "problem.serials-used-elsewhere":
    "Có số sê-ri đã cấp hoặc hỏng ở một đợt khác. Mỗi giấy chứng nhận chỉ dùng một lần; kiểm tra lại số in trên giấy.",
  "problem.supply-exceeds":
    "Số đưa ra nhiều hơn số đã nhận. Ghi dòng nhận trước, hoặc sửa lại số lượng, số sê-ri.",
  "problem.supply-settled":
    "Đợt này đã khóa sổ nên không ghi thêm vật tư được nữa. Nếu ghi nhầm, lập biên bản và nêu trong báo cáo.",
  "problem.drive-state": "Ngày hiến máu không còn ở bước này. Hãy tải lại trang để xem tình trạng mới.",
} as const;
