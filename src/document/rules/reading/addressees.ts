// Kính gửi: whom the letter is sent to, each line or each group of a line by itself.
import type { AddresseeGroup, Span } from "../../schema.ts";
import { type Found, foundText } from "./found.ts";
import { foldedWords, type Line, type Source, spanIn, viewOf } from "./source.ts";
import { type Note, note } from "./warnings.ts";
import { openingOf, type Zones } from "./zones.ts";

export type Addressee = {
  text: Found<string>;
  group?: Found<AddresseeGroup> | undefined;
  moreGroups?: Found<AddresseeGroup>[] | undefined;
};
export type Addressees = { list: Addressee[]; bodyStart: number; notes: Note[] };

const FEDERATION = "(?:lien doan lao dong|ldld)";
const GRASSROOTS = "(?:cong doan co so|cdcs)";
const UNION = "(?:cong doan|cd)";
const DISTRICTS = "(?:cac )?(?:huyen|thanh pho|thi xa|tp)(?:(?:,| va) (?:huyen|thanh pho|thi xa|tp))*";
const COMMUNES = "(?:cac )?(?:xa|phuong|dac khu|thi tran)(?:(?:,| va) (?:xa|phuong|dac khu|thi tran))*";
const END = "(?: (?:trong|tren|thuoc|truc thuoc|tinh|cua|va tuong duong)\\b.*)?$";

// A group is named by a plural or by the bare type; a proper name after it ("huyện Tam Đường") is one unit.
const GROUPS: [AddresseeGroup, RegExp][] = [
  ["provincial-federations", new RegExp(`^${FEDERATION} cac (?:tinh|thanh pho truc thuoc trung uong)\\b`)],
  ["district-federations", new RegExp(`^${FEDERATION} (?:cap huyen|${DISTRICTS})${END}`)],
  ["central-sector-unions", new RegExp(`^(?:cac )?${UNION} (?:cac )?nganh trung uong\\b`)],
  [
    "corporation-unions",
    new RegExp(`^(?:cac )?${UNION} (?:cac )?tong cong ty\\b(?: (?:truc thuoc|tren).*)?$`),
  ],
  ["sector-unions", new RegExp(`^(?:cac )?${UNION} (?:cac )?nganh(?: dia phuong)?${END}`)],
  ["civil-servant-union", new RegExp(`^${UNION} vien chuc(?: tinh(?: [a-z ]+)?)?$`)],
  [
    "industrial-zone-unions",
    new RegExp(`^(?:cac )?${UNION} (?:cac )?(?:khu cong nghiep|kcn|khu kinh te)\\b`),
  ],
  [
    "central-grassroots",
    new RegExp(`^(?:cac )?${GRASSROOTS} (?:cac )?(?:co quan |don vi |doanh nghiep )?(?:trung uong|tw)\\b`),
  ],
  ["commune-unions", new RegExp(`^(?:cac )?${UNION} ${COMMUNES}${END}`)],
  [
    "grassroots",
    new RegExp(
      `^(?:cac ${GRASSROOTS}|${GRASSROOTS} (?:cac\\b|truc thuoc|khoi\\b)|${GRASSROOTS}$|ban chap hanh cac ${GRASSROOTS})`,
    ),
  ],
  ["sections", new RegExp(`^(?:cac )?(?:${UNION} bo phan|${GRASSROOTS} thanh vien)\\b`)],
  ["union-groups", /^(?:to truong )?(?:cac )?to cong doan\b/],
  [
    "federation-departments",
    new RegExp(`^(?:cac )ban.{0,30}${FEDERATION} tinh\\b|^(?:cac )ban chuyen de\\b`),
  ],
  [
    "district-steering-committees",
    new RegExp(`^(?:ban chi dao|bcd)\\b.{0,60}? (?:cap huyen|${DISTRICTS})${END}`),
  ],
  ["commune-steering-committees", new RegExp(`^(?:ban chi dao|bcd)\\b.{0,60}? (?:cap xa|${COMMUNES})${END}`)],
  ["district-red-cross", new RegExp(`^hoi (?:chu thap do|ctd) (?:cap huyen|${DISTRICTS})${END}`)],
  ["provincial-agencies", /^cac so\b.{0,60}$/],
  ["district-authorities", new RegExp(`^(?:ubnd|uy ban nhan dan) (?:cap huyen|${DISTRICTS})${END}`)],
  ["commune-authorities", new RegExp(`^(?:ubnd|uy ban nhan dan) (?:cap xa|${COMMUNES})${END}`)],
];

/** The group a folded addressee names, if it is one. */
export function groupOf(fold: string): AddresseeGroup | undefined {
  const plain = fold.slice(0, 200);
  return GROUPS.find(([, pattern]) => pattern.test(plain))?.[0];
}

const UNIT_NOUN =
  "(?:cac |ban chap hanh )?(?:lien doan lao dong|ldld|tong lien doan|cong doan|cdcs|cd |to cong doan|ban chi dao|bcd|uy ban|ubnd|mat tran|hoi |so |tinh doan|benh vien|trung tam|truong |dong chi|ong |ba )";
// "Công đoàn ngành, Công đoàn Viên chức tỉnh" names two groups; "các huyện, thành phố" one.
const JOINT = new RegExp(` ?[;,] (?=${UNIT_NOUN})| va (?=${UNIT_NOUN})`, "g");

