// The named cast of the tests: who they are and what they hold. Everybody here is made up.
import type { Role } from "../src/account/schema.ts";
import type { UnitKind } from "../src/unit/schema.ts";

/** Fixed ids read well in a failure: the last digits tell who or what. */
const uuid = (kind: string, n: number): string =>
  `01910000-0000-7000-8${kind}-${n.toString().padStart(12, "0")}`;

export const UNITS = {
  province: uuid("111", 1),
  a: uuid("111", 2),
  b: uuid("111", 3),
  a1: uuid("111", 4),
  a2: uuid("111", 5),
  b1: uuid("111", 6),
  a1s: uuid("111", 7),
  other: uuid("111", 8),
  hospital: uuid("111", 9),
} as const;
export type UnitName = keyof typeof UNITS;

export interface CastUnit {
  readonly name: UnitName;
  readonly kind: UnitKind;
  readonly side: "union" | "facility";
  readonly title: string;
  readonly short: string;
  readonly parent?: UnitName;
}

export const TREE: readonly CastUnit[] = [
  {
    name: "province",
    kind: "federation",
    side: "union",
    title: "Liên đoàn Lao động tỉnh Mẫu",
    short: "LĐLĐ tỉnh",
  },
  {
    name: "a",
    kind: "district-federation",
    side: "union",
    title: "Liên đoàn Lao động huyện An",
    short: "LĐLĐ huyện An",
    parent: "province",
  },
  {
    name: "b",
    kind: "sector-union",
    side: "union",
    title: "Công đoàn ngành Bình",
    short: "CĐ ngành Bình",
    parent: "province",
  },
  {
    name: "a1",
    kind: "grassroots",
    side: "union",
    title: "CĐCS Trường An Một",
    short: "CĐCS An Một",
    parent: "a",
  },
  {
    name: "a2",
    kind: "grassroots",
    side: "union",
    title: "CĐCS Trường An Hai",
    short: "CĐCS An Hai",
    parent: "a",
  },
  {
    name: "b1",
    kind: "grassroots",
    side: "union",
    title: "CĐCS Trạm Bình Một",
    short: "CĐCS Bình Một",
    parent: "b",
  },
  {
    name: "a1s",
    kind: "section",
    side: "union",
    title: "Công đoàn bộ phận Tổ Khối Một",
    short: "CĐBP Khối Một",
    parent: "a1",
  },
  {
    name: "other",
    kind: "federation",
    side: "union",
    title: "Liên đoàn Lao động tỉnh Khác",
    short: "LĐLĐ tỉnh Khác",
  },
  {
    name: "hospital",
    kind: "facility",
    side: "facility",
    title: "Bệnh viện Đa khoa tỉnh Mẫu",
    short: "BVĐK tỉnh",
  },
];

/** The tree stands since this day. */
export const TREE_FROM = "2018-01-01";
/** The tests' clock starts here. */
export const START = "2021-01-18T02:00:00.000Z";

export interface Member {
  readonly login: string;
  readonly name: string;
  readonly role?: Role;
  readonly at?: UnitName;
  readonly until?: string;
}

export const CAST = {
  thu: { login: "thu", name: "Thu", role: "officer", at: "province" },
  tuan: { login: "tuan", name: "Tuấn", role: "signatory", at: "province" },
  ada: { login: "ada", name: "Ada", role: "administrator", at: "province" },
  binh: { login: "binh", name: "Bình", role: "officer", at: "a" },
  hanh: { login: "hanh", name: "Hạnh", role: "signatory", at: "a" },
  lan: { login: "lan", name: "Lan", role: "deputy", at: "a" },
  chi: { login: "chi", name: "Chi", role: "officer", at: "a1" },
  son: { login: "son", name: "Sơn", role: "officer", at: "a2" },
  cu: { login: "cu-officer", name: "Cũ", role: "officer", at: "a1", until: "2020-12-31" },
  bao: { login: "bao", name: "Bảo", role: "officer", at: "b" },
  bich: { login: "bich", name: "Bích", role: "officer", at: "b1" },
  xa: { login: "xa.khac", name: "Xa", role: "officer", at: "other" },
  yen: { login: "yen", name: "Yến", role: "facility", at: "hospital" },
  khoa: { login: "khoa", name: "Khoa" },
  // Deputies; the authority matrix gives each a part of Tuấn's signature.
  dao: { login: "dao", name: "Đào", role: "deputy", at: "province" },
  mai: { login: "mai", name: "Mai", role: "deputy", at: "province" },
} as const satisfies Record<string, Member>;
export type CastName = keyof typeof CAST;

export const PEOPLE = Array.from({ length: 30 }, (_, i) => ({
  id: uuid("222", i + 1),
  unit: (["a1", "a2", "b1"] as const)[i % 3] as UnitName,
  name: `Người Mẫu ${String.fromCharCode(65 + (i % 26))}${i}`,
  birthDate: `19${(70 + (i % 25)).toString()}-05-${(1 + (i % 27)).toString().padStart(2, "0")}`,
}));
