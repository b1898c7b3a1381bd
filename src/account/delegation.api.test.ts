import { expect, it } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { issueDirective } from "../directive/contract.ts";
import { body, draftAt } from "../directive/sending.testing.ts";
import { reader, rows, sql } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { delegate, morningOf } from "./account.testing.ts";
import * as offices from "./contract/offices.ts";
import * as account from "./contract.ts";

await onEveryServer("delegating one's signature", (world) => {
  const atA = () => ({ unitId: world().units.a });
  const term = { from: "2021-01-18", until: "2021-03-31" };
  /** 403: may not sign here; 404: may, and there is no such letter. */
  const signs = async (who: "lan" | "binh" | "chi") =>
    (
      await world()
        .as(who)
        .call(issueDirective, { params: { ...atA(), directiveId: newId() } })
    ).status !== 403;
  const running = async () =>
    (await world().as("hanh").call(offices.listDelegations, { params: atA() })).body.items;

  it("lets a deputy sign what was delegated, from the first to the last day, and nothing else", async () => {
    expect(await signs("lan")).toBe(false);
    const made = delegate(world(), "hanh", "a", world().accountOf("lan"), {
      from: "2021-01-19",
      until: "2021-01-20",
    });
    expect((await made.done).status).toBe(200);
    const seen: boolean[] = [];
    for (const day of ["2021-01-18", "2021-01-19", "2021-01-20", "2021-01-21"]) {
      world().now = morningOf(day);
      seen.push(await signs("lan"));
    }
    expect(seen).toEqual([false, true, true, false]);
    world().now = morningOf("2021-01-18");
  });

  it("is the signatory's alone, for an office of the same union, within the signatory's own term", async () => {
    const lan = world().accountOf("lan");
    const code = async (asked: Promise<{ status: number; problem: { code: string } | undefined }>) => {
      const { status, problem } = await asked;
      return problem?.code ?? status;
    };
    const later = { from: "2021-02-01", until: "2021-02-28" };
    expect(await code(delegate(world(), "binh", "a", lan, later).done)).toBe("forbidden");
    expect(await code(delegate(world(), "lan", "a", world().accountOf("binh"), later).done)).toBe(
      "forbidden",
    );
    expect(await code(delegate(world(), "tuan", "a", lan, later).done)).toBe("forbidden");
    const chi = world().accountOf("chi");
    expect(await code(delegate(world(), "hanh", "a", chi, later).done)).toBe("delegate-without-office");
    const hanh = world().accountOf("hanh");
    expect(await code(delegate(world(), "hanh", "a", hanh, later).done)).toBe("delegation-to-oneself");
    const past = { from: "2021-01-01", until: "2021-02-28" };
    expect(await code(delegate(world(), "hanh", "a", lan, past).done)).toBe("delegation-term");
    const held = await world().as("thu").call(account.listOfficeHolders, { params: atA() });
    const own = held.body.items.find(({ login }) => login === "hanh");
    const params = { ...atA(), accountId: hanh, grantId: own?.grantId ?? "" };
    await world()
      .as("thu")
      .call(offices.changeTerm, { params, body: { until: "2021-02-15" } });
    expect(await code(delegate(world(), "hanh", "a", lan, later).done)).toBe("delegation-beyond-term");
    await world()
      .as("thu")
      .call(offices.changeTerm, { params, body: { until: null } });
  });

  it("is never two at once to the same person", async () => {
    const lan = world().accountOf("lan");
    const one = delegate(world(), "hanh", "a", lan, term);
    expect((await one.done).status).toBe(409);
    const free = { from: "2021-01-21", until: "2021-03-31" };
    expect((await delegate(world(), "hanh", "a", lan, free).done).status).toBe(200);
  });

  it("is said in the trail of what it let in, and not of what the signatory signs", async () => {
    world().now = morningOf("2021-01-22");
    const lent = (await running()).find(({ to, state }) => to.displayName === "Lan" && state === "running");
    const issue = async (who: "lan" | "hanh") => {
      const draft = body([world().units.a1]);
      await draftAt(world(), draft, "binh");
      const reply = await world()
        .as(who)
        .call(issueDirective, { params: { ...atA(), directiveId: draft.id } });
      expect(reply.status).toBe(200);
      const [audited] = await rows<{ delegation: string | null }>(
        reader(world().pool),
        sql`select detail ->> 'delegation' as delegation from platform.audit_entry
            where operation = 'directive.issue' and subject_id = ${draft.id}`,
      );
      return audited?.delegation;
    };
    expect(await issue("lan")).toBe(lent?.id);
    expect(await issue("hanh")).toBeNull();
  });

  it("ends when it is withdrawn, from the same moment", async () => {
    world().now = morningOf("2021-01-25");
    expect(await signs("lan")).toBe(true);
    const mine = (await running()).find(({ to, state }) => to.displayName === "Lan" && state === "running");
    const params = { ...atA(), delegationId: mine?.id ?? "" };
    expect((await world().as("binh").call(offices.withdrawDelegation, { params })).status).toBe(403);
    expect((await world().as("hanh").call(offices.withdrawDelegation, { params })).status).toBe(200);
    expect(await signs("lan")).toBe(false);
    expect((await world().as("hanh").call(offices.withdrawDelegation, { params })).status).toBe(200);
    expect((await running()).find(({ id }) => id === mine?.id)).toMatchObject({
      state: "past",
      endedOn: "2021-01-25",
      allowedActions: [],
    });
  });

  it("ends with the delegator's office, and does not come back with it", async () => {
    const lan = world().accountOf("lan");
    await delegate(world(), "hanh", "a", lan, { from: "2021-01-25", until: "2021-04-30" }).done;
    expect(await signs("lan")).toBe(true);
    const params = { ...atA(), accountId: world().accountOf("hanh") };
    await world().as("thu").call(account.endGrant, { params });
    expect(await signs("lan")).toBe(false);
  });
});
