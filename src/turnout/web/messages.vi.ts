// Words of the screens of outcomes.
export const vi = {
  "turnout.outcomes": "Kết quả của công đoàn mình",
  "turnout.outcomes-lead": "Cơ sở y tế đã khóa sổ. Công đoàn chỉ biết đã hiến hay không hiến đợt này.",
  "turnout.outcomes-sum":
    "Đã hiến: {donated, number} người, {ml} ml. Không hiến đợt này: {others, number} người.",
  "turnout.outcomes-empty-title": "Công đoàn không có ai ở đợt này",
  "turnout.outcomes-empty": "Không có người nào xác nhận chỗ qua công đoàn của bạn trong đợt này.",
  "turnout.gave": "đã hiến {ml} ml",
  "turnout.gave-not": "không hiến đợt này",
  "turnout.to-reports": "Đến phần Báo cáo",
  "turnout.cancelled": "Đợt này đã hủy. Báo cho người đã giữ chỗ, rồi chọn đợt khác.",

  "turnout.lead-facility": "Nhập kết quả từng người, nhập số liệu chung, rồi khóa sổ.",
  "turnout.lead-desk": "Nhập kết quả từng người. Cơ sở y tế khóa sổ khi đã đủ.",
  "turnout.back": "Đợt tiếp nhận",
  "turnout.before-day":
    "Đợt này vào {day}. Đến ngày đó mới nhập kết quả được; danh sách bên dưới là để chuẩn bị.",
  "turnout.read-only": "Lúc này chỉ xem được. Nếu cần sửa, hãy hỏi cơ sở y tế tiếp nhận đợt này.",
  "turnout.entered": "Đã nhập {recorded, number}/{registered, number} người",
  "turnout.entered-rest": "còn {rest, number} người",
  "turnout.entered-all": "đã đủ",
  "turnout.people": "Từng người trong danh sách",
  "turnout.show": "Hiện",
  "turnout.show-open": "Chưa nhập",
  "turnout.show-all": "Tất cả",
  "turnout.none-open": "Những người đang hiện đều đã nhập xong.",
  "turnout.none-found": "Không có ai tên giống “{words}” trong danh sách của đợt này.",
  "turnout.empty-title": "Danh sách chưa có ai",
  "turnout.empty":
    "Người đã xác nhận chỗ hiện ở đây. Người đến mà không có trong danh sách thì ghi vào dòng người ngoài danh sách bên dưới.",
  "turnout.ml": "{ml} ml",
  "turnout.not": "Không hiến đợt này",
  "turnout.choice-of": "Kết quả của {name}",
  "turnout.saving": "đang ghi…",
  "turnout.born": "sinh {year}",

  "turnout.fast": "Nhập nhanh bằng bàn phím",
  "turnout.fast-help": "Gõ vài chữ của tên, ↑ ↓ để chọn, Enter. Rồi bấm 1, 2, 3 hoặc 0.",
  "turnout.fast-name": "Tên người đến",
  "turnout.fast-picked": "Bấm một phím số, hoặc chạm một ô. Esc để chọn người khác.",
  "turnout.fast-keys": "Phím số: 1 là 250 ml, 2 là 350 ml, 3 là 450 ml, 0 là không hiến đợt này.",
  "turnout.fast-done": "{name}: {outcome}",
  "turnout.fast-before": "Đang ghi: {outcome}",

  "turnout.sheet": "Số liệu chung của cơ sở",
  "turnout.sheet-lead":
    "Dòng “ngoài danh sách” là những người hiến không đăng ký qua hệ thống. “Sổ của cơ sở” là số túi máu cơ sở tự đếm.",
  "turnout.volume": "Thể tích",
  "turnout.in-list": "Trong danh sách",
  "turnout.outside": "Ngoài danh sách (người)",
  "turnout.bags": "Sổ của cơ sở (túi)",
  "turnout.compare": "So sánh",
  "turnout.compare-same": "khớp",
  "turnout.compare-missing": "danh sách thiếu {count, number}",
  "turnout.compare-over": "danh sách thừa {count, number}",
  "turnout.total": "Cộng",
  "turnout.attended": "Số người đến trong cả đợt",
  "turnout.attended-help":
    "Kể cả người đến mà không hiến. Con số này chỉ hiện với công đoàn khi từ 5 người trở lên.",
  "turnout.sheet-field": "{column}, {ml} ml",
  "turnout.sheet-wrong": "Số người và số túi là số nguyên từ 0 đến 100.000.",
  "turnout.sheet-save": "Lưu số liệu chung",
  "turnout.sheet-saved": "Đã lưu số liệu chung.",
  "turnout.sheet-unsaved": "Có số vừa sửa chưa lưu. Bấm Lưu số liệu chung để so lại.",

  "turnout.reconcile": "Đối chiếu trước khi khóa sổ",
  "turnout.reconcile-ok": "Mọi số đã khớp. Có thể khóa sổ.",
  "turnout.reconcile-not": "Chưa khóa sổ được. Cần làm cho khớp:",
  "turnout.difference.outcomes-missing":
    "Còn {rest, number} người chưa nhập kết quả (đã nhập {entered, number}/{counted, number}).",
  "turnout.difference.bags-less":
    "Sổ có {counted, number} túi {volume} ml, danh sách có {entered, number}: còn thiếu {gap, number}.",
  "turnout.difference.bags-more":
    "Sổ có {counted, number} túi {volume} ml, danh sách có {entered, number}: thừa {gap, number}.",
  "turnout.difference.attended-too-few":
    "Số người đến ghi là {counted, number}, nhưng danh sách đã có {entered, number} người hiến. Xem lại số người đến.",
  "turnout.close": "Khóa sổ đợt hiến máu",
  "turnout.close-title": "Khóa sổ đợt hiến máu này?",
  "turnout.close-lead":
    "Kết quả được công bố cho các công đoàn cùng một lúc và không sửa được nữa. Sai sót phát hiện sau phải làm điều chỉnh.",
  "turnout.close-sum":
    "{people, number} người hiến: {inside, number} trong danh sách, {outside, number} ngoài danh sách.",
  "turnout.close-bags": "{bags} túi {ml} ml",
  "turnout.close-yes": "Khóa sổ và công bố",
  "turnout.close-not": "Chưa, xem lại",
  "turnout.closed-notice": "Đã khóa sổ và công bố kết quả.",
  "turnout.closed": "Đã khóa sổ lúc {at}. Kết quả đã công bố cho các công đoàn; không sửa được nữa.",
  "turnout.closed-figures": "Số liệu khi khóa sổ",
  "turnout.closed-attended": "Người đến: {people, number}",
} as const;
