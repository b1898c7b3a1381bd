// Words of the screens of places.
import { vi as board } from "./board/messages.vi.ts";
import { vi as changes } from "./changes/messages.vi.ts";
import { vi as lists } from "./lists/messages.vi.ts";
import { vi as walkIn } from "./walk-in/messages.vi.ts";

export const vi = {
  ...board,
  ...changes,
  ...lists,
  ...walkIn,
  "booking.open": "Mở nhận đăng ký",
  "booking.open-lead":
    "Kế hoạch đã duyệt, chưa ai giữ chỗ được. Xem lại ngày, địa điểm và số chỗ; nếu đúng thì mở nhận đăng ký.",
  "booking.opened": "Đã mở nhận đăng ký. Các công đoàn giữ chỗ được từ bây giờ.",
  "booking.not-open-yet":
    "Đợt này chưa mở nhận đăng ký. Khi công đoàn chủ trì mở, bạn giữ chỗ cho đoàn viên tại đây.",
  "booking.places": "Chỗ theo khung giờ",
  "booking.places-total":
    "Cả đợt đã có {booked, number} trên {capacity, number} chỗ: {confirmed, number} đã xác nhận, {held, number} đang giữ.",
  "booking.slot-capacity": "{time}: {places, number} chỗ",
  "booking.acts": "Việc với chỗ của {name}",
  "booking.morning": "Buổi sáng",
  "booking.afternoon": "Buổi chiều",
  "booking.free": "còn {free, number} chỗ",
  "booking.full": "hết chỗ",
  "booking.taken-of": "{booked, number}/{capacity, number}",
  "booking.hold-here": "Giữ chỗ khung {time}",
  "booking.full-advice-near": "Khung {time} đã hết chỗ. Khung gần nhất còn chỗ: {near} (còn {free, number}).",
  "booking.full-advice-none":
    "Khung {time} đã hết chỗ và cả đợt cũng đã hết. Khi có người trả chỗ, chỗ trống hiện lại ở đây; hoặc hỏi công đoàn chủ trì về đợt sau.",
  "booking.full-take-near": "Giữ chỗ khung {near}",

  "booking.hold": "Giữ chỗ cho đoàn viên",
  "booking.hold-title": "Giữ chỗ cho đoàn viên",
  "booking.hold-lead": "Chọn người, chọn khung giờ, rồi gửi liên kết để người đó tự xác nhận.",
  "booking.hold-who": "1. Ai đi hiến máu?",
  "booking.hold-when": "2. Khung giờ nào?",
  "booking.hold-search": "Tên đoàn viên",
  "booking.hold-search-help": "Gõ vài chữ, không cần dấu.",
  "booking.hold-born": "sinh {year}",
  "booking.hold-found": "Người tìm thấy",
  "booking.hold-none": "Không có ai tên giống “{words}” trong danh sách của công đoàn.",
  "booking.hold-nobody": "Danh sách của công đoàn chưa có ai. Thêm người đầu tiên ở đây.",
  "booking.hold-more": "Còn nhiều người nữa: gõ thêm chữ để tìm đúng người.",
  "booking.hold-change": "Chọn người khác",
  "booking.hold-submit": "Giữ chỗ {time}",
  "booking.hold-pick-first": "Chọn người và khung giờ",
  "booking.hold-again": "Giữ chỗ cho người khác",
  "booking.hold-done": "Xong, về đợt hiến máu",
  "booking.held-title": "Đã giữ chỗ cho {name}",
  "booking.held-lead":
    "{time}, {day}. Chỗ được giữ đến {until}; quá lúc đó mà chưa xác nhận thì chỗ tự trả lại.",
  "booking.hold-too-late": "Đợt này không còn nhận giữ chỗ. Về trang của đợt để xem tình trạng.",

  "booking.add": "Thêm người vào danh sách",
  "booking.add-lead": "Người mới thêm chỉ là người để liên hệ: chưa đăng ký và chưa đồng ý điều gì.",
  "booking.add-name": "Họ và tên",
  "booking.add-name-empty": "Hãy ghi họ và tên.",
  "booking.add-birth": "Ngày sinh (không bắt buộc)",
  "booking.add-phone": "Điện thoại (không bắt buộc)",
  "booking.add-phone-wrong": "Số điện thoại có 10 chữ số, bắt đầu bằng 0.",
  "booking.add-relation": "Người này là",
  "booking.add-relation.member": "Đoàn viên",
  "booking.add-relation.worker": "Người lao động",
  "booking.add-relation.relative": "Người thân",
  "booking.add-save": "Thêm và chọn người này",

  "booking.link": "Liên kết xác nhận",
  "booking.link-alone": "Chỉ gửi cho đúng người này: ai có liên kết thì xác nhận hoặc trả chỗ được.",
  "booking.link-qr": "Mã QR của liên kết. Đưa điện thoại của người đó quét.",
  "booking.link-text":
    "Mời anh/chị xác nhận chỗ hiến máu: {drive}, {time} ngày {day}, tại {place}. Mở liên kết để xác nhận hoặc trả chỗ: {link}",
  "booking.link-only": "Sao chép riêng liên kết",
  "booking.renew": "Liên kết",
  "booking.renew-title": "Liên kết của {name}",
  "booking.renew-lead":
    "Vì lý do riêng tư, liên kết cũ không xem lại được. Tạo liên kết mới thì liên kết đã gửi trước đây không mở được nữa.",
  "booking.renew-do": "Tạo liên kết mới",

  "booking.mine": "Chỗ của công đoàn mình",
  "booking.mine-empty-title": "Chưa giữ chỗ nào",
  "booking.mine-empty":
    "Giữ chỗ cho đoàn viên, gửi liên kết qua Zalo. Khi người đó xác nhận, dòng của họ đổi thành đã xác nhận.",
  "booking.state.held": "giữ chỗ",
  "booking.state.confirmed": "đã xác nhận",
  "booking.release": "Trả chỗ",
  "booking.released": "Đã trả chỗ {time} của {name}.",
  "booking.held-back": "Đã giữ lại chỗ cho {name}. Hãy gửi liên kết mới để xác nhận.",
  "booking.release-all-note":
    "Chỗ đã trả hoặc hết hạn giữ thì không còn trong danh sách; không ai xem được ai từ chối, ai chưa trả lời.",

  "touch.bookings-open": "{count, number} chỗ đã giữ hoặc đã xác nhận, công đoàn kế thừa theo dõi tiếp",
  "touch.bookings-own": "{count, number} chỗ ghi nhận cho công đoàn mới lập",
  "open-work.places-held": "{count, number} chỗ đã giữ, chưa có người xác nhận",
} as const;
