// Side: union. Who stands where on a donation day.
import { z } from "zod";
import { Login } from "../../account/schema.ts";
import { problems } from "../../platform/contract/problem.ts";
import { allowedActions, id, instant, line } from "../../platform/contract/shapes.ts";
import { STATIONS } from "../rules/rota.ts";

export const StationName = z.enum(STATIONS);

export const TeamEntry = z.object({
  /** Null: the whole day. */
  sessionId: id.nullable(),
  station: StationName,
  displayName: line(120),
  /** An account that gets the desk of the drive for its day. */
  login: Login.nullable(),
});
export type TeamEntry = z.output<typeof TeamEntry>;

export const TeamMember = z.object({
  id,
  sessionId: id.nullable(),
  station: StationName,
  displayName: z.string(),
  hasDesk: z.boolean(),
});
export type TeamMember = z.output<typeof TeamMember>;

export const TeamSession = z.object({ id, startsAt: instant, endsAt: instant });
export type TeamSession = z.output<typeof TeamSession>;

export const DriveTeam = z.object({
  sessions: z.array(TeamSession),
  members: z.array(TeamMember),
  /** Stations without anybody. */
  gaps: z.array(z.object({ sessionId: id, station: StationName })),
  allowedActions,
});
export type DriveTeam = z.output<typeof DriveTeam>;

export const teamProblem = problems({ "not-a-session": 422 });
