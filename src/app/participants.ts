// Who holds something of units and hands it over in a re-organisation, in the order they do; and who has open work
// that an office-holder's successor is to know of; and who holds something of a person.
import type { OpenWork } from "../account/service/open-work.ts";
import { accountParticipant } from "../account/service/reorganising.ts";
import { bookingOpenWork } from "../booking/service/open-work.ts";
import { bookingHolder } from "../booking/service/person-data.ts";
import { bookingParticipant } from "../booking/service/reorganising.ts";
import { directiveOpenWork } from "../directive/service/open-work.ts";
import { directiveParticipant } from "../directive/service/reorganising.ts";
import { documentParticipant } from "../document/service/reorganising.ts";
import { donorHolder } from "../donor/service/person-data.ts";
import { driveParticipant } from "../drive/service/reorganising.ts";
import { messageHolder } from "../message/service/person-data.ts";
import type { PersonHolder } from "../person/service/holder.ts";
import { personHolder } from "../person/service/person-data.ts";
import { personParticipant } from "../person/service/reorganising.ts";
import { recallHolder } from "../recall/service/person-data.ts";
import { reportOpenWork } from "../report/service/open-work.ts";
import { reportParticipant } from "../report/service/reorganising.ts";
import { targetOpenWork } from "../target/service/open-work.ts";
import { targetParticipant } from "../target/service/reorganising.ts";
import { turnoutHolder } from "../turnout/service/person-data.ts";
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

/** In the order they are told and emptied; the entry itself comes first in telling and is emptied last. */
export const PERSON_HOLDERS: readonly PersonHolder[] = [
  personHolder,
  messageHolder,
  donorHolder,
  bookingHolder,
  recallHolder,
  turnoutHolder,
];
