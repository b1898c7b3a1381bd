import { expect, it } from "vitest";
import { onEveryServer, PASSWORD } from "../../test/world.ts";
import * as account from "./contract.ts";

await onEveryServer("coming in and handing offices on", (world) => {
  it("tells a stranger nothing but that the login or the password is wrong", async () => {
    const unknown = await world()
      .nobody()
      .call(account.signIn, { body: { login: "khong-ai", password: "x" } });
    const wrong = await world()
      .nobody()
      .call(account.signIn, { body: { login: "thu", password: "x" } });
    expect(unknown.status).toBe(401);
    expect(wrong.problem).toMatchObject({ code: "wrong-login-or-password" });
    expect({ ...wrong.problem, requestId: 0 }).toEqual({ ...unknown.problem, requestId: 0 });
  });

  it("shows an officer what they hold and where", async () => {
    const { body } = await world().as("chi").call(account.whoAmI);
    expect(body.grants).toMatchObject([{ role: "officer", placeId: world().units.a1, until: null }]);
  });

  it("gives an expired term no standing", async () => {
    const { body } = await world().as("cu").call(account.whoAmI);
    expect(body.grants).toEqual([]);
  });

  it("lets the level above print a code that works once", async () => {
    const { body: printed } = await world()
      .as("binh")
      .call(account.issueCode, { params: { unitId: world().units.a1 }, body: { role: "signatory" } });
    expect(printed.code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    const join = { code: printed.code.toLowerCase(), displayName: "Người Mới", password: PASSWORD };
    const joined = await world()
      .nobody()
      .call(account.joinByCode, { body: { ...join, login: "moi.a1" } });
    expect(joined.body.grants).toMatchObject([{ role: "signatory", placeId: world().units.a1 }]);
    const again = await world()
      .nobody()
      .call(account.joinByCode, { body: { ...join, login: "moi.a1.2" } });
    expect(again.problem?.code).toBe("code-not-valid");
  });

  it("keeps a code usable when the chosen login is taken", async () => {
    const { body: printed } = await world()
      .as("binh")
      .call(account.issueCode, { params: { unitId: world().units.a2 }, body: { role: "officer" } });
    const join = { code: printed.code, displayName: "Người Mới", password: PASSWORD };
    const taken = await world()
      .nobody()
      .call(account.joinByCode, { body: { ...join, login: "thu" } });
    expect(taken.problem?.code).toBe("login-taken");
    const joined = await world()
      .nobody()
      .call(account.joinByCode, { body: { ...join, login: "moi.a2" } });
    expect(joined.status).toBe(200);
  });

  it("refuses an officer who would make a signatory of their own unit, but lets them make a deputy", async () => {
    const own = { params: { unitId: world().units.a1 } };
    const signatory = await world()
      .as("chi")
      .call(account.issueCode, { ...own, body: { role: "signatory" } });
    const deputy = await world()
      .as("chi")
      .call(account.issueCode, { ...own, body: { role: "deputy" } });
    expect([signatory.status, deputy.status]).toEqual([403, 200]);
  });

  it("resets a lost password from the level above and ends other sessions", async () => {
    const son = await world().as("son").call(account.whoAmI);
    const { body: printed } = await world()
      .as("binh")
      .call(account.issueResetCode, { params: { unitId: world().units.a2, accountId: son.body.accountId } });
    const reset = await world()
      .nobody()
      .call(account.resetByCode, { body: { code: printed.code, password: "mot-mat-khau-khac" } });
    expect(reset.body.login).toBe("son");
    expect((await world().as("son").call(account.whoAmI)).status).toBe(401);
  });

  it("ends an office from today on", async () => {
    const { body: printed } = await world()
      .as("thu")
      .call(account.issueCode, { params: { unitId: world().units.b }, body: { role: "deputy" } });
    const joined = await world()
      .nobody()
      .call(account.joinByCode, {
        body: { code: printed.code, login: "pho.b", displayName: "Phó", password: PASSWORD },
      });
    const params = { unitId: world().units.b, accountId: joined.body.accountId };
    const holders = async () =>
      (await world().as("thu").call(account.listOfficeHolders, { params })).body.items.map(
        ({ login }) => login,
      );
    expect(await holders()).toContain("pho.b");
    expect((await world().as("xa").call(account.endGrant, { params })).status).toBe(403);
    await world().as("thu").call(account.endGrant, { params });
    expect(await holders()).not.toContain("pho.b");
  });
});
