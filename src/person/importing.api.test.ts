// A list of people from a file: seen before it is written, taken without harm, taken back while nothing depends on it.
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, expect, it } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { getImport, listImports, previewImport, takeImport, undoImport } from "./contract/importing.ts";
import { addPerson, listPeople } from "./contract.ts";
import { toTcvn3 } from "./rules/importing/old-fonts.testing.ts";
import type { ListEntry } from "./schema/importing.ts";
import { openList } from "./service/importing/open-list.ts";

const csv = (text: string, name = "danh-sach.csv") => ({
  name,
  mediaType: "text/plain",
  bytes: new TextEncoder().encode(text),
});
const bytesOf = (bytes: ArrayLike<number>, name = "danh-sach.xlsx") => ({
  name,
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  bytes: Uint8Array.from(bytes),
});

// The first reading of a list makes its worker: seconds on a busy machine, which no test's own time should hold.
beforeAll(async () => {
  await openList(new TextEncoder().encode("Họ và tên\n"));
}, 120_000);

await onEveryServer("a list of people from a file", (world) => {
  const of = (unitId: string) => ({ params: { unitId } });
  const preview = (body: ReturnType<typeof csv>, query: { fonts?: "mend" | "as-is" } = {}) =>
    world()
      .as("chi")
      .call(previewImport, { ...of(world().units.a1), query, body });
  const people = async () =>
    (await world().pool.query("select count(*)::integer as n from person.person")).rows[0].n;
  const taken = (rows: readonly { entry: ListEntry | null }[]) =>
    rows.flatMap(({ entry }) => (entry ? [entry] : []));

  it("reads a union's workbook: letterhead, merged headings, a section's title, numbers for days, totals", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Danh sách",
          rows: [
            ["CÔNG ĐOÀN AN MỘT", null, null, null, null, null],
            ["DANH SÁCH ĐOÀN VIÊN", null, null, null, null, null],
            ["STT", "Họ và tên", "Năm sinh", null, "Điện thoại", "Nhóm máu"],
            [null, null, "Nam", "Nữ", null, null],
            [1, 2, 3, 4, 5, 6],
            ["I. Tổ Khối Một", null, null, null, null, null],
            [1, "Lò Văn  Khởi", new Date("1990-02-03T00:00:00Z"), null, "0162 345 6789", "O"],
            [2, "Giàng Thị Súa", null, 1985, 912345678, "A"],
            [3, "Tẩn Lao Tả", "30/02/1991", null, "12", null],
            ["Tổng cộng: 3 người", null, null, null, null, null],
            [null, null, null, null, "NGƯỜI LẬP BIỂU", null],
          ],
          merges: [
            { startRow: 2, startCol: 2, endRow: 2, endCol: 3 },
            { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
            { startRow: 5, startCol: 0, endRow: 5, endCol: 5 },
          ],
        },
      ],
    });
    const before = await people();
    const { status, body } = await preview(bytesOf(bytes));
    expect(status).toBe(200);
    expect(body.rows.map(({ row, fate, entry }) => [row, fate, entry])).toEqual([
      [
        7,
        "new",
        {
          fullName: "Lò Văn Khởi",
          birthDate: "1990-02-03",
          birthYear: null,
          sex: "male",
          phone: "0323456789",
          email: null,
          relation: "member",
          groupId: world().units.a1s,
        },
      ],
      [
        8,
        "new",
        {
          fullName: "Giàng Thị Súa",
          birthDate: null,
          birthYear: 1985,
          sex: "female",
          phone: "0912345678",
          email: null,
          relation: "member",
          groupId: world().units.a1s,
        },
      ],
      [9, "error", null],
    ]);
    expect(body.rows[2]?.errors).toEqual([
      { column: "C", heading: "Năm sinh Nam", code: "birth-unclear", value: "30/02/1991", stops: true },
      { column: "E", heading: "Điện thoại", code: "phone-wrong", value: "12", stops: true },
    ]);
    // A blood group is read past: no union may hold it, and it is said so.
    expect(body.columns.find(({ column }) => column === "F")?.use).toBe("not-kept");
    expect(JSON.stringify(body.rows)).not.toMatch(/"O"|"A"/);
    expect(await people()).toBe(before);
  });

  it("says of every row whether it is new, known, twice or like somebody, and takes only what was chosen", async () => {
    const { units } = world();
    const known = { id: newId(), fullName: "Hoàng Thị Chúc", birthDate: "1979-05-07" };
    await world()
      .as("chi")
      .call(addPerson, { ...of(units.a1), body: known });
    const text = [
      "ho va ten;ngay sinh;sdt;gioi tinh;email",
      "Hoàng Thị Chúc;07/05/1979;;;",
      "hoang thi chuc;;;;",
      "Sùng A Páo;12/03/1988;0912 000 111;Nam;pao@example.test",
      "SÙNG A PÁO;12/3/1988;;;",
      "Sùng A Páo;;;nữ;",
      ";01/01/1990;0912000222;;",
    ].join("\r\n");
    const { body } = await preview(csv(`\ufeff${text}`));
    expect(body.rows.map(({ fate }) => fate)).toEqual([
      "known",
      "similar",
      "new",
      "twice",
      "similar",
      "error",
    ]);
    expect(body.rows[3]?.like).toMatchObject({ fullName: "Sùng A Páo", row: 4 });
    expect(body.counts).toEqual({ new: 1, known: 1, twice: 1, similar: 2, error: 1 });
    const id = newId();
    const ask = { ...of(units.a1), body: { id, fileName: "a.csv", rows: taken(body.rows.slice(2, 3)) } };
    const first = await world().as("chi").call(takeImport, ask);
    expect(first.body).toEqual({ id, added: 1, skipped: 0 });
    // The answer was lost: the same again, with another key, changes nothing.
    expect((await world().as("chi").call(takeImport, ask)).body).toEqual({ id, added: 1, skipped: 0 });
    const { rows } = await world().pool.query(
      "select p.source, (select count(*)::integer from person.consent c where c.person_id = p.id) as consents from person.person p where full_name = 'Sùng A Páo'",
    );
    expect(rows).toEqual([{ source: "import", consents: 0 }]);
    // The same file by another hand finds nobody to add.
    const again = await world()
      .as("chi")
      .call(takeImport, { ...ask, body: { ...ask.body, id: newId() } });
    expect(again.problem?.code).toBe("nothing-to-import");
  });

  it("adds each person once when the same list arrives twice at the same moment", async () => {
    const rows = ["Vừ Thị Mo", "Vừ Thị Ly"].map((fullName) => ({
      fullName,
      birthDate: "1992-05-06",
      birthYear: null,
      sex: null,
      phone: null,
      email: null,
      relation: "member" as const,
      groupId: null,
    }));
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        world()
          .as("chi")
          .call(takeImport, { ...of(world().units.a1), body: { id: newId(), fileName: "b.csv", rows } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { body } = await world()
      .as("chi")
      .call(listPeople, { ...of(world().units.a1), query: { words: "vu thi" } });
    expect(body.items.map(({ fullName }) => fullName).sort()).toEqual(["Vừ Thị Ly", "Vừ Thị Mo"]);
  });

  it("mends names in an old font, shows before and after, and leaves them where asked", async () => {
    const text = toTcvn3("Họ và tên;Năm sinh;Tổ\nLường Văn Phượng;1980;\nĐỗ Thị Hiền;1981;\nNgọc Ánh;;");
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const { body } = await preview({ ...csv(""), bytes });
    expect(body.font).toMatchObject({ font: "tcvn3", applied: true });
    expect(body.font?.samples).toContainEqual({ before: toTcvn3("Đỗ Thị Hiền"), after: "Đỗ Thị Hiền" });
    expect(body.rows.map(({ entry }) => entry?.fullName)).toEqual([
      "Lường Văn Phượng",
      "Đỗ Thị Hiền",
      "Ngọc Ánh",
    ]);
    const asIs = await preview({ ...csv(""), bytes }, { fonts: "as-is" });
    // With the headings unreadable nothing is a list.
    expect(asIs.problem?.code).toBe("list-not-read");
  });

  it("reads decomposed letters and UTF-16 as the same names", async () => {
    const text = "Họ và tên\tNgày sinh\nQuàng Thị Ẩn\t01-02-93".normalize("NFD");
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
    const { body } = await preview({ ...csv(""), bytes: utf16 });
    expect(body.rows[0]?.entry).toMatchObject({ fullName: "Quàng Thị Ẩn", birthDate: "1993-02-01" });
  });

  it("is undone as a whole while nothing depends on it, and says who does and why when something does", async () => {
    const { units } = world();
    const rows = ["Hảng A Dơ", "Hảng A Lử"].map((fullName) => ({
      fullName,
      birthDate: null,
      birthYear: 1991,
      sex: null,
      phone: "0912333444",
      email: null,
      relation: "worker" as const,
      groupId: null,
    }));
    const id = newId();
    const before = await people();
    await world()
      .as("chi")
      .call(takeImport, { ...of(units.a1), body: { id, fileName: "c.csv", rows } });
    const ask = { params: { unitId: units.a1, importId: id } };
    expect(
      (
        await world()
          .as("son")
          .call(undoImport, { params: { ...ask.params, unitId: units.a2 } })
      ).status,
    ).toBe(404);
    expect((await world().as("son").call(undoImport, ask)).status).toBe(403);
    const { rows: found } = await world().pool.query(
      "select id from person.person where full_name = 'Hảng A Lử'",
    );
    await world().pool.query(
      "insert into person.consent (id, person_id, purpose, given_at, evidence) values ($1, $2, 'reminder', $3, 'paper')",
      [newId(), found[0].id, world().now],
    );
    const refused = await world().as("chi").call(undoImport, ask);
    expect(refused.problem).toMatchObject({ code: "import-in-use", details: { people: 1 } });
    const view = await world().as("chi").call(getImport, ask);
    expect(view.body.inUse).toEqual([{ personId: found[0].id, fullName: "Hảng A Lử", holders: ["person"] }]);
    expect(view.body.allowedActions).toEqual([]);
    await world().pool.query("delete from person.consent where person_id = $1", [found[0].id]);
    expect((await world().as("chi").call(undoImport, ask)).status).toBe(200);
    expect((await world().as("chi").call(undoImport, ask)).status).toBe(200);
    expect(await people()).toBe(before);
    const { body } = await world().as("chi").call(listImports, of(units.a1));
    expect(body.items.find((item) => item.id === id)?.undoneAt).toBe(world().now);
  });

  it("does not take people into a unit that is not of the list's, nor a birth to come", async () => {
    const row = {
      fullName: "Ai Đó",
      birthDate: null,
      birthYear: null,
      sex: null,
      phone: null,
      email: null,
      relation: "member" as const,
      groupId: null,
    };
    const take = (more: object) =>
      world()
        .as("chi")
        .call(takeImport, {
          ...of(world().units.a1),
          body: { id: newId(), fileName: "d.csv", rows: [{ ...row, ...more }] },
        });
    expect((await take({ groupId: world().units.a2 })).problem?.code).toBe("invalid-input");
    expect((await take({ birthDate: "2021-01-19" })).problem?.code).toBe("invalid-input");
    expect((await take({ birthDate: "1990-01-19", birthYear: 1990 })).problem?.code).toBe("invalid-input");
  });

  it.each([
    ["headings alone", () => new TextEncoder().encode("Họ và tên;Năm sinh\n"), "empty"],
    ["no headings", () => new TextEncoder().encode("a;b\nc;d\n"), "no-headings"],
    ["a PDF", () => new TextEncoder().encode("%PDF-1.7\n"), "unknown-form"],
    ["a web page that calls itself .xls", () => new TextEncoder().encode("<html><table>"), "unknown-form"],
    ["a picture", () => new Uint8Array([0x89, 0x50, 0, 1, 2, 3]), "unknown-form"],
    ["an archive that is none", () => new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(500)]), "damaged"],
    ["an old workbook that is none", () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), "damaged"],
    ["more than 5 MB", () => new Uint8Array(5_000_001).fill(65), "too-large"],
    [
      "5,001 people",
      () => new TextEncoder().encode(`Họ và tên\n${"Ma A Tủa\n".repeat(5001)}`),
      "too-many-rows",
    ],
  ])("answers %s with what to do", async (_what, bytes, reason) => {
    const { problem } = await preview({ ...csv(""), bytes: bytes() });
    expect(problem).toMatchObject({ code: "list-not-read", details: { reason } });
    expect(String(problem?.details.why).length).toBeGreaterThan(20);
  });
});
