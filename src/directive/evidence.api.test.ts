// Evidence of duties done and files of letters over HTTP, and Việc cần làm on paper.
import { expect, it } from "vitest";
import { onEveryServer, type World } from "../../test/world.ts";
import { addFile, setExternalFile } from "../document/contract.ts";
import { phoneJpeg, phonePng } from "../document/rules/photo/photos.testing.ts";
import { execute, row, sql, transaction } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { addEvidence, getEvidence, letterFile, removeEvidence, taskSheet } from "./contract/family.ts";
import * as contract from "./contract.ts";
import { numbered, sent } from "./kit.testing.ts";
import { at, body, draftAt, tasksOf } from "./sending.testing.ts";
import { evidenceOf } from "./store/evidence.ts";

type Bytes = Uint8Array<ArrayBuffer>;
const photo = (bytes: Bytes = phoneJpeg(), name = "IMG_2021.jpg") => ({
  name,
  mediaType: "image/jpeg",
  bytes,
});
const pdf = (words = "danh sách") => ({
  name: "danh-sach.pdf",
  mediaType: "application/pdf",
  bytes: new TextEncoder().encode(`%PDF-1.4\n% ${words}\n%%EOF\n`),
});

/** A duty that A owes in a letter just issued. */
async function owed(w: World): Promise<{ unitId: string; taskId: string; directiveId: string }> {
  const { id: directiveId } = await sent(w);
  const [task] = await tasksOf(w, "binh", w.units.a, directiveId);
  return { unitId: w.units.a, taskId: task?.id as string, directiveId };
}
const add = (
  w: World,
  params: { unitId: string; taskId: string },
  given: { name: string; mediaType: string; bytes: Bytes } = photo(),
  fileId = newId(),
) => w.as("binh").call(addEvidence, { params, query: { fileId }, body: given });
const get = (
  w: World,
  who: "binh" | "thu" | "chi" | "bao",
  params: Record<"unitId" | "taskId" | "fileId", string>,
) => w.as(who).call(getEvidence, { params });

