// What the seed says while it works, step by step, and at the end.
export const vi = {
  "seed.step.tree": "cây tổ chức trước và sau sắp xếp",
  "seed.step.offices": "tài khoản và nhiệm kỳ",
  "seed.step.decisions": "quyết định sắp xếp",
  "seed.step.people": "danh sách người, nơi sinh hoạt, liên hệ",
} as const;
