// Words of a letter's way down, and of the tabs its pages share.
export const vi = {
  "directive.tabs": "Các trang của văn bản",
  "directive.tab.letter": "Văn bản",
  "directive.tab.cascade": "Lan tỏa",
  "directive.tab.late": "Ai chưa trả lời",
  "directive.tab.pace": "Tốc độ",
  "directive.tab.kit": "Tài liệu tuyên truyền",
  "directive.not-issued": "Văn bản chưa ban hành",
  "directive.not-issued-help":
    "Sau khi ban hành, trang này cho thấy văn bản đã đến đâu. Hãy mở văn bản rồi bấm Ban hành.",

  "directive.cascade.title": "Sơ đồ lan tỏa",
  "directive.cascade.moment": "Lúc {instant} (ngày thứ {number})",
  "directive.cascade.counts":
    "Trong {units} công đoàn cấp dưới: {reached} đã được gửi đến, {received} đã nhận, {disseminated} đã quán triệt; {late, plural, =0 {không nơi nào trễ hạn} other {# trễ hạn}}.",
  "directive.cascade.counts-summed":
    "Sơ đồ gộp {units} công đoàn ở cấp dưới cùng, trong đó {received} đã nhận; việc quán triệt và trễ hạn của các nơi này không tính ở đây.",
  "directive.cascade.standing.source": "nơi gửi",
  "directive.cascade.standing.not-reached": "chưa chuyển đến",
  "directive.cascade.standing.not-received": "chưa nhận",
  "directive.cascade.standing.received": "đã nhận",
  "directive.cascade.standing.disseminated": "đã quán triệt",
  "directive.cascade.late": "trễ hạn",
  "directive.cascade.late-since": "trễ hạn từ {day}",
  "directive.cascade.reached-at": "đến lúc {at}",
  "directive.cascade.received-at": "nhận lúc {at}",
  "directive.cascade.disseminated-at": "quán triệt lúc {at}",
  "directive.cascade.carried-at": "chuyển tiếp xuống dưới lúc {at}",
  "directive.cascade.unit-standing": "{unit}: {standing}",
  "directive.cascade.below": "cấp dưới {received}/{units} đã nhận",
  "directive.cascade.below-short": "{received}/{units}",

  "directive.cascade.view": "Cách xem",
  "directive.cascade.view.picture": "Hình",
  "directive.cascade.view.branches": "Từng nhánh",
  "directive.cascade.view.table": "Bảng",
  "directive.cascade.picture":
    "Sơ đồ hình tròn: công đoàn bạn ở giữa, mỗi cấp là một vòng. Cùng số liệu có ở chế độ Bảng.",
  "directive.cascade.picture-help":
    "Mũi tên xuống đi vào cấp dưới, mũi tên lên về cấp trên, mũi tên trái phải sang nơi cùng cấp; Enter mở nhánh.",
  "directive.cascade.point": "Chỉ vào một điểm để thấy đó là công đoàn nào; bấm để mở riêng nhánh đó.",
  "directive.cascade.see-branch": "Mở riêng nhánh này",
  "directive.cascade.open-unit": "Mở riêng nhánh {unit}",
  "directive.cascade.more": "Xem thêm ({count} nơi nữa)",
  "directive.cascade.empty": "Không có công đoàn nào ở dưới",
  "directive.cascade.empty-help":
    "Sơ đồ vẽ các công đoàn cấp dưới đã nhận văn bản. Ở đây văn bản đã đến nơi cuối cùng.",

  "directive.cascade.player": "Xem lại theo thời gian",
  "directive.cascade.scrubber": "Thời điểm đang xem",
  "directive.cascade.scrubber-help":
    "Kéo từ lúc ban hành đến bây giờ. Mũi tên trái phải đi từng phần trăm; Home về lúc ban hành, End về bây giờ.",
  "directive.cascade.play": "Chạy lại",
  "directive.cascade.pause": "Dừng",
  "directive.cascade.back-day": "Lùi một ngày",
  "directive.cascade.forward-day": "Tới một ngày",
  "directive.cascade.back-hour": "Lùi một giờ",
  "directive.cascade.forward-hour": "Tới một giờ",
  "directive.cascade.speed": "Tốc độ chạy",
  "directive.cascade.speed.slow": "Chậm",
  "directive.cascade.speed.usual": "Vừa",
  "directive.cascade.speed.fast": "Nhanh",
  "directive.cascade.now": "Về bây giờ",

  "directive.cascade.column-from": "Cấp trên",
  "directive.cascade.column-reached": "Đến",
  "directive.cascade.column-received": "Nhận",
  "directive.cascade.column-disseminated": "Quán triệt",
  "directive.cascade.column-carried": "Chuyển tiếp",
  "directive.cascade.column-below": "Cấp dưới đã nhận",

  "directive.cascade.path": "Đường từ công đoàn bạn xuống",
  "directive.cascade.from-unit": "từ {unit}",
  "directive.cascade.not-yet": "chưa",
  "directive.cascade.nothing-yet": "Văn bản chưa đến công đoàn này.",
  "directive.cascade.picture-of-branch": "Xem sơ đồ của nhánh này",
  "directive.cascade.late-in-branch": "Ai chưa trả lời trong nhánh này",
} as const;
