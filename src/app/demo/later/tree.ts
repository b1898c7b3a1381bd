// vi-data: unions of the demo province that begin after 2021. Names of communes and wards are real, of the rest made up.
// What the tree of 2025 has that the tree of 2021 had not: grassroots unions of 2024, commune and ward unions of 1 July.
import type { UnitKind } from "../../../unit/schema.ts";
import type { Chance } from "../chance.ts";
import { type Commune, demoCommunes } from "../communes.ts";
import { type DemoUnit, PROVINCE } from "../tree.ts";

/** Grassroots unions outside the state sector, founded this day. */
export const FOUNDED_ON = "2024-03-15";
/** Unions of agencies and of schools paid by the budget end. */
export const BUDGET_UNIONS_END = "2025-06-01";
/** Districts, sectors and the civil-servant union end; commune and ward unions begin. */
export const DISTRICTS_END = "2025-07-01";

/** Under which union of 2024, key, what comes after "CĐCS", people. */
const FOUNDED: readonly (readonly [parent: string, key: string, name: string, people: number])[] = [
  ["thanhpho", "caythong1", "Công ty Xây dựng Cây Thông 1", 46],
  ["thanhpho", "caysay1", "Công ty Nước sạch Cây Sậy 1", 40],
  ["tamduong", "caymoc1", "Công ty Nông sản Cây Mộc 1", 36],
  ["phongtho", "caytre1", "Công ty Vận tải Cây Tre 1", 38],
  ["sinho", "caynhoi1", "Công ty Cao su Cây Nhội 1", 58],
  ["sinho", "cayvoi1", "Thủy điện Cây Vối 1", 34],
  ["namnhun", "caylim1", "Thủy điện Cây Lim 1", 52],
  ["muongte", "caydoi1", "Thủy điện Cây Dổi 1", 42],
  ["thanuyen", "caygao1", "Thủy điện Cây Gạo 1", 34],
  ["tanuyen", "caytram1", "Công ty Mắc ca Cây Trám 1", 40],
];

/** Key, the ward or commune it is seated in and called after, and its area: codes, or all of former districts. */
const COMMUNE_UNIONS: readonly (readonly [key: string, place: string, areas: readonly string[]])[] = [
  ["phuong.doanket", "Phường Đoàn Kết", ["03388"]],
  ["phuong.tanphong", "Phường Tân Phong", ["03408"]],
  ["xa.binhlu", "Xã Bình Lư", ["tamduong"]],
  ["xa.phongtho", "Xã Phong Thổ", ["phongtho"]],
  ["xa.sinho", "Xã Sìn Hồ", ["sinho"]],
  // One union for the communes of two former districts: too few members for two.
  ["xa.bumto", "Xã Bum Tở", ["muongte", "namnhun"]],
  ["xa.thanuyen", "Xã Than Uyên", ["thanuyen"]],
  ["xa.tanuyen", "Xã Tân Uyên", ["tanuyen"]],
];

export interface CommuneUnion extends DemoUnit {
  readonly areaIds: readonly string[];
}

/** A union of the demo that is opened by a decision. */
const unit = (
  chance: Chance,
  from: string,
  plan: Pick<
    DemoUnit,
    "key" | "name" | "shortName" | "superiorName" | "notation" | "placeName" | "parent"
  > & {
    readonly kind: UnitKind;
    readonly people?: number;
  },
): DemoUnit => ({
  side: "union",
  central: false,
  people: 0,
  ...plan,
  id: chance.idAt(`${from}T00:00:00+07:00`),
});

export function foundedUnions(chance: Chance, tree: readonly DemoUnit[]): DemoUnit[] {
  return FOUNDED.map(([parent, key, name, people]) => {
    const above = tree.find((found) => found.key === parent);
    return unit(chance, FOUNDED_ON, {
      key,
      kind: "grassroots",
      name: `Công đoàn cơ sở ${name}`,
      shortName: `CĐCS ${name}`,
      superiorName: above?.name.toUpperCase() ?? "",
      notation: "CĐCS",
      placeName: above?.placeName ?? "",
      parent,
      people,
    });
  });
}

