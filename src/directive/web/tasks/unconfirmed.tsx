// Letters that have reached the unit and whose receipt nobody has confirmed: the first thing to do, in one press.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { usePending } from "../../../platform/offline/use-kept-write.ts";
import { dayIn } from "../../../platform/pure/calendar.ts";
import { DayText } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import { receiveDirective } from "../../contract.ts";
import type { Unconfirmed } from "../../schema.ts";
import { CHANGES, letterPath } from "../paths.ts";
import { titled } from "../titled.ts";
import { HeldNote } from "./held-note.tsx";
import { MoreButton, MorePart, NoteArea, useMore } from "./note-field.tsx";
import { useReceive } from "./use-receive.ts";
import { lastWish } from "./waiting.ts";

interface UnconfirmedLettersProps {
  readonly letters: readonly Unconfirmed[];
  readonly unitId: string;
}

export function UnconfirmedLetters({ letters, unitId }: UnconfirmedLettersProps) {
  const t = useT();
  if (letters.length === 0) return null;
  // The one due first stands first; those without a day after them, the latest letter first.
  const ordered = [...letters].sort(
    (a, b) =>
      (a.receiveBy ?? "9999").localeCompare(b.receiveBy ?? "9999") || b.reachedAt.localeCompare(a.reachedAt),
  );
  return (
    <section aria-labelledby="unconfirmed">
      <h2 className="section-head" id="unconfirmed">
        {t("directive.task.unconfirmed")}
      </h2>
      <ul className="task-list">
        {ordered.map((waiting) => (
          <Waiting key={waiting.letter.id} waiting={waiting} unitId={unitId} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ waiting, unitId }: { readonly waiting: Unconfirmed; readonly unitId: string }) {
  const t = useT();
  const today = useToday();
  const { letter, receiveBy, reachedAt } = waiting;
  const receive = useReceive(unitId, letter.id, titled(letter.title));
  const wish = lastWish(usePending(receiveDirective, { unitId, directiveId: letter.id }));
  const held = wish && !receive.busy;
  const more = useMore(receive.note !== "");
  const late = receiveBy !== null && receiveBy < today;
  const changes = letter.relation === "amend" || letter.relation === "replace" ? letter.relation : undefined;
  return (
    <li className="card duty-card duty-new">
      <div className="duty-row">
        <div className="duty-words">
          <h3 className="duty-letter">
            <Link to={letterPath(unitId, letter.id)}>{titled(letter.title)}</Link>
          </h3>
          <p>{t("directive.task.unconfirmed-from", { sender: letter.sender.name })}</p>
          <p className="duty-when">
            {late ? <StateChip state="late" /> : <Icon name="clock" size={18} />}
            {receiveBy === null ? (
              <DayText day={dayIn(reachedAt)} />
            ) : (
              <span>
                {t("directive.receive-by")} <DayText day={receiveBy} due />
              </span>
            )}
          </p>
          {changes && (
            <p className="duty-changes">
              <Icon name="edit" size={18} />
              <span>
                {t(`directive.task.changes.${changes}`)}{" "}
                <Link className="no-print" to={letterPath(unitId, letter.id, CHANGES)}>
                  {t("directive.task.changes-see")}
                </Link>
              </span>
            </p>
          )}
          {held && <HeldNote wish={wish} />}
          <ProblemNote problem={receive.problem} />
        </div>
        {!held && (
          <div className="duty-actions no-print">
            <Button
              leftSection={<Icon name="check" />}
              loading={receive.busy}
              onClick={() => void receive.confirm()}
            >
              {t("directive.confirm-receipt")}
            </Button>
            <MoreButton more={more} label={t("directive.task.add-note")} />
          </div>
        )}
        {!held && (
          <MorePart more={more}>
            <NoteArea
              label={t("directive.receive-note-label")}
              help={t("directive.receive-note-help")}
              note={receive.note}
              onNote={receive.setNote}
            />
          </MorePart>
        )}
      </div>
    </li>
  );
}
