// Kính gửi → units: each addressee of a letter stands for units strictly below the sender in the tree of the letter's
// day. Pure. A group is every unit of its kind; any other line names one unit. What is not in the tree stands for none.
import type { AddresseeGroup } from "../../document/schema.ts";
import type { UnitKind } from "../../unit/schema.ts";
import { matchName, spellAll, spelledOut } from "./names.ts";

/** A unit below the sender on the asked day. */
export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  /** Kept by a central agency. */
  readonly central: boolean;
}

export interface Addressee {
  readonly text: string;
  readonly group?: AddresseeGroup | undefined;
  /** Further groups that the same printed line names. */
  readonly moreGroups?: readonly AddresseeGroup[] | undefined;
}

export interface Resolved {
  /** From 1, in the letter's order. */
  readonly ordinal: number;
  readonly text: string;
  readonly group: AddresseeGroup | null;
  readonly units: readonly TreeNode[];
  /** False where a line that names one unit fits several, or none. */
  readonly certain: boolean;
}

interface Asked {
  readonly senderId: string;
  readonly words: string;
  /** The letter names central grassroots unions apart. */
  readonly centralApart: boolean;
}
/** Units of these kinds for which the rule holds. */
interface Group {
  readonly kinds: readonly UnitKind[];
  readonly rule: (node: TreeNode, asked: Asked) => boolean;
}

const ofKind = (kind: UnitKind): Group => ({ kinds: [kind], rule: () => true });
const named = (kinds: readonly UnitKind[], words: RegExp): Group => ({
  kinds,
  rule: (node) => words.test(spelledOut(node.name)),
});
const NONE: Group = { kinds: [], rule: () => false };

const DISTRICT = /\b(?:huyen|thanh pho|thi xa)\b/;
const COMMUNE = /\b(?:xa|phuong|thi tran|dac khu)\b/;
const CORPORATION = /\b(?:tong cong ty|tap doan)\b/;
const ZONE = /\b(?:khu cong nghiep|khu kinh te|khu che xuat)\b/;

/** Every group the reader tells apart; agencies and departments are no units of the tree. */
const GROUPS: Readonly<Record<AddresseeGroup, Group>> = {
  "provincial-federations": ofKind("federation"),
  "central-sector-unions": {
    kinds: ["sector-union"],
    rule: (node, { senderId }) => node.parentId === senderId && !CORPORATION.test(spelledOut(node.name)),
  },
  "corporation-unions": named(["sector-union"], CORPORATION),
  "district-federations": ofKind("district-federation"),
  "sector-unions": ofKind("sector-union"),
  "civil-servant-union": ofKind("civil-servant-union"),
  "industrial-zone-unions": named(["sector-union", "commune-union", "district-federation"], ZONE),
  "commune-unions": ofKind("commune-union"),
  "central-grassroots": { kinds: ["grassroots"], rule: (node) => node.central },
  // "Trực thuộc" are those directly below. Central ones are left out only where the letter names them apart.
  grassroots: {
    kinds: ["grassroots"],
    rule: (node, { senderId, words, centralApart }) =>
      !(centralApart && node.central) && (!/\btruc thuoc\b/.test(words) || node.parentId === senderId),
  },
  sections: ofKind("section"),
  "union-groups": ofKind("group"),
  "federation-departments": NONE,
  "district-steering-committees": named(["steering-committee"], DISTRICT),
  "commune-steering-committees": named(["steering-committee"], COMMUNE),
  "district-red-cross": named(["red-cross"], DISTRICT),
  "provincial-agencies": NONE,
  "district-authorities": NONE,
  "commune-authorities": NONE,
};

export const groupsOf = ({ group, moreGroups = [] }: Addressee): readonly AddresseeGroup[] =>
  group ? [group, ...moreGroups] : [];

/**
 * Kinds of units that these lines can stand for: all that need be looked up for them. Undefined: any, for a line that
 * names one unit.
 */
export const kindsNamed = (lines: readonly Addressee[]): readonly UnitKind[] | undefined =>
  lines.some((line) => groupsOf(line).length === 0)
    ? undefined
    : [...new Set(lines.flatMap((line) => groupsOf(line).flatMap((group) => GROUPS[group].kinds)))];

/** `below`: all units under the sender that day, in the order they should be shown; the sender is not among them. */
export function resolve(
  lines: readonly Addressee[],
  senderId: string,
  below: readonly TreeNode[],
): readonly Resolved[] {
  const centralApart = lines.some((line) => groupsOf(line).includes("central-grassroots"));
  const known = lines.some((line) => groupsOf(line).length === 0) ? spellAll(below) : [];
  return lines.map((line, index) => {
    const { text, group } = line;
    const groups = groupsOf(line).map((each) => GROUPS[each]);
    const asked = { senderId, words: spelledOut(text), centralApart };
    const units =
      groups.length > 0
        ? below.filter((node) =>
            groups.some(({ kinds, rule }) => kinds.includes(node.kind) && rule(node, asked)),
          )
        : matchName(text, known);
    const certain = units.length === 1 || (groups.length > 0 && units.length > 0);
    return { ordinal: index + 1, text, group: group ?? null, units, certain };
  });
}
