// Photos and PDFs that show a duty was done: those the server has, those that wait on this phone, and choosing more.
import { useState } from "react";
import { useKeptWrite, usePending } from "../../../platform/offline/use-kept-write.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { addEvidence, removeEvidence } from "../../contract/family.ts";
import { listTasks } from "../../contract.ts";
import type { TaskView } from "../../schema.ts";
import { EvidenceChoice } from "./evidence-choice.tsx";
import { KeptThumb, WaitingThumb } from "./evidence-thumb.tsx";
import { shrunk } from "./shrink.ts";
import { roomFor, type WaitingFile, waitingFiles } from "./waiting.ts";

interface EvidenceProps {
  readonly task: TaskView;
  readonly unitId: string;
}

export const useWaitingFiles = (unitId: string, taskId: string): readonly WaitingFile[] =>
  waitingFiles(usePending(addEvidence, { unitId, taskId }));

interface EvidenceListProps extends EvidenceProps {
  /** Taking away is offered: not where a thumb passes by, for it cannot be undone. */
  readonly editing: boolean;
}

/** What there is, as small pictures. Nothing when there is none. */
export function EvidenceList({ task, unitId, editing }: EvidenceListProps) {
  const t = useT();
  const tell = useNotice();
  const waiting = useWaitingFiles(unitId, task.id);
  const take = useWrite(removeEvidence, { invalidates: [listTasks] });
  const may = editing && task.allowedActions.includes("directive.add-evidence");
  if (task.evidence.length === 0 && waiting.length === 0) return null;
  const remove = async (fileId: string, name: string): Promise<void> => {
    const gone = await take.run({ params: { unitId, taskId: task.id, fileId } });
    if (gone) tell({ text: t("directive.evidence.removed", { name }) });
  };
  return (
    <>
      <ul className="evidence" aria-label={t("directive.evidence.title")}>
        {task.evidence.map((file) => (
          <KeptThumb
            key={file.id}
            file={file}
            params={{ unitId, taskId: task.id, fileId: file.id }}
            onRemove={may ? () => void remove(file.id, file.name) : undefined}
          />
        ))}
        {waiting.map((file) => (
          <WaitingThumb key={file.command.key} file={file} editing={editing} />
        ))}
      </ul>
      <ProblemNote problem={take.problem} />
    </>
  );
}

/** Choosing more, and why one was not taken. */
export function EvidenceAdd({ task, unitId }: EvidenceProps) {
  const t = useT();
  const duty = t(`document.duty.${task.duty}`);
  const waiting = useWaitingFiles(unitId, task.id);
  const add = useKeptWrite(addEvidence, { invalidates: [listTasks] });
  const [shrinking, setShrinking] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  if (!task.allowedActions.includes("directive.add-evidence")) return null;
  const room = roomFor(task.evidence.length, waiting);

  const takeOne = async (file: File): Promise<string | undefined> => {
    const body = await shrunk(file);
    if (typeof body === "string") return t(`directive.evidence.${body}`, { name: file.name });
    const params = { unitId, taskId: task.id };
    const words = t("directive.task.evidence-words", { duty });
    await add.run({ params, query: { fileId: newId() }, body }, { words });
    return undefined;
  };
  const take = async (files: readonly File[]): Promise<void> => {
    setShrinking(true);
    add.clear();
    const said: string[] = [];
    for (const file of files.slice(0, room)) {
      const why = await takeOne(file);
      if (why !== undefined) said.push(why);
    }
    for (const { name } of files.slice(room)) said.push(t("directive.evidence.too-many", { room, name }));
    setRefused(said);
    setShrinking(false);
  };
  return (
    <div className="evidence-add">
      {room === 0 ? (
        <p className="soft">{t("directive.evidence.full")}</p>
      ) : (
        <EvidenceChoice busy={shrinking} onFiles={(files) => void take(files)} />
      )}
      {shrinking && <p role="status">{t("directive.evidence.shrinking")}</p>}
      {refused.map((why) => (
        <p className="field-error" role="alert" key={why}>
          {why}
        </p>
      ))}
      <ProblemNote problem={add.problem} />
      {room > 0 && <p className="soft evidence-help">{t("directive.evidence.help")}</p>}
    </div>
  );
}