export function communeUnions(chance: Chance, communes: readonly Commune[]): CommuneUnion[] {
  return COMMUNE_UNIONS.map(([key, place, areas]) => {
    const seat = communes.find(({ name }) => name === place);
    if (seat === undefined) throw new Error(`the demo has no commune ${place}`);
    const called = place.replace(/^\p{L}+/u, (level) => level.toLowerCase());
    return {
      ...unit(chance, DISTRICTS_END, {
        key,
        kind: "commune-union",
        name: `Công đoàn ${called}`,
        shortName: `CĐ ${called}`,
        superiorName: "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU",
        notation: "CĐ",
        placeName: seat.placeName,
        parent: PROVINCE,
      }),
      areaIds: communes
        .filter(({ district, code }) => areas.includes(district) || areas.includes(code))
        .map(({ id }) => id),
    };
  });
}

/** Unions of agencies and of schools fully paid by the state budget: they end on 1 June 2025, their members leave. */
export const BUDGET_UNIONS: readonly string[] = [
  ..."hoaban1 hoaman1 hoadao1 hoale1 hoacuc1 hoasim1 hoasen1 hoalan1 hoamua1 hoagao1 hoamo1 hoade1".split(
    " ",
  ),
  ..."hoabuoi1 hoachuoi1 caylat1 hoaphuong1 hoahoi1 hoamai1 hoanhai1 hoaban2 huongduong1".split(" "),
  ..."cayda1 caysau1 caytruc1".split(" "),
];

/** District federations that end on 1 July: who inherits, and whom its grassroots unions go under where not the heir. */
export const DISTRICTS: readonly {
  readonly key: string;
  readonly heir: string;
  readonly others?: Readonly<Record<string, string>>;
  readonly keepAs: string;
}[] = [
  {
    key: "thanhpho",
    heir: "phuong.doanket",
    others: { samu1: "phuong.tanphong", caythong1: "phuong.tanphong" },
    keepAs: "Thành phố Lai Châu (cũ)",
  },
  { key: "tamduong", heir: "xa.binhlu", keepAs: "Huyện Tam Đường (cũ)" },
  { key: "phongtho", heir: "xa.phongtho", keepAs: "Huyện Phong Thổ (cũ)" },
  { key: "sinho", heir: "xa.sinho", keepAs: "Huyện Sìn Hồ (cũ)" },
  { key: "namnhun", heir: "xa.bumto", keepAs: "Huyện Nậm Nhùn (cũ)" },
  { key: "muongte", heir: "xa.bumto", keepAs: "Huyện Mường Tè (cũ)" },
  { key: "thanuyen", heir: "xa.thanuyen", keepAs: "Huyện Than Uyên (cũ)" },
  { key: "tanuyen", heir: "xa.tanuyen", keepAs: "Huyện Tân Uyên (cũ)" },
];

/** Unions that end on 1 July without a successor: what is left below goes directly under the province. */
export const SECTORS: readonly { readonly key: string; readonly keepAs?: string }[] = [
  { key: "giaoduc", keepAs: "Ngành Giáo dục" },
  { key: "yte", keepAs: "Ngành Y tế" },
  { key: "vienchuc" },
];

export interface LaterTree {
  readonly communes: readonly Commune[];
  readonly founded: readonly DemoUnit[];
  readonly communeUnions: readonly CommuneUnion[];
  /** The units of each stretch, each after the one it stands under; those beside are in all. */
  readonly in2024: readonly DemoUnit[];
  readonly inJune2025: readonly DemoUnit[];
  readonly inJuly2025: readonly DemoUnit[];
}

/** Where a unit stands from 1 July on. */
function parentInJuly({ key, parent }: DemoUnit): string | undefined {
  const district = DISTRICTS.find((found) => found.key === parent);
  if (district !== undefined) return district.others?.[key] ?? district.heir;
  return SECTORS.some((sector) => sector.key === parent) ? PROVINCE : parent;
}

export function laterTree(chance: Chance, tree: readonly DemoUnit[]): LaterTree {
  const communes = demoCommunes(chance);
  const founded = foundedUnions(chance, tree);
  const unions = communeUnions(chance, communes);
  const in2024 = [...tree, ...founded];
  const inJune2025 = in2024.filter(({ key }) => !BUDGET_UNIONS.includes(key));
  const ended = new Set([...DISTRICTS, ...SECTORS].map(({ key }) => key));
  const [province, ...rest] = inJune2025.filter(({ key }) => !ended.has(key));
  if (province === undefined) throw new Error("the demo has no province");
  const inJuly2025 = [province, ...unions, ...rest].map((each) => {
    const parent = parentInJuly(each);
    return parent === undefined ? each : { ...each, parent };
  });
  return { communes, founded, communeUnions: unions, in2024, inJune2025, inJuly2025 };
}
