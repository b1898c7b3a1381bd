// Which column of a list is what, by its heading: with or without accents, over one row or several.
// vi-data: headings as lists have them.
import { searchKey } from "../../../platform/pure/text-vi.ts";

export const COLUMN_USES = [
  "name",
  "family",
  "given",
  "birth",
  "birth-male",
  "birth-female",
  "sex",
  "female",
  "male",
  "phone",
  "email",
  "group",
  "relation",
  "number",
  /** Something a union has no use for here, or must not hold: left in the file. */
  "not-kept",
  "unknown",
] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

// The first that fits. Health, identity numbers and the like come before what their words resemble.
const KNOWN: readonly (readonly [ColumnUse, RegExp])[] = [
  [
    "not-kept",
    /nhom mau|can cuoc|cccd|cmnd|chung minh|dinh danh|dan toc|ton giao|suc khoe|benh|so the|bhyt|luong/,
  ],
  ["birth-male", /^(nam sinh|ngay.*sinh|sinh).* nam$/],
  ["birth-female", /^(nam sinh|ngay.*sinh|sinh).* nu$/],
  ["birth", /^(ngay,? ?(thang,? ?)?(nam )?sinh|nam sinh|sinh ngay|sinh nam|ns|date of birth|birth.*|dob)/],
  ["female", /^(gioi tinh )?nu$/],
  ["male", /^(gioi tinh )?nam$/],
  ["sex", /^(gioi tinh|gt|phai|nam ?[/-] ?nu|sex|gender)/],
  ["phone", /dien thoai|^(so )?(sdt|dtdd|dt|di dong|phone|mobile|tel)\b/],
  ["email", /e-?mail|thu dien tu|^mail$/],
  ["family", /^(ho|ho (va )?(ten )?(dem|lot)|ho va chu (dem|lot)|last name|surname)$/],
  ["given", /^(ten|ten goi|first name|given name)$/],
  ["name", /^(ho,? ?(va|&|-)? ?ten|ho (ten )?dem (va )?ten|ten (doan vien|nguoi|cnvc|nld)|full ?name|name)/],
  ["relation", /^(doi tuong|la|quan he|dien|loai)$/],
  [
    "group",
    /^(to|to ?[/,-]? ?(cong doan|bo phan|san xuat|chuyen mon)?|bo phan.*|cong doan (bo phan|co so)|cdcs|phong.*|khoa.*|ban|doi|don vi.*|noi (cong tac|lam viec).*|to\b.*)$/,
  ],
  ["number", /^(stt|tt|so tt|so thu tu|no\.?|#)$/],
];

/** Of one heading; several rows of headings come joined, the upper first. */
export function columnUse(heading: string): ColumnUse {
  const plain = searchKey(heading.replace(/[*:()]/g, " ").replace(/_/g, " "));
  if (plain === "") return "unknown";
  return KNOWN.find(([, words]) => words.test(plain))?.[0] ?? "unknown";
}
