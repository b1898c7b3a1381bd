// With what each endpoint is asked: the ids of its path, and queries that open its first, next and wider pages and past days.
import type { AnyContract } from "../../src/platform/contract/contract.ts";
import type { Ground, Known } from "./places.ts";

export interface Ask {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** Where an operation means by a name of its path something else than others do. */
const MEANT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "report.get": { reportId: "driveReport" },
  "report.docx": { reportId: "driveReport" },
  "report.period": { reportId: "periodReport" },
  "report.adjustment": { reportId: "adjustment" },
  "unit.dry-run": { decisionId: "draftId" },
  "directive.reminder-text": { directiveId: "received" },
  "directive.suggest": { directiveId: "received" },
  "directive.kit": { directiveId: "withKit" },
  "directive.poster": { directiveId: "withKit" },
  "directive.kit-page": { code: "kitCode" },
  "directive.file": { directiveId: "letterOfFile", fileId: "letterFile" },
  "directive.evidence": { fileId: "evidenceFile" },
  "recall.preview": { driveId: "openDriveId" },
  "booking.take-part": { campaignId: "invitedCampaignId" },
};

/** Queries beside pages and days, each asked for itself. */
const QUERIES: Readonly<Record<string, (ground: Ground, known: Known) => Record<string, string>[]>> = {
  "unit.search": () => ["a", "cong doan", "to cong doan 1", "truong mam non"].map((words) => ({ words })),
  "unit.areas": () => [{}, { words: "tan" }],
  "account.office-holders": () => [{}, { span: "all" }],
  "person.list": () => [{}, { words: "nguyen" }, { words: "lan" }, { words: "nguyen thi lan" }],
  "turnout.list": () => [{}, { words: "lan" }],
  "directive.suggest": () => [{ as: "reissue" }],
  "directive.late": () => [{}, { kind: "grassroots" }],
  "directive.receipts": () => [{}, { only: "not-received" }],
  "directive.tasks": () => [{}, { settled: "without" }],
  "target.propose": () => [{ total: "1000", reserve: "0", weights: "equal" }],
  "target.annex": (_ground, { received, directiveId = received }) =>
    directiveId === undefined ? [] : [{ directiveId: received ?? directiveId }],
  "drive.calendar": ({ today }) => [{ from: `${today.slice(0, 8)}01`, until: `${today.slice(0, 8)}28` }],
  "drive.poster": (_ground, known) => [{ code: known.code ?? "maumau" }],
  "report.periods-below": ({ today }) => [{ kind: "month", from: `${today.slice(0, 8)}01` }],
  "report.completeness": ({ today }) => [{ from: `${today.slice(0, 4)}-01-01`, until: today }],
  "report.completeness-export": ({ today }) => [{ from: `${today.slice(0, 4)}-01-01`, until: today }],
  "recall.preview": () => [{ wanted: "50" }],
  "recall.print-thanks": () => [{ part: "1" }],
};

/** A made-up secret that the listener swaps for somebody's. */
export const SECRET = "a-secret-of-the-measure-for-links-0123456789";

/** `undefined`: a name of the path has no row in this database (`lacking` says which). */
export function asksOf(
  contract: AnyContract,
  ground: Ground,
  known: Known,
): { readonly asks: readonly Ask[]; readonly lacking?: string } {
  const params: Record<string, string> = {};
  for (const [, name] of contract.path.matchAll(/:(\w+)/g)) {
    if (name === undefined) continue;
    const found = name === "token" ? SECRET : known[MEANT[contract.id]?.[name] ?? name];
    if (found === undefined) return { asks: [], lacking: name };
    params[name] = found;
  }
  const shape = Object.keys((contract.query as { shape?: object } | undefined)?.shape ?? {});
  const given = QUERIES[contract.id]?.(ground, known) ?? [{}];
  const days = shape.includes("asOf") && ground.before !== undefined ? [{}, { asOf: ground.before }] : [{}];
  const pages: Record<string, string>[] = shape.includes("limit")
    ? [{ limit: "10" }, { limit: "200" }]
    : [{}];
  const asks = given.flatMap((query) =>
    days.flatMap((day) => pages.map((page) => ({ params, query: { ...query, ...day, ...page } }))),
  );
  return { asks };
}
