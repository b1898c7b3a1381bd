// styles.xml: what a style does to the words of a letter (hides them, prints them in capitals, numbers them).
import { type Attributes, isOn, type XmlHandler } from "./xml.ts";

/** Absent means: as the style it is based on. */
export type Style = {
  basedOn?: string;
  hidden?: boolean;
  capitals?: boolean;
  centred?: boolean;
  numId?: string;
  level?: number;
};

export class Styles implements XmlHandler {
  readonly #styles = new Map<string, Style>();
  #open: Style | undefined;
  /** The style of paragraphs that name none. */
  #ordinary: string | undefined;

  open(name: string, attributes: Attributes): void {
    if (name === "w:style") {
      this.#open = {};
      this.#styles.set(attributes.styleId ?? "", this.#open);
      if (attributes.type === "paragraph" && /^(?:1|true|on)$/.test(attributes.default ?? ""))
        this.#ordinary = attributes.styleId;
    }
    const style = this.#open;
    if (!style) return;
    const { val } = attributes;
    if (name === "w:basedOn" && val !== undefined) style.basedOn = val;
    else if (name === "w:vanish") style.hidden = isOn(attributes);
    else if (name === "w:caps") style.capitals = isOn(attributes);
    else if (name === "w:jc") style.centred = val === "center";
    else if (name === "w:numId" && val !== undefined) style.numId = val;
    else if (name === "w:ilvl" && val !== undefined) style.level = Number(val);
  }

  close(name: string): void {
    if (name === "w:style") this.#open = undefined;
  }

  /** A property of a style or of the nearest one it is based on. */
  of<Key extends keyof Style>(id: string | undefined, key: Key): Style[Key] | undefined {
    let style = this.#styles.get(id ?? this.#ordinary ?? "");
    // A file may base styles on one another in a circle.
    for (let steps = 0; style && steps < 30; steps++) {
      if (style[key] !== undefined) return style[key];
      style = style.basedOn === undefined ? undefined : this.#styles.get(style.basedOn);
    }
    return undefined;
  }
}
