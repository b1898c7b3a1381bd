// Who holds something of units and hands it over in a re-organisation, in the order they do.
import { accountParticipant } from "../account/service/reorganising.ts";
import { bookingParticipant } from "../booking/service/reorganising.ts";
import { directiveParticipant } from "../directive/service/reorganising.ts";
import { documentParticipant } from "../document/service/reorganising.ts";
import { driveParticipant } from "../drive/service/reorganising.ts";
import { personParticipant } from "../person/service/reorganising.ts";
import { reportParticipant } from "../report/service/reorganising.ts";
import type { Participant } from "../unit/service/participant.ts";

export const PARTICIPANTS: readonly Participant[] = [
  accountParticipant,
  personParticipant,
  documentParticipant,
  directiveParticipant,
  driveParticipant,
  bookingParticipant,
  reportParticipant,
];
