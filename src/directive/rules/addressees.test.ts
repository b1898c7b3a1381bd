// Whom a letter's addressees stand for: groups by kind, single units by name, nobody by guess.
import { describe, expect, test } from "vitest";
import { type Addressee, resolve, type TreeNode } from "./addressees.ts";

const node = (
  id: string,
  kind: TreeNode["kind"],
  name: string,
  parentId = "tinh",
  extra: Partial<TreeNode> = {},
): TreeNode => ({ id, kind, name, shortName: name, parentId, central: false, ...extra });

const TREE: readonly TreeNode[] = [
  node("tam-duong", "district-federation", "Liên đoàn Lao động huyện Tam Đường"),
  node("tan-uyen", "district-federation", "Liên đoàn Lao động huyện Tân Uyên"),
  node("than-uyen", "district-federation", "Liên đoàn Lao động huyện Than Uyên"),
  node("thanh-pho", "district-federation", "Liên đoàn Lao động thành phố Lai Châu"),
  node("giao-duc", "sector-union", "Công đoàn ngành Giáo dục"),
  node("y-te", "sector-union", "Công đoàn Y tế tỉnh Lai Châu", "tinh", { shortName: "CĐ ngành Y tế" }),
  node("vien-chuc", "civil-servant-union", "Công đoàn Viên chức tỉnh Lai Châu"),
  node("thuy-dien", "grassroots", "CĐCS Công ty Thủy điện Lai Châu", "tinh", { central: true }),
  node("cap-nuoc", "grassroots", "CĐCS Công ty Cấp nước"),
  node("thpt-1", "grassroots", "CĐCS Trường THPT số 1 Tam Đường", "tam-duong"),
  node("thpt-2", "grassroots", "CĐCS Trường THPT số 2 Tam Đường", "tam-duong"),
  node("to-van", "section", "Công đoàn bộ phận Tổ Văn", "thpt-1"),
  node("nhom-1", "group", "Tổ công đoàn số 1", "to-van"),
];

const idsOf = (lines: readonly Addressee[]) =>
  resolve(lines, "tinh", TREE).map(({ units }) => units.map(({ id }) => id));
const idsFor = (text: string, group?: Addressee["group"]) => idsOf([{ text, group }])[0];

describe("groups", () => {
  test("the three lines of letter 610 stand for districts, sectors with civil servants, and central grassroots", () => {
    expect(
      idsOf([
        { text: "Liên đoàn Lao động các huyện, thành phố", group: "district-federations" },
        {
          text: "Công đoàn ngành, Công đoàn Viên chức tỉnh",
          group: "sector-unions",
          moreGroups: ["civil-servant-union"],
        },
        { text: "Công đoàn cơ sở Trung ương đóng trên địa bàn tỉnh", group: "central-grassroots" },
      ]),
    ).toEqual([
      ["tam-duong", "tan-uyen", "than-uyen", "thanh-pho"],
      ["giao-duc", "y-te", "vien-chuc"],
      ["thuy-dien"],
    ]);
  });

  test("grassroots unions are all of them below, those trực thuộc only directly", () => {
    expect(idsFor("Các công đoàn cơ sở", "grassroots")).toEqual([
      "thuy-dien",
      "cap-nuoc",
      "thpt-1",
      "thpt-2",
    ]);
    expect(idsFor("Các CĐCS trực thuộc LĐLĐ tỉnh", "grassroots")).toEqual(["thuy-dien", "cap-nuoc"]);
  });

  test("central grassroots unions named in a line of their own are not reached twice", () => {
    const [central, own] = idsOf([
      { text: "CĐCS Trung ương", group: "central-grassroots" },
      { text: "Các CĐCS trực thuộc", group: "grassroots" },
    ]);
    expect(central).toEqual(["thuy-dien"]);
    expect(own).toEqual(["cap-nuoc"]);
  });

  test("sections and groups are found wherever they are below", () => {
    expect(idsFor("Các công đoàn bộ phận", "sections")).toEqual(["to-van"]);
    expect(idsFor("Các tổ công đoàn", "union-groups")).toEqual(["nhom-1"]);
  });

  test("whoever is no unit of the tree stands for nobody", () => {
    expect(idsFor("Các sở, ban, ngành", "provincial-agencies")).toEqual([]);
    expect(idsFor("Công đoàn các xã, phường", "commune-unions")).toEqual([]);
  });
});

