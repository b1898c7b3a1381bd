// vi-data: units of the demo province as their titles stand on letters.
// Real: Lai Châu's federation, its eleven intermediate unions of 2021, the provincial hospital, Red Cross and steering
// committee. Every grassroots union is made up, and can be told by its name: a plant and a number, no place and no
// firm. What is told of any of them, real name or not, is invented.
import type { UnitKind } from "../../unit/schema.ts";
import type { Chance } from "./chance.ts";

export interface DemoUnit {
  /** Short name of the unit in this folder, and the sign-in of its officer. */
  readonly key: string;
  readonly id: string;
  readonly side: "union" | "steering" | "red-cross" | "facility";
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly superiorName?: string;
  readonly notation: string;
  readonly placeName: string;
  readonly central: boolean;
  readonly parent?: string;
  /** People affiliated with this very unit, units below left out. */
  readonly people: number;
}

/** The tree stands since this day, well before the first campaign of the demo. */
export const TREE_FROM = "2013-01-01";
export const PROVINCE = "tinh";
export const HOSPITAL = "benhvien";

type Plan = Omit<DemoUnit, "id" | "side" | "central" | "people"> &
  Partial<Pick<DemoUnit, "side" | "central" | "people">>;

const district = (key: string, place: string, level = "huyện"): Plan => ({
  key,
  kind: "district-federation",
  name: `Liên đoàn Lao động ${level} ${place}`,
  shortName: `LĐLĐ ${level} ${place}`,
  superiorName: "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU",
  notation: "LĐLĐ",
  placeName: place,
  parent: PROVINCE,
});

const sector = (key: string, kind: UnitKind, name: string, shortName: string, notation: string): Plan => ({
  key,
  kind,
  name,
  shortName,
  superiorName: "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU",
  notation,
  placeName: "Lai Châu",
  parent: PROVINCE,
});

const ABOVE: readonly Plan[] = [
  {
    key: PROVINCE,
    kind: "federation",
    name: "Liên đoàn Lao động tỉnh Lai Châu",
    shortName: "LĐLĐ tỉnh Lai Châu",
    superiorName: "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
    notation: "LĐLĐ",
    placeName: "Lai Châu",
  },
  district("thanhpho", "Lai Châu", "thành phố"),
  district("tamduong", "Tam Đường"),
  district("phongtho", "Phong Thổ"),
  district("sinho", "Sìn Hồ"),
  district("namnhun", "Nậm Nhùn"),
  district("muongte", "Mường Tè"),
  district("thanuyen", "Than Uyên"),
  district("tanuyen", "Tân Uyên"),
  sector(
    "giaoduc",
    "sector-union",
    "Công đoàn ngành Giáo dục tỉnh Lai Châu",
    "Công đoàn ngành Giáo dục",
    "CĐGD",
  ),
  sector("yte", "sector-union", "Công đoàn ngành Y tế tỉnh Lai Châu", "Công đoàn ngành Y tế", "CĐYT"),
  sector(
    "vienchuc",
    "civil-servant-union",
    "Công đoàn Viên chức tỉnh Lai Châu",
    "Công đoàn Viên chức tỉnh",
    "CĐVC",
  ),
];

/** Key, what comes after "CĐCS", and how many people are in its own list. */
const GRASSROOTS: Readonly<
  Record<string, readonly (readonly [key: string, name: string, people: number])[]>
> = {
  thanhpho: [
    ["hoaban1", "Trường Tiểu học Hoa Ban 1", 62],
    ["hoaman1", "Trường Trung học cơ sở Hoa Mận 1", 56],
    ["samu1", "Công ty cổ phần Sa Mu 1", 10],
    ["hoadao1", "Cơ quan Hoa Đào 1", 66],
  ],
  tamduong: [
    ["hoale1", "Trường Trung học cơ sở Hoa Lê 1", 62],
    ["hoacuc1", "Trường Mầm non Hoa Cúc 1", 54],
    ["hoatra1", "Công ty Chè Hoa Trà 1", 40],
  ],
  phongtho: [
    ["hoasim1", "Trường Tiểu học Hoa Sim 1", 64],
    ["hoasen1", "Trường Trung học cơ sở Hoa Sen 1", 66],
    ["hoalan1", "Cơ quan Hoa Lan 1", 60],
  ],
  sinho: [
    ["hoamua1", "Trường Trung học cơ sở Hoa Mua 1", 56],
    ["hoagao1", "Trường Tiểu học Hoa Gạo 1", 60],
    ["hoamo1", "Cơ quan Hoa Mơ 1", 54],
  ],
  namnhun: [
    ["hoade1", "Trường Tiểu học Hoa Dẻ 1", 58],
    ["hoabuoi1", "Cơ quan Hoa Bưởi 1", 62],
  ],
  muongte: [
    ["hoachuoi1", "Trường Trung học cơ sở Hoa Chuối 1", 62],
    ["caylat1", "Cơ quan Cây Lát 1", 68],
  ],
  thanuyen: [
    ["hoaphuong1", "Trường Tiểu học Hoa Phượng 1", 66],
    ["hoahoi1", "Trường Trung học cơ sở Hoa Hồi 1", 58],
    ["cayque1", "Công ty Cây Quế 1", 76],
  ],
  tanuyen: [
    ["hoamai1", "Trường Trung học cơ sở Hoa Mai 1", 58],
    ["hoanhai1", "Trường Tiểu học Hoa Nhài 1", 60],
    ["hoangau1", "Công ty Chè Hoa Ngâu 1", 62],
  ],
  giaoduc: [
    ["hoaban2", "Trường Trung học phổ thông Hoa Ban 2", 58],
    ["huongduong1", "Trường Trung học phổ thông Hướng Dương 1", 56],
    ["hoasung1", "Trường Cao đẳng Hoa Súng 1", 46],
  ],
  yte: [
    ["ngoclan1", "Bệnh viện Ngọc Lan 1", 16],
    ["hoacuc2", "Trung tâm Y tế Hoa Cúc 2", 42],
    ["labang1", "Trung tâm Y tế Lá Bàng 1", 34],
  ],
  vienchuc: [
    ["cayda1", "Cơ quan Cây Đa 1", 36],
    ["caysau1", "Cơ quan Cây Sấu 1", 32],
    ["caytruc1", "Cơ quan Cây Trúc 1", 32],
  ],
  // Of central bodies in the province: directly under it, named as such in the letter's addressees.
  [PROVINCE]: [
    ["caysoi1", "Thủy điện Cây Sồi 1", 32],
    ["hoasu1", "Ngân hàng Hoa Sứ 1", 22],
    ["hoagiay1", "Bưu chính Hoa Giấy 1", 16],
  ],
};

