// Papers of a drive, as they come out of the printer.
import { expect, it } from "vitest";
import { openDay } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { readPrinted } from "../document/service/printing/printed.testing.ts";
import { newId } from "../platform/pure/ids.ts";
import { addSupply, putTeamMember } from "./contract/day.ts";
import { drivePoster, rotaSheet, suppliesRecord } from "./contract/papers.ts";

await onEveryServer("papers of a drive", (world) => {
  const text = async (reply: { status: number; raw: Buffer }): Promise<string> => {
    expect(reply.status).toBe(200);
    return (await readPrinted(new Uint8Array(reply.raw))).map((page) => page.text).join("\n");
  };

  it("the poster says when, where, by whom, and carries the code it was given", async () => {
    const { driveId } = await openDay(world());
    const poster = (code: string) =>
      world()
        .as("chi")
        .call(drivePoster, { params: { driveId }, query: { size: "a3", code } });
    const words = await text(await poster("ab12cd34"));
    expect(words).toContain("Ngày hội Giọt hồng");
    expect(words).toContain("07:00–08:00, ngày 09/06/2021");
    expect(words).toContain("Nhà văn hóa tỉnh");
    expect(words.replace(/\s/g, "")).toContain("/m/ab12cd34");
    expect((await poster("../../x")).status).toBe(400);
  });

  it("the rota names who stands where, and leaves room where nobody does", async () => {
    const { driveId } = await openDay(world());
    await world()
      .as("thu")
      .call(putTeamMember, {
        params: { driveId, memberId: newId() },
        body: { sessionId: null, station: "rest", displayName: "Lò Thị Mẫu", login: null },
      });
    const sheet = (who: "yen" | "chi") => world().as(who).call(rotaSheet, { params: { driveId } });
    expect((await sheet("chi")).status).toBe(403);
    const words = await text(await sheet("yen"));
    expect(words).toContain("Lò Thị Mẫu");
    expect(words).toContain("Buổi 1: 07:00–08:00");
    expect(words).toContain("Lấy máu");
  });

  it("the record of supplies tells each line, the totals, and serials nobody has accounted for", async () => {
    const { driveId } = await openDay(world());
    const add = (movement: "received" | "issued", first: string, last: string) =>
      world()
        .as("thu")
        .call(addSupply, {
          params: { driveId },
          body: { id: newId(), category: "certificate", movement, first, last, note: "" },
        });
    await add("received", "BB0001", "BB0100");
    await add("issued", "BB0001", "BB0098");
    const words = await text(await world().as("thu").call(suppliesRecord, { params: { driveId } }));
    expect(words).toContain("BIÊN BẢN GIAO NHẬN VẬT TƯ");
    expect(words).toContain("BB0001 – BB0098");
    expect(words).toContain("BB0099 – BB0100");
    expect(words).toContain("Bên nhận");
  });
});
