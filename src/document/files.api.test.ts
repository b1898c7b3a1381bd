// Files over HTTP: read as letters, kept once, told by their bytes, put beside what letters rest on.
import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { execute, row, sql, transaction } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import * as contract from "./contract.ts";
import { sampleText } from "./rules/reading/letter.testing.ts";
import { MOST_YEAR_BYTES } from "./service/files.ts";

type Bytes = Uint8Array<ArrayBuffer>;
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const zip = (files: Record<string, Bytes>): Bytes => new Uint8Array(zipSync(files));
const pdf = (words = "mẫu") => ({
  name: "quyet dinh.pdf",
  mediaType: "application/pdf",
  bytes: utf8(`%PDF-1.4\n% ${words}\n%%EOF\n`),
});

await onEveryServer("files", (world) => {
  const keep = (body: { name: string; mediaType: string; bytes: Bytes }, fileId = newId()) =>
    world()
      .as("thu")
      .call(contract.addFile, { params: { unitId: world().units.province }, query: { fileId }, body });

  it("a letter's file is read into its fields, and nothing of it is kept", async () => {
    const before = await row<{ n: number }>(
      { queryable: world().pool },
      sql`select count(*) as n from document.content`,
    );
    const body = { name: "cv.txt", mediaType: "text/plain", bytes: utf8(sampleText("cong-van-mau")) };
    const read = await world().as("chi").call(contract.readFile, { body });
    expect(read.status).toBe(200);
    expect(read.body).toMatchObject({ form: "text", pages: null, letter: { kind: "cong-van" } });
    const after = await row({ queryable: world().pool }, sql`select count(*) as n from document.content`);
    expect(after).toEqual(before);
  });

  it.each<[string, Bytes, string]>([
    ["a photo is no text", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1]), "no-text-layer"],
    ["a spreadsheet", zip({ "xl/workbook.xml": utf8("<x/>") }), "unknown-form"],
    ["blank space", utf8(" \n \n"), "empty"],
    ["a shopping list", utf8("gạo, muối, dầu ăn và hai cân đường\n".repeat(4)), "not-a-letter"],
  ])(
    "a file that is not a letter is refused with its reason and what to do: %s",
    async (_what, bytes, reason) => {
      const body = { name: "gi do", mediaType: "application/octet-stream", bytes };
      const read = await world().as("chi").call(contract.readFile, { body });
      expect(read.status).toBe(422);
      expect(read.problem).toMatchObject({ code: "letter-not-read", details: { reason } });
      const { title } = read.problem as unknown as { title: string };
      expect(title).not.toContain("document.");
      expect(title).toMatch(/[.]$/);
    },
  );

  it("a file comes back as it was sent, to be saved and never shown in the page", async () => {
    const fileId = newId();
    const body = { ...pdf(), name: "../Thu\u0301 mục/Kế hoạch 204\u202e.pdf" };
    const kept = await keep(body, fileId);
    expect(kept.status).toBe(200);
    expect(kept.body).toMatchObject({ id: fileId, name: "Kế hoạch 204.pdf", mediaType: "application/pdf" });
    const params = { unitId: world().units.province, fileId };
    const got = await world().as("lan").call(contract.getFile, { params });
    expect(got.status).toBe(403);
    const mine = await world().as("tuan").call(contract.getFile, { params });
    expect(new Uint8Array(mine.raw)).toEqual(body.bytes);
    const answer = await world().server.inject({
      method: "GET",
      url: `/api/units/${params.unitId}/files/${fileId}`,
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });

  it("a file is what its bytes are, whatever it is called", async () => {
    const named = await keep({ name: "thư.exe", mediaType: "application/octet-stream", bytes: pdf().bytes });
    expect(named.body).toMatchObject({ name: "thư.exe.pdf", mediaType: "application/pdf" });
    const word = zip({ "[Content_Types].xml": utf8("<Types/>"), "word/document.xml": utf8("<w/>") });
    expect(
      (await keep({ name: "cv.zip", mediaType: "application/pdf", bytes: word })).body.mediaType,
    ).toContain("wordprocessingml");
    expect(
      (await keep({ name: "a.html", mediaType: "text/plain", bytes: utf8("<b>chữ</b>") })).body,
    ).toMatchObject({
      name: "a.html.txt",
      mediaType: "text/plain",
    });
    for (const bytes of [zip({ "a.txt": utf8("a") }), utf8("MZ\u0000\u0001"), new Uint8Array([0xc3, 0x28])]) {
      const refused = await keep({ name: "giả.pdf", mediaType: "application/pdf", bytes });
      expect(refused.status).toBe(422);
      expect(refused.problem?.code).toBe("file-form");
    }
  });

  it("the same file sent twice is one, another under its id is refused, and bytes are kept once", async () => {
    const fileId = newId();
    expect((await keep(pdf("một"), fileId)).status).toBe(200);
    const again = await keep(pdf("một"), fileId);
    expect(again).toMatchObject({ status: 200, body: { id: fileId } });
    expect((await keep(pdf("hai"), fileId)).problem?.code).toBe("key-reused");
    await keep(pdf("một"));
    const content = await row<{ n: number }>(
      { queryable: world().pool },
      sql`select count(*) as n from document.content c
          join document.file f on f.sha256 = c.sha256 where f.id = ${fileId}`,
    );
    expect(content?.n).toBe(1);
  });

  it("a unit keeps 200 MB a year and no more; each year starts anew", async () => {
    const w = world();
    const keepTenMegabytes = (times: number, at: string) =>
      transaction(w.pool, (tx) =>
        execute(
          tx,
          sql`insert into document.file (id, unit_id, name, media_type, size, sha256, created_at)
              select gen_random_uuid(), ${w.units.b}, 'anh.pdf', 'application/pdf', 10000000,
                     (select sha256 from document.content limit 1), ${at}
              from generate_series(1, ${times}::int)`,
        ),
      );
    const ask = () =>
      w.as("bao").call(contract.addFile, {
        params: { unitId: w.units.b },
        query: { fileId: newId() },
        body: pdf(),
      });
    await keepTenMegabytes(MOST_YEAR_BYTES / 10_000_000, "2020-12-31T16:59:59.000Z");
    expect((await ask()).status).toBe(200);
    await keepTenMegabytes(MOST_YEAR_BYTES / 10_000_000, "2020-12-31T17:00:00.000Z");
    const full = await ask();
    expect(full.status).toBe(409);
    expect(full.problem).toMatchObject({ code: "files-full", details: { megabytes: 200 } });
  });

  it("another body's document gets its file, which may be replaced, but never by another unit's", async () => {
    const w = world();
    const externalId = newId();
    await transaction(w.pool, (tx) =>
      execute(
        tx,
        sql`insert into document.external (id, unit_id, kind, number, created_at)
            values (${externalId}, ${w.units.province}, 'ke-hoach', '204/KH-BCĐ', ${w.now})`,
      ),
    );
    const put = (fileId: string, unitId: string = w.units.province) =>
      w.as("thu").call(contract.setExternalFile, { params: { unitId, externalId }, body: { fileId } });
    const first = (await keep(pdf("bản một"))).body.id;
    const second = (await keep(pdf("bản hai"))).body.id;
    expect((await put(first)).status).toBe(200);
    expect((await put(second)).status).toBe(200);
    expect((await put(second)).status).toBe(200);
    const fileId = newId();
    await w
      .as("binh")
      .call(contract.addFile, { params: { unitId: w.units.a }, query: { fileId }, body: pdf() });
    expect((await put(fileId)).status).toBe(404);
    const elsewhere = await w
      .as("binh")
      .call(contract.setExternalFile, { params: { unitId: w.units.a, externalId }, body: { fileId } });
    expect(elsewhere.status).toBe(404);
  });

  it("what an issued document carries cannot be taken from it, not even by hand in the database", async () => {
    const w = world();
    const fileId = (await keep(pdf("phụ lục"))).body.id;
    const documentId = newId();
    const run = (query: ReturnType<typeof sql>) => transaction(w.pool, (tx) => execute(tx, query));
    await run(sql`insert into document.document (id, unit_id, kind, created_at)
                  values (${documentId}, ${w.units.province}, 'cong-van', ${w.now})`);
    const attach = sql`insert into document.attachment (document_id, file_id, role, added_at)
                       values (${documentId}, ${fileId}, 'annex', ${w.now})`;
    const detach = sql`delete from document.attachment where document_id = ${documentId}`;
    await run(attach);
    expect(await run(detach)).toBe(1);
    await run(attach);
    await run(sql`update document.document set issued_at = ${w.now} where id = ${documentId}`);
    await expect(run(detach)).rejects.toMatchObject({ constraint: "attachment_stays" });
    await expect(run(sql`delete from document.file where id = ${fileId}`)).rejects.toThrow();
    await expect(
      run(sql`update document.file set name = 'khác.pdf' where id = ${fileId}`),
    ).rejects.toMatchObject({
      constraint: "file_stays",
    });
  });
});