await onEveryServer("evidence and files", (world) => {
  it("a photo is kept without what it says of place and phone, and seen by the unit and those above", async () => {
    const w = world();
    const { unitId, taskId } = await owed(w);
    const added = await add(w, { unitId, taskId });
    expect(added).toMatchObject({ status: 200, body: { name: "IMG_2021.jpg", mediaType: "image/jpeg" } });
    const params = { unitId, taskId, fileId: added.body.id };
    const seen = await get(w, "thu", params);
    expect(seen.status).toBe(200);
    expect(seen.raw.length).toBe(added.body.size);
    expect(phoneJpeg().length).toBeGreaterThan(seen.raw.length);
    expect(seen.raw.toString("latin1")).not.toMatch(/GPS|SAMSUNG|Galaxy|Nguyen|film/);
    expect((await get(w, "chi", params)).status).toBe(403);
    expect((await get(w, "bao", params)).status).toBe(403);
    const listed = await evidenceOf({ queryable: w.pool }, [taskId]);
    expect(listed.get(taskId)).toEqual([added.body]);
  });

  it("the same photo sent twice is one, another under its id is refused", async () => {
    const w = world();
    const task = await owed(w);
    const fileId = newId();
    const first = await add(w, task, photo(), fileId);
    expect((await add(w, task, photo(), fileId)).body).toEqual(first.body);
    expect((await add(w, task, pdf(), fileId)).problem?.code).toBe("key-reused");
    expect((await evidenceOf({ queryable: w.pool }, [task.taskId])).get(task.taskId)).toHaveLength(1);
  });

  it("pictures and PDFs are taken, a picture that is broken and everything else is not", async () => {
    const w = world();
    const task = await owed(w);
    expect((await add(w, task, photo(phonePng(), "man-hinh.png"))).body.mediaType).toBe("image/png");
    expect((await add(w, task, pdf())).body.mediaType).toBe("application/pdf");
    const text = new TextEncoder().encode("chữ");
    for (const bytes of [phoneJpeg().slice(0, 200), phonePng().slice(0, 60), text]) {
      const refused = await add(w, task, photo(bytes));
      expect(refused.status).toBe(422);
      expect(refused.problem?.code).toBe("file-form");
    }
  });

  it("a duty keeps six, and one taken away makes room and is gone for good", async () => {
    const w = world();
    const task = await owed(w);
    const first = (await add(w, task, pdf("1"))).body.id;
    for (const words of ["2", "3", "4", "5", "6"]) expect((await add(w, task, pdf(words))).status).toBe(200);
    const seventh = await add(w, task, pdf("7"));
    expect(seventh.status).toBe(409);
    expect(seventh.problem).toMatchObject({ code: "too-many-files", details: { most: 6 } });
    const params = { unitId: task.unitId, taskId: task.taskId, fileId: first };
    expect((await w.as("binh").call(removeEvidence, { params })).status).toBe(200);
    expect((await w.as("binh").call(removeEvidence, { params })).status).toBe(200);
    expect((await get(w, "binh", params)).status).toBe(404);
    const kept = await row<{ bytes: unknown }>(
      { queryable: w.pool },
      sql`select c.bytes from document.file f join document.content c on c.sha256 = f.sha256 where f.id = ${first}`,
    );
    expect(kept).toEqual({ bytes: null });
    expect((await add(w, task, pdf("1"), first)).problem?.code).toBe("key-reused");
    // The same words under a new id are there again.
    const again = await add(w, task, pdf("1"));
    expect((await get(w, "thu", { ...params, fileId: again.body.id })).raw.toString()).toContain("% 1");
  });

  it("two files with the same bytes are taken away one at a time", async () => {
    const w = world();
    const [one, other] = [await owed(w), await owed(w)];
    const [first, second] = [await add(w, one, pdf("hai bản")), await add(w, other, pdf("hai bản"))];
    await w.as("binh").call(removeEvidence, { params: { ...one, fileId: first.body.id } as never });
    expect((await get(w, "binh", { ...other, fileId: second.body.id })).status).toBe(200);
  });

  it("evidence is of the unit's own duty, asked still: another's or a withdrawn one takes none", async () => {
    const w = world();
    const task = await owed(w);
    const elsewhere = await w.as("bao").call(addEvidence, {
      params: { ...task, unitId: w.units.b },
      query: { fileId: newId() },
      body: photo(),
    });
    expect(elsewhere.status).toBe(404);
    const settle = { params: { unitId: task.unitId, taskId: task.taskId }, body: { note: "" } };
    await w.as("binh").call(contract.settleTask, settle);
    expect((await add(w, task)).status).toBe(200);
    const other = await owed(w);
    await transaction(w.pool, (tx) =>
      execute(tx, sql`update directive.task set withdrawn_at = ${w.now} where id = ${other.taskId}`),
    );
    expect((await add(w, other)).status).toBe(404);
  });

  it("a file of a letter is read by whoever may read the letter, and cannot be taken for evidence", async () => {
    const w = world();
    const originalFileId = newId();
    const kept = {
      params: { unitId: w.units.province },
      query: { fileId: originalFileId },
      body: pdf("610"),
    };
    expect((await w.as("thu").call(addFile, kept)).status).toBe(200);
    const draft = body([w.units.a], {
      originalFileId,
      letter: { ...numbered(), bases: [{ kind: "ke-hoach", number: "204/KH-BCĐ", issuedOn: "2020-10-02" }] },
    });
    expect(await draftAt(w, draft)).toMatchObject({ status: 200 });
    await w.as("thu").call(contract.issueDirective, at(w.units.province, draft.id));
    const read = (who: "binh" | "bao" | "thu", unitId: string, fileId = originalFileId) =>
      w.as(who).call(letterFile, { params: { unitId, directiveId: draft.id, fileId } });
    expect((await read("binh", w.units.a)).raw.toString()).toContain("610");
    expect((await read("thu", w.units.province)).status).toBe(200);
    expect((await read("bao", w.units.b)).status).toBe(404);
    expect((await read("binh", w.units.a, newId())).status).toBe(404);
    const [task] = await tasksOf(w, "binh", w.units.a, draft.id);
    const stolen = await add(
      w,
      { unitId: w.units.a, taskId: task?.id as string },
      pdf("610"),
      originalFileId,
    );
    expect(stolen.problem?.code).toBe("key-reused");
  });

  it("a letter's bases are records with their file, or letters sent here, and whoever reads the letter reads them", async () => {
    const w = world();
    const plan = {
      kind: "ke-hoach" as const,
      number: "204/KH-BCĐ",
      issuedOn: "2020-10-02",
      issuer: "BCĐ tỉnh",
    };
    const first = await sent(w, { letter: { ...numbered(), bases: [plan, { kind: "khac" }] } });
    const view = async (who: "thu" | "binh", unitId: string, id: string) =>
      (await w.as(who).call(contract.getDirective, at(unitId, id))).body;
    const before = await view("binh", w.units.a, first.id);
    expect(before.bases).toMatchObject([
      { ordinal: 1, number: "204/KH-BCĐ", issuer: "BCĐ tỉnh", documentId: null, file: null },
      { ordinal: 2, number: null, externalId: null, documentId: null },
    ]);
    const externalId = before.bases[0]?.externalId as string;
    const fileId = newId();
    const unitId = w.units.province;
    await w.as("thu").call(addFile, { params: { unitId }, query: { fileId }, body: pdf("kế hoạch") });
    await w.as("thu").call(setExternalFile, { params: { unitId, externalId }, body: { fileId } });
    expect((await view("binh", w.units.a, first.id)).bases[0]?.file?.id).toBe(fileId);
    const read = { params: { unitId: w.units.a, directiveId: first.id, fileId } };
    expect((await w.as("binh").call(letterFile, read)).raw.toString()).toContain("kế hoạch");
    // The next letter that rests on the plan has the file at once, and names the letter before it as one of ours.
    const number = `${before.number}/LĐLĐ`;
    const own = { kind: "cong-van" as const, number, issuedOn: "2021-01-18" };
    const second = await sent(w, { letter: { ...numbered(), bases: [own, plan] } });
    const after = await view("thu", unitId, second.id);
    expect(after.bases).toMatchObject([
      { externalId: null, number, file: null },
      { externalId, documentId: null, file: { id: fileId } },
    ]);
    expect(after.bases[0]?.documentId).not.toBeNull();
  });

  it("Việc cần làm comes on paper", async () => {
    const w = world();
    await owed(w);
    for (const [who, unitId] of [
      ["binh", w.units.a],
      ["chi", w.units.a1],
    ] as const) {
      const sheet = await w.as(who).call(taskSheet, { params: { unitId } });
      expect(sheet.status).toBe(200);
      expect(sheet.raw.subarray(0, 5).toString()).toBe("%PDF-");
    }
  });
});
