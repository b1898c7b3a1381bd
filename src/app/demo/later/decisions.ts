// vi-data: titles, papers and the letterheads that the province's decisions of re-organisation give.
// Three decisions of the province as data: what was founded in 2024, what ended on 1 June and on 1 July 2025. Numbers
// and dates of the papers are invented. Not confirmed, to be asked of the union itself: what stands above the
// province's own name on its letters since its office moved into the Fatherland Front; here the Front's committee does.
import type { z } from "zod";
import type { Act, DecisionEntry } from "../../../unit/schema/acts.ts";
import { type DemoUnit, PROVINCE } from "../tree.ts";
import {
  BUDGET_UNIONS,
  BUDGET_UNIONS_END,
  DISTRICTS,
  DISTRICTS_END,
  FOUNDED_ON,
  type LaterTree,
  SECTORS,
} from "./tree.ts";

export type Entry = z.input<typeof DecisionEntry>;
type ActEntry = z.input<typeof Act>;
type IdOf = (key: string) => string;

const ISSUER = "Ban Thường vụ Liên đoàn Lao động tỉnh Lai Châu";
const paper = (number: string, issuedOn: string, subject: string) => ({
  issuer: ISSUER,
  number,
  notation: "QĐ-LĐLĐ",
  issuedOn,
  subject,
});

/** What an `open` act says of a unit. */
const opening = ({ id, kind, name, shortName, superiorName, notation, placeName }: DemoUnit) => ({
  id,
  kind,
  name,
  shortName,
  notation,
  placeName,
  ...(superiorName !== undefined && { superiorName }),
});

export const foundingOf2024 = ({ founded }: LaterTree, idOf: IdOf): Entry => ({
  title: "Thành lập mười công đoàn cơ sở ngoài khu vực nhà nước",
  effectiveOn: FOUNDED_ON,
  paper: paper("31", "2024-03-12", "Về việc thành lập công đoàn cơ sở"),
  acts: founded.map((unit) => ({
    kind: "open",
    unit: opening(unit),
    parentId: idOf(unit.parent ?? PROVINCE),
  })),
});

export const endOfBudgetUnions = (idOf: IdOf): Entry => ({
  title: "Kết thúc hoạt động công đoàn trong cơ quan hành chính, đơn vị hưởng 100% lương ngân sách",
  effectiveOn: BUDGET_UNIONS_END,
  paper: paper(
    "112",
    "2025-05-30",
    "Về việc kết thúc hoạt động các công đoàn cơ sở trong khu vực hành chính",
  ),
  acts: BUDGET_UNIONS.map((key) => ({ kind: "close", unitId: idOf(key), members: "leave" })),
});

export function endOfDistricts(later: LaterTree, idOf: IdOf): Entry {
  const province = idOf(PROVINCE);
  const opened: ActEntry[] = later.communeUnions.map((unit) => ({
    kind: "open",
    unit: opening(unit),
    parentId: province,
    areaIds: [...unit.areaIds],
  }));
  const districts: ActEntry[] = DISTRICTS.map(({ key, heir, others = {}, keepAs }) => ({
    kind: "replace",
    unitId: idOf(key),
    successorIds: [...new Set([heir, ...Object.values(others)])].map(idOf),
    heirId: idOf(heir),
    members: "follow",
    childrenTo: Object.entries(others).map(([child, to]) => ({ unitId: idOf(child), toId: idOf(to) })),
    keepAs,
  }));
  const below = (key: string) => later.inJune2025.filter(({ parent }) => parent === key);
  const sectors: ActEntry[] = SECTORS.flatMap(({ key, keepAs }): ActEntry[] => [
    ...below(key).map((unit): ActEntry => ({ kind: "move", unitId: unit.id, parentId: province })),
    { kind: "close", unitId: idOf(key), members: "follow", ...(keepAs !== undefined && { keepAs }) },
  ]);
  return {
    title: "Sắp xếp tổ chức công đoàn theo mô hình chính quyền địa phương hai cấp",
    effectiveOn: DISTRICTS_END,
    paper: paper(
      "147",
      "2025-06-27",
      "Về việc kết thúc hoạt động công đoàn cấp huyện, công đoàn ngành, Công đoàn Viên chức; thành lập công đoàn xã, phường",
    ),
    acts: [...opened, ...districts, ...sectors, ...newLetterheads(later, idOf)],
  };
}

/** Whose letters name another superior from 1 July on: the province's, and those of unions that stand elsewhere. */
function newLetterheads({ inJune2025, inJuly2025 }: LaterTree, idOf: IdOf): ActEntry[] {
  const province = inJune2025.find(({ key }) => key === PROVINCE);
  const moved = inJuly2025.filter(({ key, parent }) => {
    const before = inJune2025.find((unit) => unit.key === key);
    return before !== undefined && before.parent !== parent;
  });
  const named = (key: string | undefined) => inJuly2025.find((unit) => unit.key === key)?.name.toUpperCase();
  return [
    ...[province]
      .filter((unit) => unit !== undefined)
      .map(({ name, shortName }) => ({
        kind: "rename" as const,
        unitId: idOf(PROVINCE),
        name,
        shortName,
        superiorName: FRONT,
      })),
    ...moved.map((unit) => ({
      kind: "rename" as const,
      unitId: unit.id,
      name: unit.name,
      shortName: unit.shortName,
      superiorName: named(unit.parent) ?? "",
      placeName: inJuly2025.find(({ key }) => key === unit.parent)?.placeName ?? unit.placeName,
    })),
  ];
}

/** Above the province's own name on its letters since 1 July 2025; see the doubt at the head of this file. */
export const FRONT = "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH LAI CHÂU";
