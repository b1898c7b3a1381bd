// Which duties the words of an instruction impose, each with the words that say so.
import type { Duty } from "../../schema.ts";
import type { Found } from "./found.ts";
import { spanIn, type View } from "./source.ts";

// The names of bodies contain the same words ("Ban Chỉ đạo vận động hiến máu tình nguyện"): not an order.
const BODY_NAMES =
  /(?:ban chi dao|bcd|ban van dong)(?: quoc gia)?(?: cuoc)? van dong(?: (?:hien mau|hmtn|tinh nguyen|nhan dao)){0,3}|ban tuyen (?:giao|huan)|(?:ke hoach|quy che|chuong trinh) phoi hop|cong tac tuyen giao|(?:tinh|huyen) doan/g;

// Over folded words. "Báo cáo sau đợt" has none: it is read with the report duty itself, in report-duty.ts.
const PATTERNS: Record<Duty, RegExp | undefined> = {
  disseminate: /\b(?:quan triet|tuyen truyen|pho bien (?:noi dung|den|toi|ke hoach|rong rai)|truyen thong)\b/,
  mobilise:
    /\b(?:(?<!\b(?:noi dung|chi tieu|to|ket qua) )van dong|huy dong|keu goi|(?<!lao )dong vien)(?! (?:quan|chuc|ho tro|kinh phi|tai tro))\b[^.;]{0,160}?\b(?:hien mau|tham gia|dang ky|hmtn)\b/,
  "meet-target":
    /\b(?:hoan thanh|dat|vuot|bao dam|dam bao|thuc hien|giao|phan bo|phan dau|dang ky)\b[^.;]{0,50}?\bchi tieu\b|\bchi tieu (?:duoc giao|de ra|phan bo|ke hoach)\b|\bchi tieu\b[^.;]{0,40}? \d/,
  coordinate: /\bphoi hop\b/,
  "epidemic-safety": /\b(?:phong,? ?chong (?:dich|covid)|covid|thong diep 5k|quy dinh 5k|an toan dich)/,
  "invite-others":
    /\b(?:van dong|moi|dong vien|ru|keu goi|khuyen khich|tuyen truyen)\b[^.;]{0,80}?\b(?:dong nghiep|nguoi than|gia dinh|ban be)\b/,
  "regular-donation":
    /\bhien mau (?:tinh nguyen )?(?:dinh ky|thuong xuyen|nhac lai)\b|\bthuong xuyen hien mau\b/,
  "healthy-living":
    /\b(?:loi song|nep song|song) lanh manh\b|\b(?:tang cuong|ren luyen|nang cao) (?:the luc|suc khoe|the chat)\b/,
  "register-list":
    /\b(?:lap|gui|tong hop|nop|hoan thien|dang ky)\b[^.;]{0,60}?\bdanh sach\b|\bdanh sach (?:dang ky|nguoi dang ky|doan vien dang ky)\b/,
  "report-after-drive": undefined,
  attend:
    /\b(?:tham du|toi du|den du|du (?:hoi nghi|le|buoi|hop|cuoc hop|chuong trinh|ngay hoi))\b|\bkinh moi\b[^.;]{0,120}?\bdu\b/,
};

const blank = (match: string): string => " ".repeat(match.length);

const DUTIES = Object.keys(PATTERNS) as Duty[];

/** The duties of one instruction, in the order above. `after` is the report duty's evidence. */
export function dutiesIn(view: View, after?: Found<unknown>): Found<Duty>[] {
  const fold = view.fold.replace(BODY_NAMES, blank);
  const out: Found<Duty>[] = [];
  for (const duty of DUTIES) {
    const match = PATTERNS[duty]?.exec(fold);
    if (match) out.push({ value: duty, span: spanIn(view, match.index, match.index + match[0].length) });
    else if (duty === "report-after-drive" && after) out.push({ value: duty, span: after.span });
  }
  return out;
}
