// What Word prints of a file and what it keeps beside: only the first is the letter.
import { describe, expect, it } from "vitest";
import { WORD, wordFile } from "../hostile.fixture.ts";
import { docxText } from "./docx.ts";

const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";

const p = (inside: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
const r = (words: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t>${words}</w:t></w:r>`;
const listed = (words: string, id: number, level = 0): string =>
  p(r(words), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;

const body = (inside: string, parts: { numbering?: string; styles?: string } = {}): Promise<string> =>
  docxText(
    wordFile(`<w:body>${inside}</w:body>`, {
      ...(parts.numbering && {
        "word/numbering.xml": `<w:numbering xmlns:w="${WORD}">${parts.numbering}</w:numbering>`,
      }),
      ...(parts.styles && { "word/styles.xml": `<w:styles xmlns:w="${WORD}">${parts.styles}</w:styles>` }),
    }),
  );

const level = (at: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const list = (id: number, levels: string, more = ""): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${more}</w:num>`;

describe("the words of a Word file", () => {
  it("are the insertions, not the deletions, of tracked changes", async () => {
    const changed = `${r("Kính ")}<w:del><w:r><w:delText>đề </w:delText></w:r></w:del><w:ins>${r("gửi")}</w:ins>`;
    expect(await body(p(changed))).toBe("Kính gửi");
    expect(await body(`<w:p><w:moveFrom>${r("cũ")}</w:moveFrom><w:moveTo>${r("mới")}</w:moveTo></w:p>`)).toBe(
      "mới",
    );
  });

  it("go on in the next paragraph where the mark between was deleted, and skip a deleted row", async () => {
    expect(await body(p(r("một "), "<w:rPr><w:del/></w:rPr>") + p(r("hai")))).toBe("một hai");
    const gone = `<w:tr><w:trPr><w:del/></w:trPr><w:tc>${p(r("bỏ"))}</w:tc></w:tr>`;
    expect(await body(`<w:tbl>${row(p(r("giữ")))}${gone}</w:tbl>`)).toBe("giữ");
  });

  it("are what a field shows, not its code", async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> DATE </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${r("10/5")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(await body(p(r("ngày ") + field + r("/2021")))).toBe("ngày 10/5/2021");
    const unended = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`;
    expect(await body(p(unended) + p(r("còn đọc")))).toBe("còn đọc");
  });

  it("leave out what is hidden, and are capitals where the style says so", async () => {
    const styles = `<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Hoa"/></w:style>`;
    const words = r("thấy") + r("ẩn", "<w:vanish/>") + r("ẩn", '<w:rStyle w:val="An"/>');
    expect(await body(p(words), { styles })).toBe("thấy");
    expect(
      await body(p(r("Chủ tịch") + r("đ/c", '<w:caps w:val="0"/>'), '<w:pStyle w:val="Con"/>'), { styles }),
    ).toBe("CHỦ TỊCHđ/c");
  });

  it("of a text box come once, though the file holds them for new programs and old", async () => {
    const box = (words: string): string => `<w:txbxContent>${p(r(words))}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="wps">${box("Số: 5")}</mc:Choice><mc:Fallback>${box("Số: 5")}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await body(p(r("trước ") + drawing + r("sau")))).toBe("trước sau\n\nSố: 5");
  });

  it("are composed, with symbols of Wingdings as dashes, and tabs as wide gaps", async () => {
    const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>';
    expect(await body(p(`${symbol}<w:r><w:tab/></w:r>${r("Như trên")}`))).toBe("- Như trên");
    expect(await body(p(`${r("trái")}<w:r><w:tab/></w:r>${r("phải")}<w:r><w:br/></w:r>${r("dưới")}`))).toBe(
      "trái    phải\ndưới",
    );
  });

  it("are found whatever prefix the program chose for its elements", async () => {
    const text = wordFile(`<x:body xmlns:x="${WORD}"><x:p><x:r><x:t>Kính gửi</x:t></x:r></x:p></x:body>`);
    expect(await docxText(text)).toBe("Kính gửi");
  });
});

describe("numbers that Word prints by itself", () => {
  it("count per level and start again under the next", async () => {
    const numbering = list(
      1,
      level(0, "upperRoman", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "decimal", "%1.%3."),
    );
    const text = await body(
      [
        listed("a", 1),
        listed("b", 1, 1),
        listed("c", 1, 1),
        listed("d", 1),
        listed("e", 1, 1),
        listed("f", 1, 2),
      ].join(""),
      { numbering },
    );
    expect(text.split("\n\n")).toEqual(["I. a", "a) b", "b) c", "II. d", "a) e", "II.1. f"]);
  });

  it("go on or begin anew as the list says, and are dashes for bullets", async () => {
    const again =
      '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const numbering = list(1, level(0, "decimal", "%1.")) + again + list(2, level(0, "bullet", "\uf0b7"));
    const text = await body(listed("a", 1) + listed("b", 1) + listed("c", 9) + listed("d", 2), { numbering });
    expect(text.split("\n\n")).toEqual(["1. a", "2. b", "1. c", "- d"]);
  });

  it("come from the paragraph's style too, at the level tied to it", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const numbering = list(
      1,
      level(0, "decimal", "Chương %1") + level(1, "decimal", "Điều %2.", '<w:pStyle w:val="Dieu"/>'),
    );
    const styled = (words: string): string => p(r(words), '<w:pStyle w:val="Dieu"/>');
    const plain = p(r("không số"), '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const text = await body(styled("a") + plain + styled("b"), { numbering, styles });
    expect(text.split("\n\n")).toEqual(["Điều 1. a", "không số", "Điều 2. b"]);
  });
});

describe("tables of a Word file", () => {
  it("without figures stand side by side, line by line, each column at its place", async () => {
    const table = `<w:tbl>${row(p(r("Nơi nhận:")) + p(r("- Như trên;")), p(r("TM. BAN THƯỜNG VỤ")) + p(r("CHỦ TỊCH")))}</w:tbl>`;
    expect(await body(table)).toBe("Nơi nhận:      TM. BAN THƯỜNG VỤ\n- Như trên;    CHỦ TỊCH");
  });

  it("of figures are one line per row, empty cells kept", async () => {
    const cells = (...all: string[]): string => row(...all.map((words) => p(r(words))));
    const table = `<w:tbl>${cells("TT", "Đơn vị", "Chỉ tiêu")}${cells("1", "Xã A", "1.040")}${cells("", "Cộng", "1.040")}</w:tbl>`;
    expect(await body(table)).toBe("| TT | Đơn vị | Chỉ tiêu |\n| 1 | Xã A | 1.040 |\n|  | Cộng | 1.040 |");
  });

  it("of one column are a frame around paragraphs", async () => {
    expect(await body(`<w:tbl>${row(p(r("một")) + p(r("hai")))}</w:tbl>`)).toBe("một\n\nhai");
  });
});
