// One sentence of a letter with the duties it orders.
import { useState } from "react";
import { useT } from "../../platform/ui/i18n.tsx";
import type { TaskView } from "../schema.ts";
import type { SentenceGroup } from "./task-order.ts";
import { TaskRow } from "./task-row.tsx";
import type { TaskForm } from "./tasks/task-form.ts";

interface SentenceCardProps {
  readonly group: SentenceGroup;
  readonly unitId: string;
  readonly formOf: (task: TaskView, unitId: string) => TaskForm | undefined;
}

export function SentenceCard({ group, unitId, formOf }: SentenceCardProps) {
  const late = group.tasks.some(({ state }) => state === "late");
  const settled = group.tasks.every(({ state }) => state === "settled");
  return (
    <li className={`card duty-card${late ? " duty-late" : ""}${settled ? " duty-settled" : ""}`}>
      <Sentence text={group.sentence} />
      <ul className="duty-rows">
        {group.tasks.map((task) => (
          <TaskRow key={task.id} task={task} unitId={unitId} form={formOf(task, unitId)} />
        ))}
      </ul>
    </li>
  );
}

/** A sentence of a letter may run to half a page; this much of it is shown at first. */
const SHORT_SENTENCE = 150;

function Sentence({ text }: { readonly text: string }) {
  const t = useT();
  const [whole, setWhole] = useState(false);
  const long = text.length > SHORT_SENTENCE;
  return (
    <blockquote className="duty-sentence">
      <span className={long && !whole ? "clamped" : undefined}>{text}</span>
      {long && (
        <button
          type="button"
          className="text-button no-print"
          onClick={() => setWhole(!whole)}
          aria-expanded={whole}
        >
          {whole ? t("directive.sentence-less") : t("directive.sentence-more")}
        </button>
      )}
    </blockquote>
  );
}
