// What the draws and ids of the facts are for; see FOR of the country. A number once given keeps its meaning.
import { FOR } from "../chance.ts";

const at = (n: number): number => FOR.facts + n;

export const FACT = {
  campaign: at(1),
  drive: at(2),
  session: at(3),
  slot: at(4),
  booking: at(5),
  report: at(6),
  comment: at(7),
  document: at(8),
  series: at(9),
  directive: at(10),
  answer: at(11),
  dissemination: at(12),
  /** Six duties a season: `task + season`. */
  task: at(13),
  target: at(15),
  request: at(16),
  change: at(17),
  invitation: at(18),
  round: at(19),
  wave: at(20),
  asked: at(21),
  message: at(22),
  audit: at(23),
  command: at(24),
  period: at(25),
  person: at(26),
} as const;
