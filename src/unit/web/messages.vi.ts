// Words of the screens of the tree.
export const vi = {
  "unit.search-title": "Tìm nhanh",
  "unit.search-words": "Tên công đoàn hoặc phần cần mở",
  "unit.search-help": "Gõ không dấu cũng tìm được. Dùng phím ↑ ↓ rồi Enter.",
  "unit.search-found": "Kết quả tìm",
  "unit.search-none": "Không có công đoàn nào tên giống “{words}”. Hãy thử ít chữ hơn.",

  "unit.find-help": "Gõ vài chữ trong tên, không cần dấu.",
} as const;
