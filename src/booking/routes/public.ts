// Contract ↔ service of the pages a donor opens without an account.
import type { PersonHolder } from "../../person/service/holder.ts";
import { type CapabilityRoutes, implement } from "../../platform/contract/context.ts";
import { signerFor } from "../../platform/seal/signing.ts";
import * as contract from "../contract/public.ts";
import { answerLink, openLink } from "../contract.ts";
import { calendarFile } from "../pages/calendar.ts";
import { dataPage } from "../pages/data-page.ts";
import { formPage } from "../pages/form-page.ts";
import { invitedPage, wrongLink } from "../pages/invited-page.ts";
import { minePage } from "../pages/mine-page.ts";
import { linkPage } from "../pages/page.ts";
import { goOn, type Reader } from "../pages/parts.ts";
import { withTicket } from "../service/device.ts";
import { getInvitations } from "../service/inviting.ts";
import { forgetMine, openMine } from "../service/mine.ts";
import { askOwnData, openOwnData } from "../service/own-data.ts";
import {
  invitationFor,
  openForm,
  openInvitation,
  type RegisterPage,
  register,
} from "../service/registering.ts";
import { actOnTicket, type LinkPage, openTicket } from "../service/ticket.ts";
import { TICKET_KEY } from "../service/ticket-code.ts";

const refused = (reader: Reader, found: Exclude<RegisterPage, { show: "registered" }>) =>
  found.show === "form" ? formPage(reader, found) : wrongLink(reader, found.show, found.code);

const ticketOf = (reader: Reader, token: string, found: LinkPage) =>
  found.show === "other" ? goOn(reader, `/d/${found.token}`) : linkPage(reader, token, found);

/** `holders`: who may hold something of a person, for the page that tells them. */
export const publicRoutes = (holders: readonly PersonHolder[]): CapabilityRoutes => ({
  routes: [
    implement(contract.openInvitation, async (ctx, { params }) =>
      invitedPage(ctx, await openInvitation(ctx, params.code)),
    ),
    implement(contract.openForm, async (ctx, { params }) => {
      const found = await openForm(ctx, params.code, params.slotId);
      if (found.show === "registered") throw new Error("an empty form registers nobody");
      return refused(ctx, found);
    }),
    implement(contract.register, async (ctx, { params, body }) => {
      const found = await register(ctx, params.code, params.slotId, body);
      if (found.show !== "registered") return refused(ctx, found);
      return goOn(ctx, `/d/${found.token}`, await withTicket(ctx, found.token, found.code));
    }),
    implement(contract.openCampaign, async (ctx, { params }) => {
      const code = await invitationFor(ctx, params.campaignId, params.unitId);
      return code === undefined ? wrongLink(ctx, "not-yet") : goOn(ctx, `/m/${code}`);
    }),
    implement(openLink, async (ctx, { params }) =>
      ticketOf(ctx, params.token, await openTicket(ctx, params.token)),
    ),
    implement(answerLink, async (ctx, { params, body }) => {
      const found = await actOnTicket(ctx, params.token, body);
      const keeps = found.show === "ticket" && body.answer === "confirm";
      if (found.show === "other") return goOn(ctx, `/d/${found.token}`, await withTicket(ctx, found.token));
      return linkPage(ctx, params.token, found, keeps ? await withTicket(ctx, params.token) : undefined);
    }),
    implement(contract.ticketCalendar, async (ctx, { params }) => {
      const found = await openTicket(ctx, params.token);
      return found.show === "ticket"
        ? calendarFile(ctx, params.token, found.place)
        : ticketOf(ctx, params.token, found);
    }),
    implement(contract.openOwnData, async (ctx, { params }) =>
      dataPage(ctx, await openOwnData(ctx, params.token, holders)),
    ),
    implement(contract.askOwnData, async (ctx, { params, body }) =>
      dataPage(ctx, await askOwnData(ctx, params.token, body, holders)),
    ),
    implement(contract.openMine, async (ctx) => minePage(ctx, await openMine(ctx))),
    implement(contract.forgetMine, async (ctx, { body }) => {
      ctx.unchanged();
      const { page, device } = await forgetMine(ctx, body.forget);
      return minePage(ctx, page, device);
    }),
    implement(contract.getInvitations, (ctx, { params }) =>
      getInvitations(ctx, params.unitId, params.campaignId),
    ),
    implement(contract.ticketKey, async () => ({ publicKey: (await signerFor(TICKET_KEY)).publicKey })),
  ],
});
