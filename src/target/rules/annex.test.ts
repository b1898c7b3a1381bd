// Annex tables as they are pasted, and whom each row means.
import { describe, expect, test } from "vitest";
import { matchRows, readTable } from "./annex.ts";

const named = (id: string, name: string, shortName: string) => ({ id, name, shortName });
const children = [
  named("td", "Liên đoàn Lao động huyện Tam Đường", "LĐLĐ huyện Tam Đường"),
  named("tu", "Liên đoàn Lao động huyện Than Uyên", "LĐLĐ huyện Than Uyên"),
  named("gd", "Công đoàn ngành Giáo dục", "CĐ ngành Giáo dục"),
  named("xt", "Công đoàn xã Than Uyên", "CĐ xã Than Uyên"),
];
const others = [named("bv", "CĐCS Bệnh viện Đa khoa tỉnh", "CĐCS BVĐK tỉnh")];

describe("reading a table of targets", () => {
  test("takes cells between tabs, bars and wide gaps, and the total apart", () => {
    const rows = [
      { text: "LĐLĐ thành phố Lai Châu", value: 180, measure: "units" },
      { text: "LĐLĐ huyện Tam Đường", value: 1095, measure: "units" },
    ];
    const tabs =
      "TT\tĐơn vị\tChỉ tiêu (đơn vị máu)\n1\tLĐLĐ thành phố Lai Châu\t180\n2\tLĐLĐ huyện Tam Đường\t1.095\n\tTổng cộng\t1.275";
    for (const text of [tabs, tabs.replaceAll("\t", "   "), tabs.replaceAll("\t", " | ")]) {
      expect(readTable(text, "units")).toEqual({ rows, stated: 1275 });
    }
  });

  test("takes lines of a list, numbered or not, with dots, dashes or nothing before the figure", () => {
    const text = [
      "Giao chỉ tiêu cụ thể như sau:",
      "1. LĐLĐ huyện Tam Đường: 95 đơn vị máu;",
      "- CĐ ngành Giáo dục ........ 120",
      "LĐLĐ huyện Than Uyên 110",
      "Tổng số: 325 đơn vị máu.",
    ].join("\n");
    const { rows, stated } = readTable(text, "units");
    expect(rows.map((row) => [row.text, row.value])).toEqual([
      ["LĐLĐ huyện Tam Đường", 95],
      ["CĐ ngành Giáo dục", 120],
      ["LĐLĐ huyện Than Uyên", 110],
    ]);
    expect(stated).toBe(325);
  });

  test("of two columns takes the one whose head names the measure", () => {
    const text = "Đơn vị\tSố người đăng ký\tĐơn vị máu\nLĐLĐ huyện Tam Đường\t150\t95\nCộng\t150\t95";
    expect(readTable(text, "registrations")).toMatchObject({ rows: [{ value: 150 }], stated: 150 });
    expect(readTable(text, "units")).toMatchObject({ rows: [{ value: 95 }], stated: 95 });
  });

  test("takes text that is no table for no rows, however long", () => {
    expect(readTable("Căn cứ kế hoạch;\n\nNơi nhận:\n- Như trên.", "units")).toEqual({
      rows: [],
      stated: null,
    });
    const started = performance.now();
    readTable(`${"a ".repeat(200)}\n`.repeat(6000), "units");
    readTable("1. ".repeat(60_000), "units");
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("whom a row means", () => {
  const fates = (...names: string[]) =>
    matchRows(
      names.map((text) => ({ text, value: 1, measure: null })),
      { children, others },
    ).map(({ fate, unitId, candidates }) => [fate, unitId, candidates.length]);

  test("is found by abbreviations and without accents; a second row for the same union is said so", () => {
    expect(fates("LĐLĐ Tam Đường", "lien doan lao dong huyen tam duong", "CĐ Giáo dục tỉnh")).toEqual([
      ["matched", "td", 1],
      ["twice", null, 1],
      ["matched", "gd", 1],
    ]);
  });

  test("is left to the officer where several fit, and never guessed", () => {
    expect(fates("Than Uyên", "Khối lực lượng vũ trang", "BVĐK tỉnh", "LĐLĐ huyện Than Uyên")).toEqual([
      ["ambiguous", null, 2],
      ["unknown", null, 0],
      ["not-below", null, 1],
      ["matched", "tu", 1],
    ]);
  });
});
