import { expect, it } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { joinAs, morningOf, officesOf } from "./account.testing.ts";
import * as offices from "./contract/offices.ts";
import * as account from "./contract.ts";

await onEveryServer("terms of office", (world) => {
  const at = (unit: "a" | "a1" | "b" | "province") => ({ params: { unitId: world().units[unit] } });
  const holders = async (unit: "a" | "a1", query: { asOf?: string; span?: "all" } = {}) =>
    (
      await world()
        .as("thu")
        .call(account.listOfficeHolders, { ...at(unit), query })
    ).body.items;

  it("answers for a day that is past: who held the office then, and not who holds it now", async () => {
    const names = async (asOf?: string) =>
      (await holders("a1", asOf ? { asOf } : {})).map(({ login }) => login);
    expect(await names("2020-06-01")).toEqual(["chi", "cu-officer"]);
    expect(await names()).toEqual(["chi"]);
    expect(await names("2017-12-31")).toEqual([]);
  });

  it("forgets nobody who ever held the office", async () => {
    const all = await holders("a1", { span: "all" });
    expect(all.map(({ login, until }) => [login, until])).toContainEqual(["cu-officer", "2020-12-31"]);
  });

  it("says how an office came and who gave it", async () => {
    await joinAs(world(), "binh", "a1", "deputy", "pho.a1");
    const all = await holders("a1");
    expect(all.find(({ login }) => login === "pho.a1")).toMatchObject({ origin: "code", by: "Bình" });
    expect(all.find(({ login }) => login === "chi")).toMatchObject({ origin: "installed", by: null });
  });

  it("says for whom a deputy prepares: the signatory, for want of one the officer", async () => {
    expect((await holders("a")).find(({ login }) => login === "lan")?.standsInFor).toEqual(["Hạnh"]);
    expect((await holders("a1")).find(({ login }) => login === "pho.a1")?.standsInFor).toEqual(["Chi"]);
    expect((await holders("a1")).find(({ login }) => login === "chi")?.standsInFor).toEqual([]);
  });

  it("shortens and lengthens a running term from above, never below today and never from beside", async () => {
    const chi = (await holders("a1")).find(({ login }) => login === "chi");
    const params = { ...at("a1").params, accountId: chi?.accountId ?? "", grantId: chi?.grantId ?? "" };
    const change = (who: "binh" | "chi" | "bao", until: string | null) =>
      world().as(who).call(offices.changeTerm, { params, body: { until } });
    expect((await change("binh", "2021-06-30")).status).toBe(200);
    expect(await officesOf(world(), "a1", "chi")).toEqual(["officer 2018-01-01 2021-06-30"]);
    expect((await change("chi", null)).status).toBe(403);
    expect((await change("bao", null)).status).toBe(403);
    expect((await change("binh", "2021-01-17")).problem?.code).toBe("term-in-past");
    expect((await change("binh", null)).status).toBe(200);
    expect(await officesOf(world(), "a1", "chi")).toEqual(["officer 2018-01-01 open"]);
  });

  it("leaves a term that is over as it was", async () => {
    const cu = (await holders("a1", { span: "all" })).find(({ login }) => login === "cu-officer");
    const params = { ...at("a1").params, accountId: cu?.accountId ?? "", grantId: cu?.grantId ?? "" };
    const revived = await world()
      .as("binh")
      .call(offices.changeTerm, { params, body: { until: null } });
    expect(revived.problem?.code).toBe("term-ended");
  });

  it("does not change a grant under another account's name", async () => {
    const chi = (await holders("a1")).find(({ login }) => login === "chi");
    const params = { ...at("a1").params, accountId: newId(), grantId: chi?.grantId ?? "" };
    expect(
      (
        await world()
          .as("binh")
          .call(offices.changeTerm, { params, body: { until: null } })
      ).status,
    ).toBe(404);
  });

  it("keeps an office that was given and taken back the same day, as one that never ran", async () => {
    const accountId = await joinAs(world(), "binh", "a1", "signatory", "ngan.ngay");
    await world()
      .as("binh")
      .call(account.endGrant, { params: { ...at("a1").params, accountId } });
    const kept = (await holders("a1", { span: "all" })).filter(({ login }) => login === "ngan.ngay");
    expect(kept).toMatchObject([{ role: "signatory", removed: true, by: "Bình" }]);
    expect((await holders("a1")).map(({ login }) => login)).not.toContain("ngan.ngay");
  });

  it("takes a code only while whoever printed it holds an office there or above", async () => {
    const printed = await world()
      .as("bao")
      .call(account.issueCode, { ...at("b"), body: { role: "deputy" } });
    const bao = world().accountOf("bao");
    await world()
      .as("thu")
      .call(account.endGrant, { params: { ...at("b").params, accountId: bao } });
    const used = await world()
      .nobody()
      .call(account.joinByCode, {
        body: { code: printed.body.code, login: "sau.bao", displayName: "Sau", password: "mat-khau-dai" },
      });
    expect(used.problem?.code).toBe("code-not-valid");
    world().now = morningOf("2021-01-18");
  });
});
