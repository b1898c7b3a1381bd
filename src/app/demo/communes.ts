// vi-data: the 38 communes and wards of Lai Châu since 1 July 2025, by their official codes.
// Source of names and codes: the unit table of github.com/thanglequoc/vietnamese-provinces-database (at 02a27df4); the
// resolution is 1670/NQ-UBTVQH15 of 16/06/2025: 36 communes and 2 wards. To be checked before anyone relies on it:
// which former district each belonged to (taken from the order of the resolution; the sum of 38 agrees), and their
// first day, 01/07/2025, which is right for what the resolution made anew but too late for Mù Cả and Tà Tổng, which
// it left as they were. A name alone is ambiguous: several communes bear that of a former district. Join by code.
import type { Chance } from "./chance.ts";

export const COMMUNES_FROM = "2025-07-01";

type Entry = readonly [code: string, name: string, level?: "phường"];

/** By the district they lay in until the end of June 2025. */
const OF_DISTRICT: Readonly<Record<string, readonly Entry[]>> = {
  thanhpho: [
    ["03408", "Tân Phong", "phường"],
    ["03388", "Đoàn Kết", "phường"],
  ],
  tamduong: [
    ["03390", "Bình Lư"],
    ["03405", "Tả Lèng"],
    ["03424", "Bản Bo"],
    ["03430", "Khun Há"],
  ],
  phongtho: [
    ["03394", "Sin Suối Hồ"],
    ["03549", "Phong Thổ"],
    ["03562", "Sì Lở Lầu"],
    ["03571", "Dào San"],
    ["03583", "Khổng Lào"],
  ],
  sinho: [
    ["03478", "Sìn Hồ"],
    ["03503", "Pa Tần"],
    ["03508", "Hồng Thu"],
    ["03517", "Nậm Tăm"],
    ["03529", "Tủa Sín Chải"],
    ["03532", "Pu Sam Cáp"],
    ["03538", "Nậm Mạ"],
    ["03544", "Nậm Cuổi"],
  ],
  namnhun: [
    ["03434", "Nậm Hàng"],
    ["03460", "Hua Bum"],
    ["03472", "Mường Mô"],
    ["03487", "Lê Lợi"],
  ],
  muongte: [
    ["03433", "Bum Tở"],
    ["03439", "Thu Lũm"],
    ["03442", "Pa Ủ"],
    ["03445", "Mường Tè"],
    ["03451", "Mù Cả"],
    ["03463", "Tà Tổng"],
    ["03466", "Bum Nưa"],
  ],
  thanuyen: [
    ["03595", "Than Uyên"],
    ["03618", "Mường Than"],
    ["03637", "Mường Kim"],
    ["03640", "Khoen On"],
  ],
  tanuyen: [
    ["03598", "Tân Uyên"],
    ["03601", "Mường Khoa"],
    ["03613", "Nậm Sỏ"],
    ["03616", "Pắc Ta"],
  ],
};

export interface Commune {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly placeName: string;
  /** Key of the former district in the demo's tree. */
  readonly district: string;
}

/** All 38, in the order of the resolution. */
export function demoCommunes(chance: Chance): Commune[] {
  return Object.entries(OF_DISTRICT).flatMap(([district, entries]) =>
    entries.map(([code, name, level = "xã"]) => ({
      id: chance.idAt(`${COMMUNES_FROM}T00:00:00+07:00`),
      code,
      name: `${level === "xã" ? "Xã" : "Phường"} ${name}`,
      shortName: `${level === "xã" ? "Xã" : "P."} ${name}`,
      placeName: name,
      district,
    })),
  );
}
