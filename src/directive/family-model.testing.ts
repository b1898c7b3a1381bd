// One family of letters in memory, by brute force: what every unit holds and owes after any sequence of acts.
import type { UnitName } from "../../test/cast.ts";
import type { Duty } from "../document/schema.ts";

export const DUTIES = ["disseminate", "mobilise", "meet-target"] as const satisfies readonly Duty[];
export type ModelDuty = (typeof DUTIES)[number];
export type Member = Exclude<UnitName, "other" | "hospital">;

export const CHILDREN: Readonly<Record<Member, readonly Member[]>> = {
  province: ["a", "b"],
  a: ["a1", "a2"],
  b: ["b1"],
  a1: ["a1s"],
  a2: [],
  b1: [],
  a1s: [],
};
export const below = (unit: Member): Member[] => CHILDREN[unit].flatMap((child) => [child, ...below(child)]);

export interface ModelLetter {
  readonly id: string;
  readonly sender: Member;
  readonly duties: readonly ModelDuty[];
  readonly no: number;
  held: boolean;
}
interface Row {
  received: boolean;
  spread: boolean;
  ended: boolean;
}
interface Task {
  state: "open" | "settled" | "withdrawn";
  letter: ModelLetter;
}

export class Model {
  readonly letters: ModelLetter[] = [];
  readonly rows = new Map<string, Row>();
  readonly tasks = new Map<string, Task>();

  row(letter: ModelLetter, unit: Member): Row | undefined {
    return this.rows.get(`${letter.id} ${unit}`);
  }
  holds(letter: ModelLetter, unit: Member): boolean {
    return this.row(letter, unit)?.ended === false;
  }
  holders(letter: ModelLetter): Member[] {
    return (Object.keys(CHILDREN) as Member[]).filter((unit) => this.holds(letter, unit));
  }

  issue(letter: ModelLetter, units: readonly Member[], parent?: ModelLetter): void {
    this.letters.push(letter);
    for (const unit of units) this.reach(letter, unit, { received: false, spread: false, ended: false });
    const mine = parent && this.row(parent, letter.sender);
    if (mine) mine.received = true;
  }
  change(letter: ModelLetter, of: ModelLetter, spreadAgain: boolean): void {
    const units = this.holders(of);
    this.letters.push(letter);
    of.held = false;
    for (const unit of units) {
      const old = this.row(of, unit);
      if (old) old.ended = true;
      const spread = !spreadAgain && old?.spread === true;
      this.reach(letter, unit, { received: false, spread, ended: false }, spreadAgain);
    }
    this.release(of);
  }
  recall(letter: ModelLetter): void {
    letter.held = false;
    for (const unit of this.holders(letter)) {
      const row = this.row(letter, unit);
      if (row) row.ended = true;
    }
    this.release(letter);
  }
  passOn(letter: ModelLetter, unit: Member): void {
    const fresh = CHILDREN[unit].filter((child) => this.row(letter, child) === undefined);
    for (const child of fresh) this.reach(letter, child, { received: false, spread: false, ended: false });
    const mine = this.row(letter, unit);
    if (mine && fresh.length > 0) mine.received = true;
  }
  receive(letter: ModelLetter, unit: Member): void {
    const row = this.row(letter, unit);
    if (row) row.received = true;
  }
  spread(letter: ModelLetter, unit: Member): void {
    const row = this.row(letter, unit);
    if (!row) return;
    row.received = true;
    row.spread = true;
    if (!row.ended) this.settle(unit, "disseminate");
  }
  settle(unit: Member, duty: ModelDuty): void {
    const task = this.tasks.get(`${unit} ${duty}`);
    if (task?.state === "open") task.state = "settled";
  }
  reopen(unit: Member, duty: ModelDuty): void {
    const task = this.tasks.get(`${unit} ${duty}`);
    if (task?.state !== "settled") return;
    task.state = "open";
    if (!this.holds(task.letter, unit)) this.release(task.letter);
  }

  private reach(letter: ModelLetter, unit: Member, row: Row, again = false): void {
    this.rows.set(`${letter.id} ${unit}`, row);
    for (const duty of letter.duties) {
      if (unit === "a1s" && duty === "meet-target") continue;
      const task = this.tasks.get(`${unit} ${duty}`);
      const mayOpen = task?.state !== "settled" || (duty === "disseminate" && again);
      const newer = task === undefined || task.state === "withdrawn" || task.letter.no <= letter.no;
      if (mayOpen && newer) this.tasks.set(`${unit} ${duty}`, { state: "open", letter });
    }
  }
  /** Open duties worded by a letter that holds no more go over to the newest that asks them, or are withdrawn. */
  private release(letter: ModelLetter): void {
    for (const [key, task] of this.tasks) {
      const [unit, duty] = key.split(" ") as [Member, ModelDuty];
      if (task.letter !== letter || task.state !== "open" || this.holds(letter, unit)) continue;
      const asking = this.letters.filter((each) => this.holds(each, unit) && each.duties.includes(duty));
      const newest = asking.reduce<ModelLetter | undefined>(
        (best, each) => (best === undefined || each.no > best.no ? each : best),
        undefined,
      );
      if (newest === undefined) task.state = "withdrawn";
      else task.letter = newest;
    }
  }
}
