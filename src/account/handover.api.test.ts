import { expect, it } from "vitest";
import { onEveryServer, PASSWORD } from "../../test/world.ts";
import { listPeople } from "../person/contract.ts";
import { newId } from "../platform/pure/ids.ts";
import { delegate, handOver, joinAs, morningOf, officesOf, useCode } from "./account.testing.ts";
import * as handover from "./contract/handover.ts";
import * as offices from "./contract/offices.ts";
import * as account from "./contract.ts";

await onEveryServer("handing an office over", (world) => {
  const of = (unit: "a" | "a1" | "a2" | "b1", id: string) => ({
    params: { unitId: world().units[unit], handoverId: id },
  });
  const worksAt = async (who: "chi" | "son" | "bich", unit: "a1" | "a2" | "b1") =>
    (
      await world()
        .as(who)
        .call(listPeople, { params: { unitId: world().units[unit] } })
    ).status === 200;

  it("ends one term on the eve and begins the other on the day, with nothing run on that day", async () => {
    const { id, done } = handOver(world(), "binh", "a1", {
      role: "officer",
      fromAccountId: world().accountOf("chi"),
      effectiveOn: "2021-02-01",
      toLogin: "son",
    });
    expect((await done).body).toEqual({ id, code: null });
    expect(await officesOf(world(), "a1", "chi")).toEqual(["officer 2018-01-01 2021-01-31"]);
    expect(await officesOf(world(), "a1", "son")).toEqual(["officer 2021-02-01 open"]);
    world().now = morningOf("2021-01-31");
    expect([await worksAt("chi", "a1"), await worksAt("son", "a1")]).toEqual([true, false]);
    world().now = morningOf("2021-02-01");
    expect([await worksAt("chi", "a1"), await worksAt("son", "a1")]).toEqual([false, true]);
  });

  it("is confirmed by the successor alone, once the day has come, and the list stays as it was then", async () => {
    const [mine] = (await world().as("son").call(handover.listHandovers, of("a1", ""))).body.items;
    expect(mine).toMatchObject({ due: true, allowedActions: ["account.receive-handover"] });
    const asked = of("a1", mine?.id ?? "");
    const receive = (who: "son" | "binh") =>
      world()
        .as(who)
        .call(handover.receiveHandover, { ...asked, body: { note: "Đủ hồ sơ" } });
    expect((await receive("binh")).status).toBe(403);
    const before = (await world().as("son").call(handover.getHandover, asked)).body;
    expect((await receive("son")).status).toBe(200);
    expect((await receive("son")).status).toBe(200);
    const { body } = await world().as("binh").call(handover.getHandover, asked);
    expect(body).toMatchObject({ state: "received", note: "Đủ hồ sơ", work: null, allowedActions: [] });
    expect(body.minutes).toMatchObject({ unitName: "CĐCS Trường An Một", lines: before.work });
  });

  it("cannot be taken back once received", async () => {
    const [mine] = (await world().as("binh").call(handover.listHandovers, of("a1", ""))).body.items;
    const undone = await world()
      .as("binh")
      .call(handover.cancelHandover, of("a1", mine?.id ?? ""));
    expect(undone.problem?.code).toBe("handover-settled");
  });

  it("prints a code for somebody new, whose office begins on the day; a lost card is printed anew", async () => {
    const { id, done } = handOver(world(), "bao", "b1", {
      role: "officer",
      fromAccountId: world().accountOf("bich"),
      effectiveOn: "2021-03-01",
      until: "2023-12-31",
    });
    const first = (await done).body.code?.code ?? "";
    const again = await world().as("bao").call(handover.reprintHandoverCode, of("b1", id));
    const dead = await world()
      .nobody()
      .call(account.joinByCode, {
        body: { code: first, login: "nguoi.moi", displayName: "Mới", password: PASSWORD },
      });
    expect(dead.problem?.code).toBe("code-not-valid");
    await useCode(world(), again.body.code?.code ?? "", "nguoi.moi");
    expect(await officesOf(world(), "b1", "nguoi.moi")).toEqual(["officer 2021-03-01 2023-12-31"]);
    const third = await world().as("bao").call(handover.reprintHandoverCode, of("b1", id));
    expect(third.problem?.code).toBe("handover-joined");
  });

  it("is undone before the day: every term is as it was, and the successor holds nothing", async () => {
    const [planned] = (await world().as("bao").call(handover.listHandovers, of("b1", ""))).body.items;
    const asked = of("b1", planned?.id ?? "");
    expect((await world().as("bao").call(handover.cancelHandover, asked)).status).toBe(200);
    expect((await world().as("bao").call(handover.cancelHandover, asked)).status).toBe(200);
    expect(await officesOf(world(), "b1", "bich")).toEqual(["officer 2018-01-01 open"]);
    expect(await officesOf(world(), "b1", "nguoi.moi")).toEqual([]);
    world().now = morningOf("2021-03-02");
    expect(await worksAt("bich", "b1")).toBe(true);
    world().now = morningOf("2021-02-01");
  });

  it("answers as done when asked again, without the code, and is one at a time for an office", async () => {
    const entry = {
      role: "officer" as const,
      fromAccountId: world().accountOf("bich"),
      effectiveOn: "2021-02-10",
    };
    const first = handOver(world(), "bao", "b1", entry);
    expect((await first.done).body.code).not.toBeNull();
    const again = handOver(world(), "bao", "b1", { ...entry, id: first.id });
    expect((await again.done).body).toEqual({ id: first.id, code: null });
    const second = await handOver(world(), "bao", "b1", entry).done;
    expect(second.problem?.code).toBe("handover-running");
    expect(await officesOf(world(), "b1", "bich")).toEqual(["officer 2018-01-01 2021-02-09"]);
  });

  it("guards the term it cut until it is cancelled", async () => {
    const held = await world()
      .as("bao")
      .call(account.listOfficeHolders, { params: { unitId: world().units.b1 } });
    const bich = held.body.items.find(({ login }) => login === "bich");
    const params = {
      unitId: world().units.b1,
      accountId: bich?.accountId ?? "",
      grantId: bich?.grantId ?? "",
    };
    const changed = await world()
      .as("bao")
      .call(offices.changeTerm, { params, body: { until: null } });
    expect(changed.problem?.code).toBe("handover-planned");
  });

  it("refuses days that are past, people who do not hold the office, and a successor who does", async () => {
    const code = async (entry: Parameters<typeof handOver>[3]) =>
      (await handOver(world(), "binh", "a2", entry).done).problem?.code;
    const son = world().accountOf("son");
    const day = "2021-02-20";
    expect(await code({ role: "officer", fromAccountId: son, effectiveOn: "2021-01-31" })).toBe(
      "handover-day-past",
    );
    expect(await code({ role: "signatory", fromAccountId: son, effectiveOn: day })).toBe("holder-not-there");
    expect(await code({ role: "officer", fromAccountId: newId(), effectiveOn: day })).toBe(
      "holder-not-there",
    );
    expect(await code({ role: "officer", fromAccountId: son, effectiveOn: day, toLogin: "son" })).toBe(
      "successor-holds-already",
    );
    expect(await code({ role: "officer", fromAccountId: son, effectiveOn: day, toLogin: "khong.ai" })).toBe(
      "login-unknown",
    );
    const ends = { role: "officer" as const, fromAccountId: son, effectiveOn: day, until: "2021-02-19" };
    expect(await code(ends)).toBe("term-in-past");
    expect(await officesOf(world(), "a2", "son")).toEqual(["officer 2018-01-01 open"]);
  });

  it("lets the union's own signatory replace its deputy, and nobody else of it", async () => {
    const entry = {
      role: "deputy" as const,
      fromAccountId: world().accountOf("lan"),
      effectiveOn: "2021-02-15",
    };
    expect((await handOver(world(), "binh", "a", entry).done).status).toBe(403);
    const officer = { ...entry, role: "officer" as const, fromAccountId: world().accountOf("binh") };
    expect((await handOver(world(), "hanh", "a", officer).done).status).toBe(403);
    expect((await handOver(world(), "hanh", "a", entry).done).status).toBe(200);
  });

  it("ends what the predecessor delegated and the codes they printed, and lists both", async () => {
    const pho = await joinAs(world(), "hanh", "a", "deputy", "pho.nhan");
    const lent = delegate(world(), "hanh", "a", pho, { from: "2021-02-01", until: "2021-06-30" });
    expect((await lent.done).status).toBe(200);
    const printed = await world()
      .as("hanh")
      .call(account.issueCode, { params: { unitId: world().units.a1 }, body: { role: "deputy" } });
    const { id, done } = handOver(world(), "thu", "a", {
      role: "signatory",
      fromAccountId: world().accountOf("hanh"),
      effectiveOn: "2021-02-05",
      toLogin: "binh",
    });
    expect((await done).status).toBe(200);
    const { body } = await world().as("thu").call(handover.getHandover, of("a", id));
    expect(body.work).toContainEqual({ what: "delegations", count: 1 });
    expect(body.work?.find(({ what }) => what === "codes")?.count).toBeGreaterThan(0);
    world().now = morningOf("2021-02-05");
    const used = await world()
      .nobody()
      .call(account.joinByCode, {
        body: { code: printed.body.code, login: "tre.mat", displayName: "Trễ", password: PASSWORD },
      });
    expect(used.problem?.code).toBe("code-not-valid");
    const listed = await world()
      .as("binh")
      .call(offices.listDelegations, { params: { unitId: world().units.a } });
    expect(listed.body.items.find(({ id: found }) => found === lent.id)).toMatchObject({
      state: "past",
      endedOn: "2021-02-05",
    });
  });

  it("lapses when the successor's office is ended: nobody is left to receive it", async () => {
    const params = { unitId: world().units.a, accountId: world().accountOf("binh") };
    await world().as("thu").call(account.endGrant, { params });
    const { body } = await world().as("thu").call(handover.listHandovers, of("a", ""));
    expect(body.items.find(({ to }) => to?.displayName === "Bình")).toMatchObject({ state: "lapsed" });
  });
});
