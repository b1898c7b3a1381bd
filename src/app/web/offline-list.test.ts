// The lists of what works offline against the contracts themselves.
import { describe, expect, it } from "vitest";
import { matcher } from "../../platform/offline/worker/paths.ts";
import { ROUTES } from "../capabilities.ts";
import { APP_PAGES, KEPT_OPERATIONS, KEPT_READS, SESSION_PATH } from "./offline-list.ts";

const ID = "0197a0b0-0000-7000-8000-000000000001";
const contracts = ROUTES.map(({ contract }) => contract);

describe("what a phone may keep", () => {
  it("names reads that exist", () => {
    const paths = contracts.filter(({ method }) => method === "GET").map(({ path }) => path);
    expect(KEPT_READS.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it("keeps no other read: nothing of members, of donors, of drives or reports", () => {
    const keeps = matcher(KEPT_READS);
    const kept = contracts
      .filter(({ method, path }) => method === "GET" && keeps(path.replace(/:\w+/g, ID)))
      .map(({ id }) => id);
    expect(kept.every((id) => /^(account\.me|unit|directive|campaign)/.test(id))).toBe(true);
    expect(keeps(`/api/units/${ID}/people`)).toBe(false);
    expect(keeps(`/api/units/${ID}/office-holders`)).toBe(false);
    expect(keeps(SESSION_PATH)).toBe(true);
  });

  it("names commands that exist and may be repeated by the ledger", () => {
    for (const id of KEPT_OPERATIONS) {
      const contract = contracts.find((known) => known.id === id);
      expect(contract, id).toBeDefined();
      expect(contract?.repeat ?? "ledger", id).toBe("ledger");
    }
  });

  it("opens the app's pages and leaves a member's alone", () => {
    for (const page of ["/", "/dang-nhap", `/u/${ID}/viec`]) expect(APP_PAGES.test(page), page).toBe(true);
    for (const page of ["/d/abc", "/api/docs", "/healthz", "/icon.svg"])
      expect(APP_PAGES.test(page), page).toBe(false);
  });
});
