// Words that came and words that went, told by a line through or under them and by words for a screen reader, not by
// colour alone.
import { Fragment } from "react";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { LetterChanges } from "../../schema/family.ts";

type Parts = LetterChanges["fields"][number]["parts"];
type Instruction = LetterChanges["instructions"][number];

export function ChangedWords({ parts }: { readonly parts: Parts }) {
  const t = useT();
  return (
    <span className="changed-words">
      {parts.map(({ text, change }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
        if (change === "same") return <Fragment key={index}>{text}</Fragment>;
        const Mark = change === "added" ? "ins" : "del";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
          <Mark key={index}>
            <span className="visually-hidden">{t(`directive.change.${change}-begins`)}</span>
            {text}
            <span className="visually-hidden">{t(`directive.change.${change}-ends`)}</span>
          </Mark>
        );
      })}
    </span>
  );
}

interface ChangedDayProps {
  readonly change: Instruction["change"];
  readonly before: string | null;
  readonly after: string | null;
}

/** A day that moved: the one before struck out, the new one after it. Of an order that came or went, its own day. */
function ChangedDay({ change, before, after }: ChangedDayProps) {
  const t = useT();
  const own = change === "removed" ? before : after;
  if (change !== "changed" || before === after) {
    return own === null ? null : <p className="soft">{`${t("directive.due")}: ${formatDay(own)}`}</p>;
  }
  const words = (day: string | null): string => (day === null ? t("directive.no-due-day") : formatDay(day));
  return (
    <p>
      {t("directive.due")}: <ChangedWords parts={[{ text: words(before), change: "removed" }]} />{" "}
      <ChangedWords parts={[{ text: words(after), change: "added" }]} />
    </p>
  );
}

/** Fields and instructions that differ; what stayed is folded away, for an eye that looks for what is new. */
export function ChangeList({
  changes,
}: {
  readonly changes: Pick<LetterChanges, "fields" | "instructions">;
}) {
  const t = useT();
  const moved = changes.instructions.filter(({ change }) => change !== "same");
  const same = changes.instructions.filter(({ change }) => change === "same");
  if (changes.fields.length === 0 && moved.length === 0) return <p>{t("directive.change.none")}</p>;
  return (
    <div className="change-list">
      {changes.fields.map(({ field, parts }) => (
        <div key={field}>
          <h3>{t(`directive.change.field.${field}`)}</h3>
          <p>
            <ChangedWords parts={parts} />
          </p>
        </div>
      ))}
      {moved.length > 0 && (
        <ul className="changed-orders">
          {moved.map((instruction) => (
            <ChangedInstruction key={keyOf(instruction)} instruction={instruction} />
          ))}
        </ul>
      )}
      {same.length > 0 && (
        <details className="inner-form">
          <summary>{t("directive.change.same", { count: same.length })}</summary>
          <ol className="orders">
            {same.map((instruction) => (
              <li key={keyOf(instruction)} value={instruction.ordinal ?? undefined}>
                <ChangedWords parts={instruction.parts} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

const keyOf = ({ ordinal, parts }: Instruction): string =>
  `${ordinal ?? "-"} ${parts
    .map(({ text }) => text)
    .join("")
    .slice(0, 80)}`;

const ICONS = { added: "plus", removed: "close", changed: "edit", same: "check" } as const;

function ChangedInstruction({ instruction }: { readonly instruction: Instruction }) {
  const t = useT();
  const { change, ordinal, parts, dueBefore, dueAfter } = instruction;
  return (
    <li className={`changed-order ${change}`}>
      <p className="changed-what">
        <Icon name={ICONS[change]} size={18} />
        {ordinal === null
          ? t(`directive.change.order.${change}`)
          : `${t("directive.change.order-number", { number: ordinal })}: ${t(`directive.change.order.${change}`)}`}
      </p>
      <p className="order-text">
        <ChangedWords parts={parts} />
      </p>
      <ChangedDay change={change} before={dueBefore} after={dueAfter} />
    </li>
  );
}
