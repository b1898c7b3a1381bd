// A letter laid out as the paper will be: two columns at the head, Kính gửi, căn cứ, orders, Nơi nhận and signature.
// The sentences are those the server composes and prints; only where they stand is decided here.
import { Fragment } from "react";
import { formatDayInWords } from "../../../platform/pure/calendar.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { signatureTitles } from "../../rules/composing/compose.ts";
import {
  baseLines,
  type ComposeHead,
  KIND_WORDS,
  openingOf,
  orderLines,
} from "../../rules/composing/sentences.ts";
import type { LetterFields } from "../../schema.ts";
import {
  ADDRESSEES,
  blankDay,
  closedList,
  copiesOf,
  MOTTO,
  NATION,
  NUMBER,
  RECIPIENTS,
  SUBJECT,
} from "./form-words.ts";

interface LetterPaperProps {
  readonly letter: LetterFields;
  /** Stands where the letter's own fields say nothing. */
  readonly head: ComposeHead;
  /** What stands for a number that is given on issue; "" leaves room. */
  readonly numberToCome?: string;
  readonly draft: boolean;
}

const capitals = (text: string): string => text.toLocaleUpperCase("vi");

export function LetterPaper({ letter, head, numberToCome = "", draft }: LetterPaperProps) {
  const t = useT();
  const { issuer, issuedOn, kind = "cong-van", subject = "", signature } = letter;
  const titled = kind !== "cong-van" && kind !== "khac";
  const superior = issuer === undefined ? head.superior : issuer.superior;
  const number = letter.number ?? numberToCome;
  const opening = openingOf(letter, head);
  return (
    <article className="paper" lang="vi" aria-label={t("document.paper")}>
      {draft && <p className="paper-mark">{t("document.paper-draft")}</p>}
      <header className="paper-head">
        <div>
          {superior && <p>{capitals(superior)}</p>}
          <p className="paper-issuer">{capitals(issuer?.name ?? head.name)}</p>
          <p className="paper-number">
            {NUMBER} {number === "" ? <span className="paper-room" /> : number}
            {letter.notation && `/${letter.notation}`}
          </p>
          {!titled && subject !== "" && <p className="paper-about">{`${SUBJECT} ${subject}`}</p>}
        </div>
        <div>
          <p className="paper-nation">{NATION}</p>
          <p className="paper-motto">{MOTTO}</p>
          <p className="paper-date">
            {letter.place ?? head.place}, {issuedOn === undefined ? blankDay : formatDayInWords(issuedOn)}
          </p>
        </div>
      </header>
      {titled && (
        <div className="paper-title">
          <p>{capitals(KIND_WORDS[kind])}</p>
          <p>{subject}</p>
        </div>
      )}
      <Addressees letter={letter} />
      <div className="paper-body">
        {baseLines(letter.bases).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity than their place
          <p key={index} className="paper-base">
            {line}
          </p>
        ))}
        {opening !== undefined && <p>{opening}</p>}
        {orderLines(letter).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity than their place
          <p key={index} className="paper-order">
            {line}
          </p>
        ))}
      </div>
      <footer className="paper-foot">
        <div className="paper-copies">
          <p>{RECIPIENTS}</p>
          {copiesOf(letter).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <div className="paper-signature">
          {signature && signatureTitles(signature).map((line) => <p key={line}>{line}</p>)}
          <div className="paper-seal" />
          <p>{signature?.name}</p>
        </div>
      </footer>
    </article>
  );
}

function Addressees({ letter }: { readonly letter: LetterFields }) {
  const lines = closedList(letter.addressees.map(({ text }) => text));
  const [only, second] = lines;
  if (only === undefined) return null;
  if (second === undefined) return <p className="paper-to">{`${ADDRESSEES} ${only}`}</p>;
  return (
    <div className="paper-to">
      <p>{ADDRESSEES}</p>
      <div>
        {lines.map((line) => (
          <Fragment key={line}>
            <p>{`- ${line}`}</p>
          </Fragment>
        ))}
      </div>
    </div>
  );
}
