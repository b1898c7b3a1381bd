// A letter named beside another: number, day, sender and subject, one press away.
import { Link } from "react-router";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import type { LetterLink } from "../../schema/family.ts";
import { letterPath } from "../paths.ts";
import { titled } from "../titled.ts";
import { LetterStateChip } from "./standing.tsx";

/** "610/LĐLĐ"; "" for a letter without a number. */
export const numberOf = (letter: {
  readonly number: string | null;
  readonly notation: string | null;
}): string => (letter.number === null ? "" : [letter.number, letter.notation].filter(Boolean).join("/"));

/** "văn bản số 610/LĐLĐ ngày 18/01/2021 của LĐLĐ tỉnh Lai Châu" */
export function linkWords(t: T, link: LetterLink): string {
  const number = numberOf(link);
  return [
    number === ""
      ? t("directive.link-title", { title: titled(link.title) })
      : t("directive.link-number", { number }),
    link.issuedOn === null ? "" : t("directive.link-day", { day: formatDay(link.issuedOn) }),
    t("directive.link-sender", { sender: link.sender.shortName || link.sender.name }),
  ]
    .filter(Boolean)
    .join(" ");
}

interface LinkRowProps {
  readonly unitId: string;
  /** How it stands to the letter that is shown, e.g. "Triển khai văn bản". */
  readonly as?: string;
  readonly link: LetterLink;
}

export function LetterLinkRow({ unitId, as, link }: LinkRowProps) {
  const t = useT();
  const number = numberOf(link);
  return (
    <li className="letter-link">
      <div>
        {as !== undefined && <span className="soft">{as}</span>}
        <Link to={letterPath(unitId, link.id)}>{titled(linkWords(t, link))}</Link>
        {number !== "" && <span className="soft">{titled(link.title)}</span>}
      </div>
      <LetterStateChip state={link.state} />
    </li>
  );
}
