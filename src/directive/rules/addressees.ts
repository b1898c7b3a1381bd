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
type Rule = (node: TreeNode, asked: Asked) => boolean;

const ofKind =
  (kind: UnitKind): Rule =>
  (node) =>
    node.kind === kind;
const named =
  (kinds: readonly UnitKind[], words: RegExp): Rule =>
  (node) =>
    kinds.includes(node.kind) && words.test(spelledOut(node.name));
const none: Rule = () => false;

const DISTRICT = /\b(?:huyen|thanh pho|thi xa)\b/;
const COMMUNE = /\b(?:xa|phuong|thi tran|dac khu)\b/;
const CORPORATION = /\b(?:tong cong ty|tap doan)\b/;
const ZONE = /\b(?:khu cong nghiep|khu kinh te|khu che xuat)\b/;

/** Every group the reader tells apart; agencies and departments are no units of the tree. */
const GROUPS: Readonly<Record<AddresseeGroup, Rule>> = {
  "provincial-federations": ofKind("federation"),
  "central-sector-unions": (node, { senderId }) =>
    node.kind === "sector-union" && node.parentId === senderId && !CORPORATION.test(spelledOut(node.name)),
  "corporation-unions": named(["sector-union"], CORPORATION),
  "district-federations": ofKind("district-federation"),
  "sector-unions": ofKind("sector-union"),
  "civil-servant-union": ofKind("civil-servant-union"),
  "industrial-zone-unions": named(["sector-union", "commune-union", "district-federation"], ZONE),
  "commune-unions": ofKind("commune-union"),
  "central-grassroots": (node) => node.kind === "grassroots" && node.central,
  // "Trực thuộc" are those directly below. Central ones are left out only where the letter names them apart.
  grassroots: (node, { senderId, words, centralApart }) =>
    node.kind === "grassroots" &&
    !(centralApart && node.central) &&
    (!/\btruc thuoc\b/.test(words) || node.parentId === senderId),
  sections: ofKind("section"),
  "union-groups": ofKind("group"),
  "federation-departments": none,
  "district-steering-committees": named(["steering-committee"], DISTRICT),
  "commune-steering-committees": named(["steering-committee"], COMMUNE),
  "district-red-cross": named(["red-cross"], DISTRICT),
  "provincial-agencies": none,
  "district-authorities": none,
  "commune-authorities": none,
};

/** `below`: all units under the sender that day, in the order they should be shown; the sender is not among them. */
export function resolve(
  lines: readonly Addressee[],
  senderId: string,
  below: readonly TreeNode[],
): readonly Resolved[] {
  const groupsOf = ({ group, moreGroups = [] }: Addressee) => (group ? [group, ...moreGroups] : []);
  const centralApart = lines.some((line) => groupsOf(line).includes("central-grassroots"));
  const known = lines.some((line) => groupsOf(line).length === 0) ? spellAll(below) : [];
  return lines.map((line, index) => {
    const { text, group } = line;
    const rules = groupsOf(line).map((each) => GROUPS[each]);
    const asked = { senderId, words: spelledOut(text), centralApart };
    const units =
      rules.length > 0
        ? below.filter((node) => rules.some((rule) => rule(node, asked)))
        : matchName(text, known);
    const certain = units.length === 1 || (rules.length > 0 && units.length > 0);
    return { ordinal: index + 1, text, group: group ?? null, units, certain };
  });
}
