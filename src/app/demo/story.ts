// What a story of the demo is: a plan, the hour its clock opens at, and the acts between.
import type pg from "pg";
import type { Beside } from "./facts.ts";
import type { Hands } from "./hands.ts";
import type { vi } from "./messages.vi.ts";
import type { DemoPlan } from "./plan.ts";

export interface Stage {
  /** One transaction behind it: what is written in bulk joins what the hands do. */
  readonly pool: pg.Pool;
  readonly hands: Hands;
  readonly beside: Beside;
  /** Tells that one more step is done. */
  tick(): void;
  /** Tells the planner how large the tables are by now. */
  refresh(): Promise<unknown>;
  /** What is being done from here on. */
  chapter(key: keyof typeof vi): void;
}

export interface Beginning {
  /** What stands from the first day of the demo. */
  readonly plan: DemoPlan;
  make(stage: Stage): Promise<void>;
}

export interface Story {
  /** What the demo's clock shows at the moment of loading. */
  readonly opensAt: string;
  /** How often `make` tells that it got on. */
  readonly ticks: number;
  /** Plans it anew, with its chance at the beginning. */
  begin(): Beginning;
}
