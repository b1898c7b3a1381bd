// Words of groupings beside the tree.
export const vi = {
  "unit.groupings": "Nhóm công đoàn",
  "unit.groupings-lead":
    "Nhóm theo ngành, địa bàn hay huyện cũ, đặt bên cạnh cây tổ chức. Chỉ để cộng số; không cho ai thêm quyền.",
  "unit.groupings-none": "Chưa có nhóm nào",
  "unit.groupings-none-help":
    "Ví dụ: các công đoàn ngành giáo dục, các công đoàn của huyện cũ. Tổng số của nhóm xem được ở phần toàn cảnh.",
  "unit.grouping-new": "Lập nhóm",
  "unit.grouping-kind": "Nhóm theo",
  "unit.grouping-kind.sector": "ngành",
  "unit.grouping-kind.territory": "địa bàn",
  "unit.grouping-kind.former-district": "huyện cũ",
  "unit.grouping-kind.other": "cách khác",
  "unit.grouping-name": "Tên nhóm",
  "unit.grouping-from": "Thành viên đúng như dưới đây từ ngày",
  "unit.grouping-from-help": "Các ngày trước đó giữ nguyên thành viên cũ.",
  "unit.grouping-members": "Thành viên",
  "unit.grouping-count": "{count, plural, other {# công đoàn}}",
  "unit.grouping-no-members": "Ngày này nhóm chưa có thành viên.",
  "unit.grouping-as-of": "Thành viên vào ngày",
  "unit.grouping-edit": "Sửa nhóm",
  "unit.grouping-saved": "Đã lưu nhóm.",
  "unit.grouping-all-of": "Thêm mọi đơn vị trực thuộc của một công đoàn",
  "unit.grouping-find": "Thêm một công đoàn",
  "unit.grouping-adding": "Đang thêm…",
  "unit.grouping-added": "{count, plural, other {Đã thêm # công đoàn}}.",
  "unit.grouping-wrong": "Hãy ghi tên nhóm và ngày.",
} as const;
