// One letter as a unit sees it: what to do with it first, who below has it, what it orders, and its words.
import { Button } from "@mantine/core";
import { useParams } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { formatDay } from "../../platform/pure/calendar.ts";
import { DayText, InstantText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { ErrorState, ProblemNote, Skeletons } from "../../platform/ui/states.tsx";
import { getDirective, issueDirective, listDirectives, listReceipts, listTasks } from "../contract.ts";
import type { DirectiveView } from "../schema.ts";
import { OwnSteps } from "./own-steps.tsx";
import { lettersPath } from "./paths.ts";
import { ReceiptsPanel } from "./receipts-panel.tsx";
import { titled } from "./titled.ts";

export function LetterPage() {
  const t = useT();
  const { placeId: unitId } = useActing();
  const { directiveId = "" } = useParams();
  const read = useRead(getDirective, { params: { unitId, directiveId } });
  const back = { to: lettersPath(unitId), label: t("directive.letters-title") };
  if (read.data === undefined) {
    return (
      <Page title={t("directive.letter")} back={back}>
        {read.error ? (
          <ErrorState problem={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <Skeletons rows={4} height={96} />
        )}
      </Page>
    );
  }
  const letter = read.data;
  return (
    <Page title={titled(letter.title)} lead={<Lead letter={letter} />} back={back} printable>
      <Draft letter={letter} unitId={unitId} />
      <OwnSteps letter={letter} unitId={unitId} />
      {(letter.state === "issued" || letter.counts.reached > 0) && (
        <ReceiptsPanel letter={letter} unitId={unitId} />
      )}
      <Orders letter={letter} />
      {letter.text !== null && (
        <details className="card letter-whole">
          <summary>
            <h2>{t("directive.text")}</h2>
          </summary>
          <div className="letter-paper">{letter.text}</div>
        </details>
      )}
    </Page>
  );
}

function Lead({ letter }: { readonly letter: DirectiveView }) {
  const t = useT();
  const number = [letter.number, letter.notation].filter(Boolean).join("/");
  return (
    <>
      <p>
        {letter.sender.name}
        {number !== "" && ` · ${t("directive.number", { number })}`}
        {letter.issuedOn && ` · ${formatDay(letter.issuedOn)}`}
      </p>
      {letter.subject !== null && letter.subject !== letter.title && <p>{letter.subject}</p>}
    </>
  );
}

/** A letter that has been confirmed but reaches nobody yet: the one act is to issue it. */
function Draft({ letter, unitId }: { readonly letter: DirectiveView; readonly unitId: string }) {
  const t = useT();
  const tell = useNotice();
  const issue = useWrite(issueDirective, {
    invalidates: [getDirective, listDirectives, listReceipts, listTasks],
    onDone: () => tell({ text: t("directive.issued-notice") }),
  });
  if (letter.state !== "draft") return null;
  return (
    <section className="card next-step">
      <StateChip state="missing" word={t("directive.state-draft")} />
      <p>{t("directive.draft-help", { count: letter.counts.notYetReached })}</p>
      <ProblemNote problem={issue.problem} />
      {letter.allowedActions.includes("directive.issue") ? (
        <Button
          size="lg"
          leftSection={<Icon name="send" />}
          loading={issue.busy}
          onClick={() => void issue.run({ params: { unitId, directiveId: letter.id } })}
        >
          {t("directive.issue")}
        </Button>
      ) : (
        <p>{t("directive.issue-by-officer")}</p>
      )}
    </section>
  );
}

function Orders({ letter }: { readonly letter: DirectiveView }) {
  const t = useT();
  return (
    <section className="card" aria-labelledby="orders">
      <h2 className="section-head" id="orders">
        {t("directive.orders")}
      </h2>
      {letter.instructions.length === 0 && <p>{t("directive.orders-none")}</p>}
      <ol className="orders">
        {letter.instructions.map(({ ordinal, text, duties, dueOn }) => (
          <li key={ordinal} value={ordinal}>
            <p className="order-text">{text}</p>
            <p className="order-duties">
              {duties.map((duty) => (
                <span key={duty}>{t(`document.duty.${duty}`)}</span>
              ))}
            </p>
            {dueOn && (
              <p>
                {t("directive.due")} <DayText day={dueOn} due />
              </p>
            )}
          </li>
        ))}
      </ol>
      {letter.reportDays !== null && <p>{t("directive.report-days", { days: letter.reportDays })}</p>}
      {letter.reportTo !== null && (
        <p>
          {letter.reportThrough === null
            ? t("directive.report-to", { to: letter.reportTo })
            : t("directive.report-to-through", { to: letter.reportTo, through: letter.reportThrough })}
        </p>
      )}
      {letter.issuedAt && (
        <p className="soft">
          {t("directive.issued")} <InstantText at={letter.issuedAt} />
        </p>
      )}
    </section>
  );
}