describe("single units", () => {
  test.each([
    ["LĐLĐ huyện Tam Đường", "tam-duong"],
    ["ldld huyen tam duong", "tam-duong"],
    ["Ban Chấp hành LĐLĐ huyện Tam Đường;", "tam-duong"],
    ["LĐLĐ Tam Đường", "tam-duong"],
    ["LĐLĐ TP. Lai Châu", "thanh-pho"],
    ["Công đoàn ngành Y tế", "y-te"],
    ["CĐ ngành Giáo dục tỉnh Lai Châu", "giao-duc"],
    ["CĐVC tỉnh", "vien-chuc"],
    ["CĐCS Công ty Cấp nước, trực thuộc LĐLĐ tỉnh", "cap-nuoc"],
    ["CĐCS Trường THPT số 2 Tam Đường", "thpt-2"],
  ])("“%s” is one unit, with or without accents and abbreviations", (text, id) => {
    expect(idsFor(text)).toEqual([id]);
  });

  test("several that match equally well are all answered, so that the officer chooses", () => {
    expect(idsFor("LĐLĐ Uyên")).toEqual(["tan-uyen", "than-uyen"]);
    expect(idsFor("CĐCS Trường THPT")).toEqual(["thpt-1", "thpt-2"]);
  });

  test.each([
    "LĐLĐ huyện Mường Tè",
    "LĐLĐ",
    "LĐLĐ huyện",
    "CĐCS Tam Đường Một",
    "Công đoàn xã Tam Đường",
    "",
  ])("“%s” is nobody rather than the nearest guess", (text) => {
    expect(idsFor(text)).toEqual([]);
  });
});

describe("certainty", () => {
  const certain = (text: string, tree = TREE, group?: Addressee["group"]) =>
    resolve([{ text, group }], "tinh", tree)[0];

  test("a line is certain where it names exactly one unit, or a group that is there", () => {
    expect(certain("LĐLĐ huyện Tam Đường")).toMatchObject({ certain: true, units: [{ id: "tam-duong" }] });
    expect(certain("Các công đoàn cơ sở", TREE, "grassroots")).toMatchObject({ certain: true });
    expect(certain("LĐLĐ Uyên")).toMatchObject({ certain: false, units: [{}, {}] });
    expect(certain("LĐLĐ huyện Mường Tè")).toMatchObject({ certain: false, units: [] });
    expect(certain("Các sở, ban, ngành", TREE, "provincial-agencies")).toMatchObject({ certain: false });
  });

  test("a unit is found by its whole name though the name is part of another one's", () => {
    const tree = [...TREE, node("cap-nuoc-2", "grassroots", "CĐCS Công ty Cấp nước Than Uyên")];
    expect(certain("CĐCS Công ty Cấp nước", tree)).toMatchObject({
      certain: true,
      units: [{ id: "cap-nuoc" }],
    });
    expect(certain("CĐCS Cấp nước", tree)).toMatchObject({ certain: false, units: [{}, {}] });
  });

  test("two units of one short name are both answered, and neither chosen", () => {
    const tree = [
      node("mn-1", "grassroots", "CĐCS Trường Mầm non Hoa Ban xã Nậm", "tinh", { shortName: "CĐCS Hoa Ban" }),
      node("mn-2", "grassroots", "CĐCS Công ty Hoa Ban", "tinh", { shortName: "CĐCS Hoa Ban" }),
    ];
    expect(certain("CĐCS Hoa Ban", tree)).toMatchObject({ certain: false, units: [{}, {}] });
  });
});
