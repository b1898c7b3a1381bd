// A list of everybody's numbers becomes one's own: what a letter above splits among its receivers says nothing to the
// units below one of them. Pure.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
import type { LetterFields } from "../../../document/schema.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { spelledOut } from "../names.ts";
import type { Order } from "./wording.ts";

type Targets = LetterFields["targets"];

const TOTAL = /^(?:[-–•+*]\s*)?(?:tổng cộng|tổng số|cộng)\b/iu;
/** "chỉ tiêu 1.000 đơn vị máu, cụ thể như sau:" up to the words before the number. */
const ANNOUNCES =
  /,?(?:\s+\d[\d.]*\s+(?:đơn vị máu|đơn vị|người đăng ký|người))?[,;]?\s*(?:(?:cụ thể|chi tiết)(?:\s+như sau)?|như sau)?\s*:\s*$/iu;

/**
 * The order without the rows that name the letter's receivers with their numbers; in their place the unit's own, where
 * the letter gives it one. An order without such rows stays as it is.
 */
export function withOwnShare(order: Order, targets: Targets, unitName: string): Order {
  const named = targets.flatMap(({ unit }) => (unit === undefined ? [] : [spelledOut(unit)]));
  const lines = order.text.split("\n");
  const isRow = (line: string): boolean => {
    const words = spelledOut(line);
    return /\d/.test(line) && named.some((name) => words.includes(name));
  };
  const first = lines.findIndex(isRow);
  if (first < 1) return order;
  const kept = lines.filter((line, at) => at < first || !(isRow(line) || TOTAL.test(line.trim())));
  const head = kept[first - 1] ?? "";
  const own = targets.find(({ unit }) => unit !== undefined && spelledOut(unit) === spelledOut(unitName));
  if (ANNOUNCES.test(head)) kept[first - 1] = `${head.replace(ANNOUNCES, "")} ${given(own)}.`;
  return { ...order, text: kept.join("\n") };
}

const given = (own: Targets[number] | undefined): string => {
  if (own === undefined) return "được giao";
  const measure = own.measure === "registrations" ? "người đăng ký" : "đơn vị máu";
  return `${formatCount(own.value)} ${measure} được giao`;
};
