// vi-data: the words a letter names its programme with.
// What a letter itself says of the campaign it orders. Only its own words are taken; the rest is asked.
import type { Letter } from "../../document/schema.ts";

export interface SaidOfCampaign {
  readonly name: string;
  readonly programme: string;
  /** "" where the letter does not number its edition. */
  readonly edition: string;
  readonly year: string;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function arabic(numeral: string): number {
  const values = [...numeral.toUpperCase()].map((char) => ROMAN[char] ?? 0);
  return values.reduce((sum, value, i) => (value < (values[i + 1] ?? 0) ? sum - value : sum + value), 0);
}

/** "Chương trình Hành trình đỏ lần thứ IX năm 2021, “Giọt hồng Sông Đà” – lần thứ IV" → its quoted name, 4, 2021. */
export function saidOfCampaign(letter: Letter): SaidOfCampaign {
  const said = [letter.subject, ...letter.bases.map(({ title }) => title)].filter(
    (text): text is string => text !== undefined,
  );
  const named = said
    .map((text) => /((?:Chương trình|Chiến dịch|Ngày hội|Lễ hội|Tuần lễ|Hành trình)\s.*)$/su.exec(text)?.[1])
    .find((text) => text !== undefined);
  const name = (named ?? letter.subject ?? "").replace(/\s+/g, " ").trim().slice(0, 200);
  const quoted = /[“"]([^”"]{3,120})[”"]/u.exec(name);
  const after = quoted ? name.slice(quoted.index + quoted[0].length) : name;
  const numbered = /lần thứ\s+([IVXLC]+|\d{1,3})\b/iu.exec(after);
  const edition = numbered?.[1] === undefined ? "" : String(Number(numbered[1]) || arabic(numbered[1]));
  const year = /\b((?:19|20|21)\d{2})\b/.exec(name)?.[1] ?? letter.issuedOn?.slice(0, 4) ?? "";
  return { name, programme: quoted?.[1] ?? "", edition, year };
}
