// numbering.xml: the "1.", "a)" and "-" that Word prints before a paragraph but does not keep in its text.
import { formatNumber } from "./numerals.ts";
import { unsymbol } from "./symbols.ts";
import type { Attributes, XmlHandler } from "./xml.ts";

type Level = { start: number; format: string; text: string; legal: boolean; restart?: number };
type Abstract = { levels: Map<number, Level>; link?: string };
type Num = { abstract: string; starts: Map<number, number>; levels: Map<number, Level> };

const LEVELS = 9;
const BULLETS = /^[-–—+*]$/;

export class Numbering implements XmlHandler {
  readonly #abstracts = new Map<string, Abstract>();
  readonly #nums = new Map<string, Num>();
  /** Abstract lists that a numbering style stands for. */
  readonly #byStyle = new Map<string, string>();
  /** Level a paragraph style is tied to, as `abstract/style`. */
  readonly #tied = new Map<string, number>();
  #abstract: [string, Abstract] | undefined;
  #num: Num | undefined;
  #override = 0;
  #level: [number, Level] | undefined;
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  open(name: string, attributes: Attributes): void {
    const { val = "" } = attributes;
    if (name === "w:abstractNum") {
      this.#abstract = [attributes.abstractNumId ?? "", { levels: new Map() }];
      this.#abstracts.set(...this.#abstract);
    } else if (name === "w:num") {
      this.#num = { abstract: "", starts: new Map(), levels: new Map() };
      this.#nums.set(attributes.numId ?? "", this.#num);
    } else if (name === "w:abstractNumId" && this.#num) this.#num.abstract = val;
    else if (name === "w:lvlOverride") this.#override = Number(attributes.ilvl);
    else if (name === "w:startOverride") this.#num?.starts.set(this.#override, Number(val));
    else if (name === "w:numStyleLink" && this.#abstract) this.#abstract[1].link = val;
    else if (name === "w:styleLink" && this.#abstract) this.#byStyle.set(val, this.#abstract[0]);
    else if (name === "w:lvl") this.#openLevel(Number(attributes.ilvl));
    else if (this.#level) this.#inLevel(this.#level, name, attributes);
  }

  close(name: string): void {
    if (name === "w:abstractNum") this.#abstract = undefined;
    else if (name === "w:num") this.#num = undefined;
    else if (name === "w:lvl") this.#level = undefined;
  }

  #openLevel(index: number): void {
    const level: Level = { start: 1, format: "decimal", text: "", legal: false };
    this.#level = [index, level];
    (this.#num ?? this.#abstract?.[1])?.levels.set(index, level);
  }

  #inLevel([index, level]: [number, Level], name: string, attributes: Attributes): void {
    const { val = "" } = attributes;
    if (name === "w:start") level.start = Number(val) || 0;
    else if (name === "w:numFmt") level.format = val;
    else if (name === "w:lvlText") level.text = val;
    else if (name === "w:isLgl") level.legal = true;
    else if (name === "w:lvlRestart") level.restart = Number(val);
    else if (name === "w:pStyle" && this.#abstract) this.#tied.set(`${this.#abstract[0]}/${val}`, index);
  }

  /** The level a paragraph of `style` has in a list that its style names without a level. */
  levelOf(numId: string, style: string): number | undefined {
    return this.#tied.get(`${this.#abstractOf(numId)}/${style}`);
  }

  /** The mark of the next paragraph of list `numId` at `index`, "" when it has none. Counts it. */
  next(numId: string, index: number): string {
    const num = this.#nums.get(numId);
    if (!num || index < 0 || index >= LEVELS) return "";
    const id = this.#abstractOf(numId);
    const levels = this.#abstracts.get(id)?.levels;
    const at = (i: number): Level | undefined => num.levels.get(i) ?? levels?.get(i);
    const level = at(index);
    if (!level) return "";
    // Lists of one design count on together, until one says where it starts.
    const counters = this.#counters.get(id) ?? [];
    this.#counters.set(id, counters);
    for (const [i, start] of num.starts) {
      if (this.#started.has(`${numId}/${i}`)) continue;
      this.#started.add(`${numId}/${i}`);
      counters[i] = start - 1;
    }
    counters[index] = (counters[index] ?? level.start - 1) + 1;
    for (let i = 0; i < index; i++) counters[i] ??= at(i)?.start ?? 1;
    for (let i = index + 1; i < LEVELS; i++) {
      const restart = at(i)?.restart;
      if (restart !== 0 && (restart === undefined || index < restart)) counters[i] = undefined;
    }
    return printed(level, counters, at);
  }

  #abstractOf(numId: string): string {
    const id = this.#nums.get(numId)?.abstract ?? "";
    const link = this.#abstracts.get(id)?.link;
    return (link === undefined ? undefined : this.#byStyle.get(link)) ?? id;
  }
}

function printed(
  level: Level,
  counters: readonly (number | undefined)[],
  at: (index: number) => Level | undefined,
): string {
  // Bullets are pictures of symbol fonts; a letter's plain text knows them as dashes.
  if (level.format === "bullet") return BULLETS.test(unsymbol(level.text)) ? unsymbol(level.text) : "-";
  return level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const i = Number(digit) - 1;
      return formatNumber(counters[i] ?? 1, level.legal ? "decimal" : (at(i)?.format ?? "decimal"));
    })
    .trim();
}
