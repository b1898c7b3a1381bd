// One letter as a unit sees it: how it stands, what to do with it first, who below has it, what it orders, its words.
import { Button } from "@mantine/core";
import { useEffect } from "react";
import { Link, useParams } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { type Day, dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { PastNote, usePastDay } from "../../platform/ui/as-of.tsx";
import { DayText, InstantText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { ErrorState, Skeletons } from "../../platform/ui/states.tsx";
import { getDirective } from "../contract.ts";
import type { DirectiveView } from "../schema.ts";
import { LetterTabs } from "./cascade/letter-tabs.tsx";
import { Banners } from "./letter/banners.tsx";
import { Bases } from "./letter/bases.tsx";
import { ChangesPanel } from "./letter/changes-panel.tsx";
import { DraftPanel } from "./letter/draft-panel.tsx";
import { Family } from "./letter/family.tsx";
import { Files } from "./letter/files.tsx";
import { numberOf } from "./letter/letter-link.tsx";
import { RecallPanel } from "./letter/recall.tsx";
import { LetterStateChip } from "./letter/standing.tsx";
import { OwnSteps } from "./own-steps.tsx";
import { lettersPath, nextLetterPath } from "./paths.ts";
import { ReceiptsPanel } from "./receipts-panel.tsx";
import { titled } from "./titled.ts";

/** While a letter goes out to a long list. */
const LOOK_AGAIN_MS = 3000;

export function LetterPage() {
  const t = useT();
  const { placeId: unitId } = useActing();
  const { directiveId = "" } = useParams();
  const past = usePastDay();
  const read = useRead(getDirective, { params: { unitId, directiveId } });
  const { refetch } = read;
  const onItsWay = (read.data?.onItsWay ?? 0) > 0;
  useEffect(() => {
    if (!onItsWay) return;
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [onItsWay, refetch]);
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
  const issued = letter.state !== "draft";
  // A letter that no longer holds has no receivers to chase: its successor has. It had them on days gone by.
  const receipts = (past === undefined ? letter.state === "issued" : issued) && (
    <ReceiptsPanel letter={letter} unitId={unitId} past={past} />
  );
  if (past !== undefined && issued) {
    // Looked back at: what there is to do, and what became of the letter, is of today.
    const asRead = { ...letter, allowedActions: [] };
    return (
      <Page title={titled(letter.title)} lead={<Lead letter={letter} past />} back={back} printable>
        <LetterTabs unitId={unitId} directiveId={letter.id} current="letter" past={past} />
        <LookingBack letter={letter} past={past} />
        {receipts}
        <Orders letter={letter} past />
        <Files letter={asRead} unitId={unitId} />
        <Words letter={letter} />
      </Page>
    );
  }
  const own = letter.sender.id === unitId;
  return (
    <Page title={titled(letter.title)} lead={<Lead letter={letter} />} back={back} printable>
      {issued && <LetterTabs unitId={unitId} directiveId={letter.id} current="letter" />}
      <Banners letter={letter} unitId={unitId} />
      <DraftPanel letter={letter} unitId={unitId} />
      <ChangesPanel letter={letter} unitId={unitId} />
      <OwnSteps letter={letter} unitId={unitId} />
      {own && receipts}
      <Orders letter={letter} />
      {!own && receipts}
      <Family letter={letter} unitId={unitId} />
      <Bases letter={letter} unitId={unitId} />
      <Files letter={letter} unitId={unitId} />
      <Words letter={letter} open={!issued} />
      <OwnChanges letter={letter} unitId={unitId} />
    </Page>
  );
}

function LookingBack({ letter, past }: { readonly letter: DirectiveView; readonly past: Day }) {
  const t = useT();
  const before = letter.issuedAt !== null && past < dayIn(letter.issuedAt);
  return (
    <PastNote>
      {t(before ? "directive.past-before-issue" : "directive.past", { day: formatDay(past) })}
    </PastNote>
  );
}

function Words({ letter, open = false }: { readonly letter: DirectiveView; readonly open?: boolean }) {
  const t = useT();
  if (letter.text === "") return null;
  return (
    <details className="card letter-whole" open={open}>
      <summary>
        <h2>{t("directive.text")}</h2>
      </summary>
      <div className="letter-paper">{letter.text}</div>
    </details>
  );
}

interface DatedProps {
  readonly letter: DirectiveView;
  /** On a day gone by: the letter need not have stood as now, and days are not counted from today. */
  readonly past?: boolean;
}

function Lead({ letter, past = false }: DatedProps) {
  const t = useT();
  const number = numberOf(letter);
  return (
    <>
      <p className="letter-lead">
        {!past && <LetterStateChip state={letter.state} />}
        <span>
          {letter.sender.name}
          {number !== "" && ` · ${t("directive.number", { number })}`}
          {letter.issuedOn && ` · ${formatDay(letter.issuedOn)}`}
        </span>
      </p>
      {letter.subject !== null && letter.subject !== letter.title && <p>{letter.subject}</p>}
    </>
  );
}

/** What a sender may do with a letter that holds: change it, urge an answer, take it back. Seldom, so last. */
function OwnChanges({ letter, unitId }: { readonly letter: DirectiveView; readonly unitId: string }) {
  const t = useT();
  const may = letter.allowedActions.includes("directive.suggest") && letter.sender.id === unitId;
  return (
    <>
      {may && (
        <section className="card no-print" aria-labelledby="own-changes">
          <h2 className="section-head" id="own-changes">
            {t("directive.own-changes")}
          </h2>
          <p className="soft">{t("directive.own-changes-help")}</p>
          <div className="button-row">
            {(["amend", "replace", "urge"] as const).map((as) => (
              <Button
                key={as}
                component={Link}
                variant="default"
                to={nextLetterPath(unitId, letter.id, as)}
                leftSection={<Icon name={as === "urge" ? "alarm" : "edit"} />}
              >
                {t(`directive.next.${as}`)}
              </Button>
            ))}
          </div>
        </section>
      )}
      <RecallPanel letter={letter} unitId={unitId} />
    </>
  );
}

function Orders({ letter, past = false }: DatedProps) {
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
                {t("directive.due")} {past ? formatDay(dueOn) : <DayText day={dueOn} due />}
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
