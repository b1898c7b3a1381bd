// What the seed says while it works, step by step, and at the end.
export const vi = {
  "seed.step.tree": "cây tổ chức trước và sau sắp xếp",
  "seed.step.offices": "tài khoản và nhiệm kỳ",
  "seed.step.decisions": "quyết định sắp xếp",
  "seed.step.people": "danh sách người, nơi sinh hoạt, liên hệ",
  "seed.step.letters": "đợt vận động, công văn, chỉ thị",
  "seed.step.targets": "chỉ tiêu các cấp",
  "seed.step.drives": "ngày hiến máu, chỗ đăng ký, kết quả, báo cáo, việc của từng đơn vị",
  "seed.step.traces": "nhật ký và đường dẫn mời",
  "seed.step.anew": "dựng lại chỉ mục và ràng buộc, kiểm tra từng dòng",
  "seed.step.analyze": "thống kê cho cơ sở dữ liệu",
  "seed.step.checks": "đối chiếu với luật của chương trình",
  "seed.not-empty":
    "Cơ sở dữ liệu đã có dữ liệu khác. Lệnh này chỉ dùng cho cơ sở dữ liệu trống: hãy đặt GIOTHONG_DATA (thư mục mới) hoặc DATABASE_URL (cơ sở dữ liệu mới).",
  "seed.other-begun":
    "Cơ sở dữ liệu này đang có đất nước mẫu khác: --size {size} --seed {seed} --today {today}. Hãy chạy đúng lệnh đó để làm tiếp, hoặc dùng cơ sở dữ liệu trống.",
  "seed.law-broken": "Dữ liệu mẫu không đúng luật “{law}”: {wrong} dòng. Đây là lỗi của chương trình.",
  "seed.unfinished":
    "Cơ sở dữ liệu này đang nạp dở đất nước mẫu. Hãy chạy tiếp: giothong seed --size {size} --seed {seed} --today {today}",
  "seed.bad-size": "--size phải là một trong: {sizes}.",
  "seed.bad-seed": "--seed phải là số nguyên từ 0 đến {most}.",
  "seed.bad-today": "--today phải là một ngày dạng 2026-01-31, không sau hôm nay.",
  "seed.progress": "{percent}% · {doing} · {rows} dòng{left, select, none {} other { · còn khoảng {left}}}",
  "seed.done":
    "Xong: {units} đơn vị, {people} người, {rows} dòng, từ {from} đến {today}; {minutes} phút, bộ nhớ cao nhất {megabytes} MB.",
  "seed.already": "Đất nước mẫu này đã có đủ; không làm gì thêm.",
  "seed.sign-ins": "Tài khoản (DỮ LIỆU MẪU), mật khẩu chung {password}:",
  "seed.next": "Mở bằng: giothong start --no-demo",
  "seed.stopped": "Đã dừng. Chạy lại đúng lệnh này để làm tiếp từ chỗ dừng.",
} as const;
