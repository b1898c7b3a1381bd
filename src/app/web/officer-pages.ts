// Addresses of an officer's first screens: duties, letters, campaigns, targets, unions.
import type { RouteObject } from "react-router";
import { screen } from "./screen.ts";

const cascade = async () => (await import("../../directive/web/cascade/cascade-page.tsx")).CascadePage;
const late = async () => (await import("../../directive/web/late/late-page.tsx")).LatePage;
const targets = async () => (await import("../../target/web/targets-page.tsx")).TargetsPage;
const funnel = async () => (await import("../../target/web/funnel/funnel-page.tsx")).FunnelPage;
const annex = async () => (await import("../../target/web/annex/annex-page.tsx")).AnnexPage;
const targetHistory = async () => (await import("../../target/web/history/history-page.tsx")).HistoryPage;
const units = async () => (await import("./units.tsx")).Units;

export const officerPages: RouteObject[] = [
  screen("viec", async () => (await import("./home.tsx")).Home),
  screen("van-ban", async () => (await import("../../directive/web/letters-page.tsx")).LettersPage),
  screen(
    "van-ban/doc",
    async () => (await import("../../directive/web/read-letter-page.tsx")).ReadLetterPage,
  ),
  screen("van-ban/so-van-ban", async () => (await import("../../directive/web/series-page.tsx")).SeriesPage),
  screen(
    "van-ban/:directiveId/soan-tiep",
    async () => (await import("../../directive/web/next/next-page.tsx")).NextPage,
  ),
  screen(
    "van-ban/:directiveId",
    async () => (await import("../../directive/web/letter-page.tsx")).LetterPage,
  ),
  screen("van-ban/:directiveId/lan-toa", cascade),
  screen("van-ban/:directiveId/lan-toa/:shownId", cascade),
  screen("van-ban/:directiveId/chua-tra-loi", late),
  screen("van-ban/:directiveId/chua-tra-loi/:shownId", late),
  screen(
    "van-ban/:directiveId/toc-do",
    async () => (await import("../../directive/web/late/pace-page.tsx")).PacePage,
  ),
  screen(
    "van-ban/:directiveId/tai-lieu",
    async () => (await import("../../directive/web/kit/kit-page.tsx")).KitPage,
  ),
  screen(
    "van-ban/:directiveId/tai-lieu/soan",
    async () => (await import("../../directive/web/kit/kit-edit-page.tsx")).KitEditPage,
  ),
  screen("chien-dich", async () => (await import("./campaigns.tsx")).Campaigns),
  screen(
    "chien-dich/:campaignId/moi",
    async () => (await import("../../booking/web/inviting/invite-page.tsx")).InvitePage,
  ),
  screen("chien-dich/:campaignId/chi-tieu", targets),
  screen("chien-dich/:campaignId/chi-tieu/:shownId", targets),
  screen("chien-dich/:campaignId/chi-tieu/can-moi", funnel),
  screen("chien-dich/:campaignId/chi-tieu/can-moi/:shownId", funnel),
  screen("chien-dich/:campaignId/chi-tieu/phu-luc", annex),
  screen("chien-dich/:campaignId/chi-tieu/phu-luc/:shownId", annex),
  screen("chien-dich/:campaignId/chi-tieu/lich-su", targetHistory),
  screen("chien-dich/:campaignId/chi-tieu/lich-su/:shownId", targetHistory),
  screen("doan-vien", async () => (await import("../../person/web/people-page.tsx")).PeoplePage),
  screen(
    "doan-vien/nhap-tu-tep",
    async () => (await import("../../person/web/import/import-page.tsx")).ImportPage,
  ),
  screen("doan-vien/co-the-trung", async () => (await import("../../person/web/alike-page.tsx")).AlikePage),
  screen("doan-vien/:personId", async () => (await import("../../person/web/entry-page.tsx")).EntryPage),
  screen(
    "yeu-cau-du-lieu",
    async () => (await import("../../person/web/requests/requests-page.tsx")).RequestsPage,
  ),
  screen("cong-doan", units),
  screen(
    "cong-doan/quyet-dinh",
    async () => (await import("../../unit/web/decisions/decisions-page.tsx")).DecisionsPage,
  ),
  screen("cong-doan/quyet-dinh/:decisionId", async () => (await import("./decisions.tsx")).Decision),
  screen(
    "cong-doan/quyet-dinh/:decisionId/soan",
    async () => (await import("./decisions.tsx")).ComposeDecision,
  ),
  screen(
    "cong-doan/nhom",
    async () => (await import("../../unit/web/groupings/groupings-page.tsx")).GroupingsPage,
  ),
  screen(
    "cong-doan/nhom/:groupingId",
    async () => (await import("../../unit/web/groupings/grouping-page.tsx")).GroupingPage,
  ),
  screen("cong-doan/:shownId", units),
  screen(
    "cong-doan/:shownId/can-bo",
    async () => (await import("../../account/web/offices/officers-page.tsx")).OfficersPage,
  ),
  screen(
    "cong-doan/:shownId/can-bo/ban-giao/:handoverId",
    async () => (await import("../../account/web/offices/handover-page.tsx")).HandoverPage,
  ),
];
