// Types of document: by title, by the code in the notation, and as named when another document is cited.
import { searchKey } from "../../../platform/pure/text-vi.ts";
import type { DocumentKind } from "../../schema.ts";

// Type abbreviations: Nghị định 30/2020/NĐ-CP, Phụ lục III; công văn has none of its own (CV is Party usage).
const BY_NAME: Record<string, DocumentKind> = {
  "cong van": "cong-van",
  "ke hoach": "ke-hoach",
  "bao cao": "bao-cao",
  "huong dan": "huong-dan",
  "giay moi": "giay-moi",
  "thu moi": "giay-moi",
  "quyet dinh": "quyet-dinh",
  "to trinh": "to-trinh",
  "thong bao": "thong-bao",
  "nghi quyet": "khac",
  "chi thi": "khac",
  "chuong trinh": "khac",
  "thong tu": "khac",
  "nghi dinh": "khac",
  "thong tri": "khac",
  "ket luan": "khac",
  "quy dinh": "khac",
  "quy che": "khac",
  "phuong an": "khac",
  "de an": "khac",
  "bien ban": "khac",
  "cong dien": "khac",
  "loi keu goi": "khac",
  "thu ngo": "khac",
  "thu keu goi": "khac",
  "dieu le": "khac",
  "bo luat": "khac",
  luat: "khac",
};

const BY_CODE: Record<string, DocumentKind> = {
  CV: "cong-van",
  KH: "ke-hoach",
  BC: "bao-cao",
  HD: "huong-dan",
  GM: "giay-moi",
  QĐ: "quyet-dinh",
  TTr: "to-trinh",
  TB: "thong-bao",
  NQ: "khac",
  CT: "khac",
  CTr: "khac",
  KL: "khac",
  QC: "khac",
  PA: "khac",
  BB: "khac",
};

/** Kind of a line that is nothing but the name of a type in capitals ("KẾ HOẠCH"). */
export function kindOfTitle(line: string): DocumentKind | undefined {
  if (/\p{Ll}/u.test(line) || line.length > 30) return undefined;
  const name = searchKey(line);
  return name === "luat" || name === "dieu le" || name === "cong van" ? undefined : BY_NAME[name];
}

/** Kind that the notation states by its type code: "KH-BCĐ" → ke-hoach; undefined when it has none. */
export function kindOfNotation(notation: string): DocumentKind | undefined {
  const [first = ""] = notation.split(/[-/]/, 1);
  return BY_CODE[first];
}

/** Kind of a cited document by its name ("Kế hoạch" → ke-hoach). */
export function kindOfName(name: string): DocumentKind {
  return BY_NAME[searchKey(name)] ?? "khac";
}

/** The names of types as alternatives of a pattern over folded text, longest first. */
export const KIND_NAMES = Object.keys(BY_NAME)
  .sort((a, b) => b.length - a.length)
  .join("|");
