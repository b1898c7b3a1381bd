// The letter as it was read, every word that became a field marked; the field pointed at stands out.
import { useEffect, useMemo, useRef } from "react";
import { useT } from "../../platform/ui/i18n.tsx";
import type { Letter } from "../schema.ts";
import { type Stretch, stretchesOf } from "./field-path.ts";

interface LetterTextProps {
  readonly letter: Letter;
  /** Path of the field pointed at. */
  readonly active: string | undefined;
  readonly onPoint: (path: string | undefined) => void;
  /** Somebody pressed the source of a field: go there. */
  readonly onChoose: (path: string) => void;
}

const isLit = ({ paths }: Stretch, active: string | undefined): boolean =>
  active !== undefined &&
  paths.some((path) => path === active || path.startsWith(`${active}.`) || path.startsWith(`${active}[`));

export function LetterText({ letter, active, onPoint, onChoose }: LetterTextProps) {
  const t = useT();
  const pane = useRef<HTMLElement>(null);
  const stretches = useMemo(() => stretchesOf(letter), [letter]);
  useEffect(() => {
    const lit = pane.current?.querySelector<HTMLElement>(".lit");
    // Only the pane itself moves: on a phone the text stands above the fields and the page must stay where it is.
    if (lit && pane.current && active !== undefined) {
      const top = lit.offsetTop - pane.current.clientHeight / 3;
      pane.current.scrollTo({ top, behavior: "smooth" });
    }
  }, [active]);
  return (
    <section
      className="letter-text"
      ref={pane}
      aria-label={t("document.text")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {stretches.map((stretch) => {
        const [nearest] = stretch.paths;
        if (nearest === undefined) {
          // A letter pasted without its head begins with blank lines that say nothing.
          const text = stretch.start === 0 ? stretch.text.trimStart() : stretch.text;
          return <span key={stretch.start}>{text}</span>;
        }
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard goes the other way, from the field to its source
          // biome-ignore lint/a11y/noStaticElementInteractions: a convenience of the pointer only
          <span
            key={stretch.start}
            className={isLit(stretch, active) ? "source lit" : "source"}
            onPointerEnter={() => onPoint(nearest)}
            onPointerLeave={() => onPoint(undefined)}
            onClick={() => onChoose(nearest)}
          >
            {stretch.text}
          </span>
        );
      })}
    </section>
  );
}
