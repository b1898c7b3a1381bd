// The issuing body when the letterhead is lost: what the body of the letter calls itself.
import { searchKey } from "../../../platform/pure/text-vi.ts";
import type { Span } from "../../schema.ts";
import { type Found, foundText } from "./found.ts";
import type { Paragraph } from "./paragraphs.ts";
import { type Source, spanIn, viewOf } from "./source.ts";

const ORDERS =
  "(?:tran trong |kinh |xin |chu truong )?(?:de nghi|yeu cau|huong dan|thong bao|kinh moi|moi|trien khai|to chuc|xay dung|ban hanh|giao|bao cao)";
const SELF = new RegExp(
  `(?:^|[,;.] )(?:ban thuong vu |ban chap hanh )?((?:lien doan lao dong|ldld|cong doan|tong lien doan)[^,;.:(]{0,80}?)(?: \\([^()]{0,60}\\))? ${ORDERS}\\b`,
);
// The name ends where the letter lists addressees instead of naming itself.
const LONGEST_NAME = 80;

export type BodyIssuer = { name: Found<string>; completion?: Span };

/**
 * The body that orders in the letter's own sentences. A bare "… tỉnh" is completed only when the letter
 * names exactly one province ("tỉnh Lai Châu") and is dated from there; both places are answered.
 */
export function issuerFromBody(
  source: Source,
  paragraphs: Paragraph[],
  place: Found<string> | undefined,
): BodyIssuer | undefined {
  for (const each of paragraphs.slice(0, 60)) {
    const view = viewOf(source, { start: each.content, end: Math.min(each.end, each.content + 1000) });
    const match = SELF.exec(view.fold);
    const self = match?.[1];
    if (
      !match ||
      self === undefined ||
      self.length > LONGEST_NAME ||
      /^cong doan co so (?:cac|truc)/.test(self)
    )
      continue;
    const from = match.index + match[0].indexOf(self);
    if (!/\p{Lu}/u.test(view.text.charAt(from))) continue;
    const name = foundText(source, spanIn(view, from, from + self.length));
    return name && complete(source, name, place);
  }
  return undefined;
}

function complete(source: Source, name: Found<string>, place: Found<string> | undefined): BodyIssuer {
  const bare = /(?:^| )(tỉnh|huyện|thành phố|thị xã|xã|phường)$/u.exec(name.value)?.[1];
  if (bare === undefined || !place) return { name };
  const named = [
    ...source.work.matchAll(new RegExp(`(?<!\\p{L})${bare}((?:\\s\\p{Lu}\\p{Ll}+){1,3})`, "gu")),
  ];
  const proper = new Set(named.map((match) => searchKey(match[1] ?? "")));
  const first = named[0];
  if (!first || proper.size !== 1 || !proper.has(searchKey(place.value))) return { name };
  const completion = { start: first.index, end: first.index + first[0].length };
  return { name: { value: `${name.value} ${place.value}`, span: name.span }, completion };
}
