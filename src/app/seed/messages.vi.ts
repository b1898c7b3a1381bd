// What the seed says while it works, step by step, and at the end.
export const vi = {
  "seed.step.tree": "cây tổ chức trước và sau sắp xếp",
  "seed.step.offices": "tài khoản và nhiệm kỳ",
  "seed.step.decisions": "quyết định sắp xếp",
  "seed.step.people": "danh sách người, nơi sinh hoạt, liên hệ",
  "seed.step.anew": "dựng lại chỉ mục và ràng buộc, kiểm tra từng dòng",
  "seed.step.analyze": "thống kê cho cơ sở dữ liệu",
  "seed.step.checks": "đối chiếu với luật của chương trình",
  "seed.not-empty":
    "Cơ sở dữ liệu đã có dữ liệu khác. Lệnh này chỉ dùng cho cơ sở dữ liệu trống: hãy đặt GIOTHONG_DATA (thư mục mới) hoặc DATABASE_URL (cơ sở dữ liệu mới).",
  "seed.other-begun":
    "Cơ sở dữ liệu này đang có đất nước mẫu khác: --size {size} --seed {seed} --today {today}. Hãy chạy đúng lệnh đó để làm tiếp, hoặc dùng cơ sở dữ liệu trống.",
  "seed.law-broken": "Dữ liệu mẫu không đúng luật “{law}”: {wrong} dòng. Đây là lỗi của chương trình.",
} as const;
