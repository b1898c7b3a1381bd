// Side: union. The donating life the union may know: days and volumes given here, who invited whom, nothing medical.
import { z } from "zod";

/** A donation the union knows of: who, at which drive, on which day, how many millilitres (250, 350 or 450). */
export interface KnownDonation {
  readonly personId: string;
  readonly driveId: string;
  readonly day: string;
  readonly volumeMl: number;
}

export const InvitationKind = z.enum(["unit", "friend", "poster"]);
export type InvitationKind = z.output<typeof InvitationKind>;

/** The word in a link: 12 signs without look-alikes. Whatever else is typed there gets the page for a wrong link. */
export const InvitationCode = z.string().max(200);

/** A link by which people register for a campaign. `inviterPersonId` only of a friend's. */
export interface Invitation {
  readonly code: string;
  readonly kind: InvitationKind;
  readonly campaignId: string;
  readonly unitId: string;
  readonly inviterPersonId: string | null;
  readonly endedAt: string | null;
}