function splitJoint(source: Source, item: Span): Span[] {
  const view = viewOf(source, item);
  const out: Span[] = [];
  let start = 0;
  for (const joint of view.fold.matchAll(JOINT)) {
    out.push(spanIn(view, start, joint.index));
    start = joint.index + joint[0].length;
  }
  out.push(spanIn(view, start, view.fold.length));
  return out;
}

const BULLET = /^[-+•*–●▪·]\s{0,4}/;
const BODY_OPENING =
  /^(?:can cu|toi du|den du|du |thuc hien|tiep tuc|tiep theo|theo|huong ung|nham|de |ban thuong vu|ban chap hanh|ban chi dao .{0,80}(?:de nghi|yeu cau)|uy ban .{0,80}(?:de nghi|yeu cau)|nhan dip|vua qua|trong |duoc su|ngay |hien nay|(?:ldld|lien doan lao dong|cong doan) .{0,80}(?:de nghi|yeu cau|thong bao|huong dan|to chuc)|[ivx]{1,4}\. |\d{1,2}\. |noi nhan)/;

function itemsOf(source: Source, lines: Line[], opening: number): { items: Span[]; used: number } {
  const first = lines[0];
  if (!first) return { items: [], used: 0 };
  const items: Span[] = [];
  // The opening itself may have gone on to the second line.
  const opened = lines.find((line) => opening < line.end);
  let used = opened ? lines.indexOf(opened) + 1 : 1;
  if (opened && opened.start <= opening) items.push({ start: opening, end: opened.end });
  else used = 1;
  let bulleted = false;
  for (const line of lines.slice(used, 60)) {
    const fold = foldedWords(source, line).slice(0, 200);
    const mark = BULLET.exec(fold);
    const last = items.at(-1);
    const closed = last !== undefined && /[.:]$/.test(source.work.slice(last.start, last.end));
    // "(qua Ban Chính sách" / "- Pháp luật)": nothing begins inside a bracket.
    const inside =
      last &&
      line.gap === 0 &&
      /\([^()]*$/.test(source.work.slice(Math.max(last.start, last.end - 120), last.end));
    if (inside) last.end = line.end;
    else if (mark) {
      bulleted = true;
      items.push({ start: line.start + mark[0].length, end: line.end });
    } else {
      if (
        BODY_OPENING.test(fold) ||
        (last && line.gap > 0 && !/;$/.test(source.work.slice(last.start, last.end)))
      )
        break;
      if (last && (bulleted || line.gap === 0) && !/[;.]$/.test(source.work.slice(last.start, last.end)))
        last.end = line.end;
      else if (closed || bulleted) break;
      else items.push({ start: line.start, end: line.end });
    }
    used++;
  }
  return { items: items.flatMap((item) => splitBySemicolon(source, item)), used };
}

function splitBySemicolon(source: Source, item: Span): Span[] {
  const out: Span[] = [];
  let start = item.start;
  for (
    let at = source.work.indexOf(";", start);
    at >= 0 && at < item.end;
    at = source.work.indexOf(";", start)
  ) {
    out.push({ start, end: at });
    start = at + 1;
    start += BULLET.exec(source.work.slice(start, start + 8).trimStart())?.[0].length ?? 0;
  }
  out.push({ start, end: item.end });
  return out;
}

const isGroup = (named: { value: AddresseeGroup | undefined; span: Span }): named is Found<AddresseeGroup> =>
  named.value !== undefined;

const OPENING = /^.{0,150}?kinh (?:gui|moi)\s*:?\s*/;

function openingEnd(source: Source, line: Span): number {
  const view = viewOf(source, { start: line.start, end: Math.min(line.end, line.start + 400) });
  const length = OPENING.exec(view.fold)?.[0].length ?? 0;
  return length < view.at.length ? spanIn(view, length, length + 1).start : line.end;
}

/** The addressees, and the line where the body begins (`afterHeader` when there is no Kính gửi). */
export function readAddressees(source: Source, zones: Zones): Addressees {
  if (zones.addressees === undefined) {
    return { list: [], bodyStart: zones.afterHeader, notes: [note("addressees-missing", "addressees")] };
  }
  const lines = source.lines.slice(zones.addressees, zones.tail);
  const first = lines[0];
  const opening = first ? openingEnd(source, openingOf(source, zones.addressees, first)) : 0;
  const { items, used } = itemsOf(source, lines, opening);
  const list: Addressee[] = [];
  const notes: Note[] = [];
  for (const item of items) {
    const parts = splitJoint(source, item).flatMap((span) => foundText(source, span) ?? []);
    const groups = parts.map(({ span }) => ({ value: groupOf(foldedWords(source, span)), span }));
    const whole = foundText(source, item);
    // A printed line that names only groups stays one addressee; units named by name are told apart.
    if (whole && groups.length > 1 && groups.every(isGroup)) {
      const [group, ...moreGroups] = groups;
      list.push({ text: whole, group, moreGroups });
      continue;
    }
    for (const [at, text] of parts.entries()) {
      const group = groups[at];
      if (group?.value === undefined && /\bcac /.test(foldedWords(source, text.span))) {
        notes.push(note("addressee-group-unknown", `addressees[${list.length}]`, { text: text.value }));
      }
      list.push({ text, group: group && isGroup(group) ? group : undefined });
    }
  }
  if (list.length === 0) notes.push(note("addressees-missing", "addressees"));
  // A letter of invitation opens its first sentence with the addressees; that sentence is body too.
  const invitation = first && !/^kinh (?:gui|moi)\b/.test(foldedWords(source, first));
  return { list, bodyStart: zones.addressees + (invitation ? 0 : used), notes };
}
