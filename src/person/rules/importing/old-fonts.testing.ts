// Writes names as the old fonts had them, by tables of its own: the other way round, so that tests can compare.
// vi-data: names and the old fonts' letters.

export const FAMILY = [
  "Nguyễn",
  "Trần",
  "Lê",
  "Phạm",
  "Vàng",
  "Lò",
  "Giàng",
  "Sùng",
  "Tẩn",
  "Đỗ",
  "Hoàng",
  "Lường",
];
export const MIDDLE = ["Văn", "Thị", "Đức", "Hữu", "Ngọc", "Quốc", "Thuỳ", "Mỹ", "Bảo", "Xuân"];
export const GIVEN = [
  "Hùng",
  "Ánh",
  "Tuyết",
  "Dũng",
  "Phượng",
  "Nghĩa",
  "Hiền",
  "Ưng",
  "Ổn",
  "Kỷ",
  "Quyền",
  "Thuỵ",
  "Cẩm",
  "Lễ",
  "Hằng",
  "Đặng",
  "Thơ",
  "Gấm",
];

const TCVN3_CODES =
  "à=B5 ả=B6 ã=B7 á=B8 ạ=B9 ằ=BB ẳ=BC ẵ=BD ắ=BE ặ=C6 ầ=C7 ẩ=C8 ẫ=C9 ấ=CA ậ=CB è=CC ẻ=CE ẽ=CF é=D0 ẹ=D1 ề=D2 ể=D3 ễ=D4 ế=D5 ệ=D6 ì=D7 ỉ=D8 ĩ=DC í=DD ị=DE ò=DF ỏ=E1 õ=E2 ó=E3 ọ=E4 ồ=E5 ổ=E6 ỗ=E7 ố=E8 ộ=E9 ờ=EA ở=EB ỡ=EC ớ=ED ợ=EE ù=EF ủ=F1 ũ=F2 ú=F3 ụ=F4 ừ=F5 ử=F6 ữ=F7 ứ=F8 ự=F9 ỳ=FA ỷ=FB ỹ=FC ý=FD ỵ=FE Ă=A1 Â=A2 Ê=A3 Ô=A4 Ơ=A5 Ư=A6 Đ=A7 ă=A8 â=A9 ê=AA ô=AB ơ=AC ư=AD đ=AE";
const TO_TCVN3 = new Map(
  TCVN3_CODES.split(" ").map((entry) => [
    entry[0] ?? "",
    String.fromCharCode(Number.parseInt(entry.slice(2), 16)),
  ]),
);

/** In capitals where a letter has no small form of its own: with the font of capitals nobody sees a difference. */
export const toTcvn3 = (text: string): string =>
  [...text].map((char) => TO_TCVN3.get(char) ?? TO_TCVN3.get(char.toLowerCase()) ?? char).join("");

const HATS: Readonly<Record<string, readonly [string, string]>> = {
  "\u0302": ["â", "áàåãä"],
  "\u0306": ["ê", "éèúüë"],
};
const TONES = "\u0301\u0300\u0309\u0303\u0323";
const ALONE: Readonly<Record<string, string>> = {
  đ: "ñ",
  Đ: "Ñ",
  ỉ: "æ",
  ĩ: "ó",
  ị: "ò",
  í: "í",
  ì: "ì",
  ỵ: "î",
  Ỉ: "Æ",
  Ĩ: "Ó",
  Ị: "Ò",
};

export function toVni(text: string): string {
  return [...text]
    .map((char) => {
      const alone = ALONE[char];
      if (alone !== undefined) return alone;
      const apart = char.normalize("NFD");
      if (apart.length === 1) return char;
      const horn = apart.includes("\u031b");
      const base = apart[0] ?? "";
      const letter = horn ? ({ o: "ô", O: "Ô", u: "ö", U: "Ö" }[base] ?? base) : base;
      const tone = [...apart].map((mark) => TONES.indexOf(mark)).find((at) => at >= 0);
      const hat = Object.entries(HATS).find(([mark]) => apart.includes(mark))?.[1];
      const mark = hat
        ? tone === undefined
          ? hat[0]
          : hat[1][tone]
        : tone === undefined
          ? ""
          : "ùøûõï"[tone];
      return letter + (base === base.toUpperCase() ? (mark ?? "").toUpperCase() : (mark ?? ""));
    })
    .join("");
}

const TO_1258: Readonly<Record<string, string>> = {
  Ă: "Ã",
  ă: "ã",
  Đ: "Ð",
  đ: "ð",
  Ơ: "Õ",
  ơ: "õ",
  Ư: "Ý",
  ư: "ý",
  "\u0300": "Ì",
  "\u0309": "Ò",
  "\u0303": "Þ",
  "\u0301": "ì",
  "\u0323": "ò",
};

/** Letters with hats whole, tones apart, shown as Windows-1252 shows the bytes. */
export const toWindows1258 = (text: string): string =>
  [...text]
    .flatMap((char) => {
      const apart = [...char.normalize("NFD")];
      const tone = apart.find((mark) => TONES.includes(mark));
      const letter = apart
        .filter((mark) => mark !== tone)
        .join("")
        .normalize("NFC");
      return tone === undefined ? [letter] : [letter, tone];
    })
    .map((char) => TO_1258[char] ?? char)
    .join("");
