// Who holds something of units and hands it over in a re-organisation, in the order they do.
import type { Participant } from "../unit/service/participant.ts";

export const PARTICIPANTS: readonly Participant[] = [];
