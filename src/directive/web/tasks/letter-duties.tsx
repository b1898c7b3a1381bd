// The duties of one letter under its title; of many letters those that do not press are folded to one line.
import { useState } from "react";
import { Link } from "react-router";
import { DayText } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import type { TaskView } from "../../schema.ts";
import { letterPath } from "../paths.ts";
import { SentenceCard } from "../sentence-card.tsx";
import { byLetter, type LetterGroup, openAtFirst, sumOf } from "../task-order.ts";
import { titled } from "../titled.ts";
import type { TaskForm } from "./task-form.ts";

export interface DutiesProps {
  readonly tasks: readonly TaskView[];
  readonly unitId: string;
  readonly formOf: (task: TaskView, unitId: string) => TaskForm | undefined;
}

/** Every letter that asks something, the most pressing first. */
export function OpenLetters({ tasks, unitId, formOf }: DutiesProps) {
  const today = useToday();
  const groups = byLetter(tasks);
  const open = openAtFirst(groups, today);
  return groups.map((group) => (
    <FoldingLetter
      key={group.directiveId}
      group={group}
      open={open.has(group.directiveId)}
      unitId={unitId}
      formOf={formOf}
    />
  ));
}

interface FoldingLetterProps extends Omit<DutiesProps, "tasks"> {
  readonly group: LetterGroup;
  readonly open: boolean;
}

function FoldingLetter({ group, open, unitId, formOf }: FoldingLetterProps) {
  const t = useT();
  const today = useToday();
  // Decided once for each letter: nothing folds itself away while somebody works.
  const [atFirst] = useState(open);
  const { count, late, next } = sumOf(group, today);
  return (
    <details className="letter-duties" open={atFirst}>
      <summary>
        <span className="letter-duties-head">
          <h2>{titled(group.title)}</h2>
          <span className="duty-when">
            <span>{t("directive.task.sum", { count })}</span>
            {late > 0 && <StateChip state="late" word={t("directive.task.sum-late", { count: late })} />}
            {next !== null && (
              <span className="soft">
                {t("directive.task.sum-next")} <DayText day={next} due />
              </span>
            )}
          </span>
        </span>
      </summary>
      <Link
        className="letter-duties-link no-print"
        to={letterPath(unitId, group.directiveId)}
        aria-label={`${t("directive.task.see-letter")}: ${titled(group.title)}`}
      >
        {t("directive.task.see-letter")}
        <Icon name="right" size={18} />
      </Link>
      <Sentences group={group} unitId={unitId} formOf={formOf} />
    </details>
  );
}

/** Letters in a list that is itself folded: nothing folds twice. */
export function PlainLetters({ tasks, unitId, formOf }: DutiesProps) {
  return byLetter(tasks).map((group) => (
    <section key={group.directiveId} className="letter-duties" aria-label={titled(group.title)}>
      <h2>
        <Link to={letterPath(unitId, group.directiveId)}>{titled(group.title)}</Link>
      </h2>
      <Sentences group={group} unitId={unitId} formOf={formOf} />
    </section>
  ));
}

function Sentences({ group, unitId, formOf }: Omit<FoldingLetterProps, "open">) {
  return (
    <ul className="task-list">
      {group.sentences.map((sentence) => (
        <SentenceCard key={sentence.ordinal} group={sentence} unitId={unitId} formOf={formOf} />
      ))}
    </ul>
  );
}