const part = (
  key: string,
  kind: "section" | "group",
  parent: string,
  called: string,
  people: number,
): Plan => ({
  key,
  kind,
  name: `${kind === "section" ? "Công đoàn bộ phận" : "Tổ công đoàn"} ${called}`,
  shortName: `${kind === "section" ? "CĐBP" : "Tổ CĐ"} ${called}`,
  notation: kind === "section" ? "CĐBP" : "TCĐ",
  placeName: "Lai Châu",
  parent,
  people,
});

const INSIDE: readonly Plan[] = [
  part("samu1.vanphong", "section", "samu1", "Văn phòng Sa Mu 1", 22),
  part("samu1.xuong", "section", "samu1", "Xưởng Sa Mu 1", 8),
  part("samu1.casang", "group", "samu1.xuong", "Ca sáng Sa Mu 1", 28),
  part("samu1.cachieu", "group", "samu1.xuong", "Ca chiều Sa Mu 1", 28),
  part("hoatra1.nuongche", "section", "hoatra1", "Nương chè Hoa Trà 1", 38),
  part("hoatra1.chebien", "group", "hoatra1", "Chế biến Hoa Trà 1", 26),
  part("ngoclan1.lamsang", "section", "ngoclan1", "Khối Lâm sàng Ngọc Lan 1", 10),
  part("ngoclan1.noi", "group", "ngoclan1.lamsang", "Khoa Nội Ngọc Lan 1", 28),
  part("ngoclan1.ngoai", "group", "ngoclan1.lamsang", "Khoa Ngoại Ngọc Lan 1", 24),
  part("ngoclan1.canlamsang", "section", "ngoclan1", "Khối Cận lâm sàng Ngọc Lan 1", 26),
];

const BESIDE: readonly Plan[] = [
  {
    key: HOSPITAL,
    side: "facility",
    kind: "facility",
    name: "Bệnh viện Đa khoa tỉnh Lai Châu",
    shortName: "BVĐK tỉnh",
    superiorName: "SỞ Y TẾ TỈNH LAI CHÂU",
    notation: "BVĐK",
    placeName: "Lai Châu",
  },
  {
    key: "chuthapdo",
    side: "red-cross",
    kind: "red-cross",
    name: "Hội Chữ thập đỏ tỉnh Lai Châu",
    shortName: "Hội CTĐ tỉnh",
    notation: "HCTĐ",
    placeName: "Lai Châu",
  },
  {
    key: "banchidao",
    side: "steering",
    kind: "steering-committee",
    name: "Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh Lai Châu",
    shortName: "BCĐ HMTN tỉnh",
    superiorName: "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU",
    notation: "BCĐ",
    placeName: "Lai Châu",
  },
];

const grassroots = (): Plan[] =>
  Object.entries(GRASSROOTS).flatMap(([parent, list]) => {
    const above = ABOVE.find(({ key }) => key === parent);
    return list.map(([key, name, people]) => ({
      key,
      kind: "grassroots" as const,
      name: `Công đoàn cơ sở ${name}`,
      shortName: `CĐCS ${name}`,
      superiorName: above?.name.toUpperCase() ?? "",
      notation: "CĐCS",
      placeName: above?.placeName ?? "",
      central: parent === PROVINCE,
      parent,
      people,
    }));
  });

/** All units, each after the one it stands under. */
export function demoTree(chance: Chance): DemoUnit[] {
  return [...ABOVE, ...grassroots(), ...INSIDE, ...BESIDE].map((plan) => ({
    side: "union",
    central: false,
    people: 0,
    ...plan,
    id: chance.idAt(`${TREE_FROM}T00:00:00Z`),
  }));
}
