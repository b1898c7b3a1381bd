// Pages that need no account: the invitation, the registration, the ticket's calendar file, tickets of one device,
// what is known of me; and for officers how many came by their link.
import { z } from "zod";
import { InvitationCode } from "../../donor/schema.ts";
import { endpoint } from "../../platform/contract/contract.ts";
import { file } from "../../platform/contract/shapes.ts";
import { DataForm, InvitationsView, MineForm, ofUnitInCampaign, RegistrationForm } from "../schema/public.ts";
import { LinkToken } from "../schema.ts";

/** Three hundred people in a hall may share one address, and each sends a form a few times. */
const A_HALL_PER_MINUTE = 600;

const atLink = z.object({ token: LinkToken });
const atCode = z.object({ code: InvitationCode });
/** Not an id by force: a stranger who mistypes an address is answered by a page. */
const atSlot = atCode.extend({ slotId: z.string().max(100) });

export const openInvitation = endpoint({
  id: "booking.invited",
  method: "GET",
  path: "/m/:code",
  summary: "An invitation's page: may I give, when, where. Nothing that is read there is sent anywhere.",
  params: atCode,
  output: file,
  produces: "html",
});

export const openForm = endpoint({
  id: "booking.form",
  method: "GET",
  path: "/m/:code/:slotId",
  summary: "The form to register for a time of a drive.",
  params: atSlot,
  output: file,
  produces: "html",
});

export const register = endpoint({
  id: "booking.register",
  method: "POST",
  path: "/m/:code/:slotId",
  summary: "Register oneself, with consent for each purpose; the answer goes on to the ticket's page.",
  params: atSlot,
  body: RegistrationForm,
  output: file,
  produces: "html",
  repeat: "natural",
  perMinute: A_HALL_PER_MINUTE,
});

export const openCampaign = endpoint({
  id: "booking.take-part",
  method: "GET",
  path: "/tham-gia/:campaignId/:unitId",
  summary:
    "Goes on to the invitation of a union in a campaign, or of the nearest union above it that has one.",
  // Printed on posters and typed by hand: whatever it is, a page answers.
  params: z.object({ campaignId: z.string().max(100), unitId: z.string().max(100) }),
  output: file,
  produces: "html",
});

export const ticketCalendar = endpoint({
  id: "booking.calendar",
  method: "GET",
  path: "/d/:token/lich.ics",
  summary: "The place behind a member's link as a calendar file.",
  params: atLink,
  output: file,
  produces: "ics",
});

export const openOwnData = endpoint({
  id: "booking.own-data",
  method: "GET",
  path: "/d/:token/du-lieu",
  summary: "What is known of the bearer of a link, and what they may ask for.",
  params: atLink,
  output: file,
  produces: "html",
});

export const askOwnData = endpoint({
  id: "booking.ask-own-data",
  method: "POST",
  path: "/d/:token/du-lieu",
  summary: "Take back or give a consent, or ask for one's data, its correction, restriction or deletion.",
  params: atLink,
  body: DataForm,
  output: file,
  produces: "html",
  repeat: "natural",
});

export const openMine = endpoint({
  id: "booking.mine",
  method: "GET",
  path: "/cua-toi",
  summary: "The tickets this device was asked to keep, several people's perhaps.",
  output: file,
  produces: "html",
});

export const forgetMine = endpoint({
  id: "booking.forget",
  method: "POST",
  path: "/cua-toi",
  summary: "Take a ticket off this device; the place stays.",
  body: MineForm,
  output: file,
  produces: "html",
  repeat: "natural",
});

export const getInvitations = endpoint({
  id: "booking.invitations",
  method: "GET",
  path: "/api/units/:unitId/campaigns/:campaignId/invitations",
  summary: "The unit's link for a campaign, and how many people came by it and by friends' links. Never who.",
  params: ofUnitInCampaign,
  output: InvitationsView,
});

export const ticketKey = endpoint({
  id: "booking.ticket-key",
  method: "GET",
  path: "/api/ticket-key",
  summary: "The public key by which tickets are checked offline (Ed25519, base64url).",
  output: z.object({ publicKey: z.string() }),
});
