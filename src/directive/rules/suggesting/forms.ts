// How a letter of a union is signed, kept and addressed, by kind of unit and date: data, with the doubt beside it. Pure.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
//
// Sources: NĐ 30/2020/NĐ-CP, Phụ lục I; QĐ 933/QĐ-TLĐ (14/05/2024) and before it QĐ 1014/QĐ-TLĐ (2011) (domain 6.3).
import type { AddresseeGroup, LetterFields } from "../../../document/schema.ts";
import type { Day } from "../../../platform/pure/calendar.ts";
import type { UnitKind } from "../../../unit/schema.ts";

type Signature = NonNullable<LetterFields["signature"]>;

interface LetterForm {
  /** In force from this day. */
  readonly from: Day;
  readonly kinds: readonly UnitKind[];
  readonly lines: Signature["lines"];
  /** Nơi nhận, the last line. */
  readonly archive: string;
  readonly doubt: string;
}

const STANDING = { capacity: "TM", onBehalfOf: "BAN THƯỜNG VỤ" } as const;

const FORMS: readonly LetterForm[] = [
  {
    from: "2011-08-19",
    kinds: ["confederation"],
    lines: [{ capacity: "TM", onBehalfOf: "ĐOÀN CHỦ TỊCH" }, { title: "PHÓ CHỦ TỊCH" }],
    archive: "Lưu: VT",
    doubt: "domain 6.3: the form is sourced; which title signs depends on who is assigned [K]",
  },
  {
    from: "2011-08-19",
    kinds: ["federation", "district-federation", "sector-union", "civil-servant-union"],
    lines: [STANDING, { title: "PHÓ CHỦ TỊCH" }],
    archive: "Lưu: VT",
    doubt: "as công văn 610/LĐLĐ was signed; a chair may sign as well, by assignment (domain 12, no. 3) [K]",
  },
  {
    from: "2025-06-01",
    kinds: ["commune-union"],
    lines: [STANDING, { title: "CHỦ TỊCH" }],
    archive: "Lưu: VT",
    doubt: "commune unions exist since mid-2025; no signed paper of one has been seen [K]",
  },
  {
    from: "2011-08-19",
    kinds: ["grassroots"],
    lines: [{ capacity: "TM", onBehalfOf: "BAN CHẤP HÀNH" }, { title: "CHỦ TỊCH" }],
    archive: "Lưu: CĐCS",
    doubt: "custom of grassroots unions, which keep no registry of their own [K]",
  },
  {
    from: "2011-08-19",
    kinds: ["section"],
    lines: [{ title: "CHỦ TỊCH" }],
    archive: "Lưu: CĐBP",
    doubt: "a section with a committee may sign TM. BAN CHẤP HÀNH; none has been seen [K]",
  },
  {
    from: "2011-08-19",
    kinds: ["group"],
    lines: [{ title: "TỔ TRƯỞNG" }],
    archive: "Lưu: tổ công đoàn",
    doubt: "groups write notices at most; no signed paper of one has been seen [K]",
  },
];

/** The form in force on `day`; a kind without one writes as a federation does. */
export function letterForm(kind: UnitKind, day: Day): Pick<LetterForm, "lines" | "archive"> {
  const found = FORMS.filter((form) => form.from <= day && form.kinds.includes(kind)).at(-1);
  return found ?? (FORMS[1] as LetterForm);
}

/** Units of one kind addressed together (domain 0, 6.1); the words are those the reader knows as that group. */
const TOGETHER: Readonly<Partial<Record<UnitKind, { text: string; group: AddresseeGroup }>>> = {
  federation: { text: "Liên đoàn Lao động các tỉnh, thành phố", group: "provincial-federations" },
  "district-federation": {
    text: "Liên đoàn Lao động các huyện, thành phố",
    group: "district-federations",
  },
  "sector-union": { text: "Các công đoàn ngành", group: "sector-unions" },
  "civil-servant-union": { text: "Công đoàn Viên chức tỉnh", group: "civil-servant-union" },
  "commune-union": { text: "Công đoàn các xã, phường", group: "commune-unions" },
  grassroots: { text: "Các công đoàn cơ sở trực thuộc", group: "grassroots" },
  section: { text: "Các công đoàn bộ phận", group: "sections" },
  group: { text: "Các tổ công đoàn", group: "union-groups" },
};

export interface Addressed {
  readonly id: string;
  readonly kind: UnitKind;
  readonly name: string;
}

/**
 * Kính gửi for these units: each kind with several is one line for the group, a unit alone of its kind is named. With
 * `all` false the units are a choice among their kind, and every one is named.
 */
export function addressLines(
  units: readonly Addressed[],
  { all }: { readonly all: boolean },
): { addressees: LetterFields["addressees"]; lineOf: ReadonlyMap<string, string> } {
  const kinds = new Map<UnitKind, Addressed[]>();
  for (const unit of units) kinds.set(unit.kind, [...(kinds.get(unit.kind) ?? []), unit]);
  const addressees: LetterFields["addressees"] = [];
  const lineOf = new Map<string, string>();
  for (const [kind, members] of kinds) {
    const together = all && members.length > 1 ? TOGETHER[kind] : undefined;
    if (together) addressees.push({ ...together });
    for (const { id, name } of members) {
      if (!together) addressees.push({ text: name });
      lineOf.set(id, together?.text ?? name);
    }
  }
  return { addressees, lineOf };
}
