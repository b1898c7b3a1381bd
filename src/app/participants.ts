// Who holds something of units and hands it over in a re-organisation, in the order they do; and who has open work
// that an office-holder's successor is to know of.
import type { OpenWork } from "../account/service/open-work.ts";
import { accountParticipant } from "../account/service/reorganising.ts";
import { bookingOpenWork } from "../booking/service/open-work.ts";
import { bookingParticipant } from "../booking/service/reorganising.ts";
import { directiveOpenWork } from "../directive/service/open-work.ts";
import { directiveParticipant } from "../directive/service/reorganising.ts";
import { documentParticipant } from "../document/service/reorganising.ts";
import { driveParticipant } from "../drive/service/reorganising.ts";
import { personParticipant } from "../person/service/reorganising.ts";
import { reportOpenWork } from "../report/service/open-work.ts";
import { reportParticipant } from "../report/service/reorganising.ts";
import { targetOpenWork } from "../target/service/open-work.ts";
import { targetParticipant } from "../target/service/reorganising.ts";
import type { Participant } from "../unit/service/participant.ts";

export const PARTICIPANTS: readonly Participant[] = [
  accountParticipant,
  personParticipant,
  documentParticipant,
  directiveParticipant,
  targetParticipant,
  driveParticipant,
  bookingParticipant,
  reportParticipant,
];

export const OPEN_WORK: readonly OpenWork[] = [
  directiveOpenWork,
  targetOpenWork,
  bookingOpenWork,
  reportOpenWork,
];
