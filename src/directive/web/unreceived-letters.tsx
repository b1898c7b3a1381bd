// Letters that have reached the unit and whose receipt nobody has confirmed: the first thing to do, in one press.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { dayIn } from "../../platform/pure/calendar.ts";
import { DayText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { getDirective, listDirectives, listTasks, receiveDirective } from "../contract.ts";
import type { DirectiveRow } from "../schema.ts";
import { letterPath } from "./paths.ts";
import { titled } from "./titled.ts";

export function UnreceivedLetters({ unitId }: { readonly unitId: string }) {
  const letters = useRead(listDirectives, { params: { unitId }, query: { limit: 50 } });
  const waiting =
    letters.data?.items.filter(({ receipt, state }) => receipt === "not-received" && state === "issued") ??
    [];
  if (waiting.length === 0) return null;
  return (
    <ul className="task-list">
      {waiting.map((letter) => (
        <Waiting key={letter.id} letter={letter} unitId={unitId} />
      ))}
    </ul>
  );
}

function Waiting({ letter, unitId }: { readonly letter: DirectiveRow; readonly unitId: string }) {
  const t = useT();
  const tell = useNotice();
  const receive = useWrite(receiveDirective, {
    invalidates: [listDirectives, listTasks, getDirective],
    onDone: () => tell({ text: t("directive.received-notice") }),
  });
  return (
    <li className="card duty-card duty-new">
      <div className="duty-row">
        <div className="duty-words">
          <h2>{t("directive.new-letter", { sender: letter.sender.name })}</h2>
          <p className="duty-letter">
            <Link to={letterPath(unitId, letter.id)}>{titled(letter.title)}</Link>
          </p>
          {letter.issuedAt && (
            <p className="duty-when">
              {t("directive.issued")} <DayText day={dayIn(letter.issuedAt)} />
            </p>
          )}
          <ProblemNote problem={receive.problem} />
        </div>
        <div className="duty-actions no-print">
          <Button
            leftSection={<Icon name="check" />}
            loading={receive.busy}
            onClick={() => void receive.run({ params: { unitId, directiveId: letter.id }, body: {} })}
          >
            {t("directive.confirm-receipt")}
          </Button>
        </div>
      </div>
    </li>
  );
}
