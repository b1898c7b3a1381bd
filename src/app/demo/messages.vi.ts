// What the demo says while it is loaded, and whom its sign-ins belong to.
export const vi = {
  "demo.tree": "cây tổ chức, tài khoản và danh sách người mẫu",
  "demo.past": "đợt vận động năm 2020",
  "demo.letter": "công văn năm 2021 và chỉ tiêu",
  "demo.may": "đợt hiến máu tháng 5/2021",
  "demo.june": "giữ chỗ cho ngày hội chính 09/06/2021",
  "demo.finish": "hoàn tất",
  "demo.officer-province": "Cán bộ LĐLĐ tỉnh",
  "demo.signatory-province": "Lãnh đạo LĐLĐ tỉnh (duyệt báo cáo)",
  "demo.officer-tamduong": "Cán bộ LĐLĐ huyện Tam Đường",
  "demo.officer-thanhpho": "Cán bộ LĐLĐ thành phố Lai Châu",
  "demo.officer-hoale1": "Cán bộ CĐCS Trường THCS Hoa Lê 1 (Tam Đường)",
  "demo.officer-samu1": "Cán bộ CĐCS Công ty Sa Mu 1 (thành phố)",
  "demo.facility": "Bệnh viện Đa khoa tỉnh",
  "demo.administrator": "Người quản trị",
} as const;
