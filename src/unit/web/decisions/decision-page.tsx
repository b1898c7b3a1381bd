// One decision: its acts, what it would do to the tree and to everything else, and what may be done next.
import { Button } from "@mantine/core";
import { Link, useParams } from "react-router";
import { addDays, formatDay } from "../../../platform/pure/calendar.ts";
import { DayText, formatInstant } from "../../../platform/ui/figures.tsx";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { ErrorState, Shown, Skeletons } from "../../../platform/ui/states.tsx";
import { dryRunDecision, getDecision } from "../../contract/acts.ts";
import type { DecisionView, DryRun } from "../../schema/acts.ts";
import { composePath, decisionsPath, unitPath } from "../paths.ts";
import { ActList } from "./act-list.tsx";
import { ChangedPicture, Picture } from "./picture.tsx";
import { Reasons, reasonsAt } from "./reasons.tsx";
import { DecisionChip } from "./state-chip.tsx";
import { Steps } from "./steps.tsx";
import { capabilityWords } from "./touch-words.ts";
import { Touches } from "./touches.tsx";

interface DecisionPageProps {
  /** Where the scan of a union's paper can be had. */
  readonly fileHref: (unitId: string, fileId: string) => string;
}

export function DecisionPage({ fileHref }: DecisionPageProps) {
  const t = useT();
  const { unitId = "", decisionId = "" } = useParams();
  const read = useRead(getDecision, { params: { unitId, decisionId } });
  const back = { to: decisionsPath(unitId), label: t("unit.decisions") };
  if (read.data === undefined) {
    return (
      <Page title={t("unit.decisions")} back={back}>
        {read.error ? (
          <ErrorState problem={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <Skeletons rows={5} />
        )}
      </Page>
    );
  }
  const decision = read.data;
  return (
    <Page
      title={decision.title}
      back={back}
      printable
      lead={
        <>
          <DecisionChip state={decision.state} />{" "}
          <span>
            {decision.unit.name} · {t("unit.compose-day")} <DayText day={decision.effectiveOn} />
          </span>
        </>
      }
      actions={
        decision.allowedActions.includes("unit.draft-decision") && (
          <Button
            component={Link}
            to={composePath(unitId, decisionId)}
            variant="default"
            leftSection={<Icon name="edit" />}
          >
            {t("unit.decision-edit")}
          </Button>
        )
      }
    >
      <p className="only-print">
        <strong>{t("unit.decision-annex")}</strong>
      </p>
      <Head decision={decision} unitId={unitId} fileHref={fileHref} />
      {decision.state === "draft" || decision.state === "approved" ? (
        <Ahead decision={decision} unitId={unitId} />
      ) : (
        <>
          <Entries decision={decision} />
          {decision.changed !== null && (
            <ChangedPicture
              unitId={unitId}
              decisionId={decision.id}
              changed={decision.changed}
              decider={decision.unit}
              effectiveOn={decision.effectiveOn}
            />
          )}
          <Steps unitId={unitId} decision={decision} dry={undefined} lookAgain={() => {}} />
        </>
      )}
    </Page>
  );
}

/** As a letter would cite it: number, day, issuer, then what it is about. */
function paperWords(t: T, paper: NonNullable<DecisionView["paper"]>): string {
  const { issuer, number, notation, issuedOn, subject } = paper;
  const said = [
    number === undefined
      ? notation
      : t("unit.decision-paper-number", { number: `${number}/${notation ?? ""}` }),
    issuedOn && t("unit.decision-paper-day", { day: formatDay(issuedOn) }),
    t("unit.decision-paper-issuer", { issuer }),
    subject.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLocaleLowerCase("vi")),
  ];
  return said.filter(Boolean).join(" ");
}

interface HeadProps extends DecisionPageProps {
  readonly decision: DecisionView;
  readonly unitId: string;
}

/** The paper, how far it has come, and the trees on both sides of the day once it is applied. */
function Head({ decision, unitId, fileHref }: HeadProps) {
  const t = useT();
  const { paper, fileId, effectiveOn, approvedAt, appliedAt, undoneAt, undoReason, transfers } = decision;
  const eve = addDays(effectiveOn, -1);
  return (
    <div className="decision-head">
      {paper && <p>{t("unit.decision-paper", { paper: paperWords(t, paper) })}</p>}
      {fileId && (
        <p className="no-print">
          <a href={fileHref(unitId, fileId)} download>
            {t("unit.decision-file")}
          </a>
        </p>
      )}
      <p className="soft">
        {[
          approvedAt && t("unit.decision-approved-at", { at: formatInstant(approvedAt) }),
          appliedAt && t("unit.decision-applied-at", { at: formatInstant(appliedAt) }),
          undoneAt && t("unit.decision-undone-at", { at: formatInstant(undoneAt), reason: undoReason ?? "" }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {decision.state === "applied" && (
        <div className="button-row no-print">
          <Button component={Link} to={unitPath(unitId, unitId, effectiveOn)}>
            {t("unit.decision-see-day", { day: formatDay(effectiveOn) })}
          </Button>
          <Button component={Link} to={unitPath(unitId, unitId, eve)} variant="default">
            {t("unit.decision-see-eve", { day: formatDay(eve) })}
          </Button>
        </div>
      )}
      {decision.state === "applied" && transfers.length > 0 && (
        <section aria-labelledby="transfers">
          <h2 className="section-head" id="transfers">
            {t("unit.transfers")}
          </h2>
          <ul className="transfers">
            {transfers.map(({ participant, dueOn, doneAt }) => (
              <li key={participant}>
                {capabilityWords(t, participant)}
                <StateChip
                  state={doneAt === null ? "doing" : "done"}
                  word={
                    doneAt === null
                      ? t("unit.transfer-waiting", { day: formatDay(dueOn) })
                      : t("unit.transfer-done")
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface EntriesProps {
  readonly decision: DecisionView;
  readonly dry?: DryRun;
}

function Entries({ decision, dry }: EntriesProps) {
  const t = useT();
  const names = new Map(
    [decision.unit, ...(dry?.named ?? []), ...decision.named].map(({ id, name }) => [id, name]),
  );
  const nameOf = (id: string): string => names.get(id) ?? t("unit.reason-some-unit");
  return (
    <section aria-labelledby="entries">
      <h2 className="section-head" id="entries">
        {t("unit.decision-entries")}
      </h2>
      <Reasons reasons={reasonsAt(dry?.reasons ?? [], undefined)} nameOf={nameOf} />
      <ActList
        acts={decision.entries}
        childrenTo={new Map(decision.childrenTo.map(({ act, count }) => [act, count]))}
        nameOf={nameOf}
        reasons={dry?.reasons ?? []}
      />
    </section>
  );
}

/** A decision not applied yet, with what it would do as things stand. */
function Ahead({ decision, unitId }: Pick<HeadProps, "decision" | "unitId">) {
  const t = useT();
  const may = decision.allowedActions.includes("unit.dry-run");
  const read = useRead(dryRunDecision, { params: { unitId, decisionId: decision.id } }, { enabled: may });
  const dry = read.data;
  return (
    <>
      {dry && (
        <p className={`note ${dry.ok ? "note-done" : "note-error"}`} role="status">
          <Icon name={dry.ok ? "check" : "error"} />
          <span>
            {dry.ok ? t("unit.dry-ok") : t("unit.dry-not-ok", { count: dry.reasons.length })}{" "}
            {t("unit.dry-lead")}
          </span>
        </p>
      )}
      <Entries decision={decision} {...(dry && { dry })} />
      {may && (
        <Shown read={read} rows={3}>
          {(shown) => (
            <>
              <Picture units={shown.units} decider={decision.unit} effectiveOn={decision.effectiveOn} />
              {shown.ok && <Touches touches={shown.touches} />}
            </>
          )}
        </Shown>
      )}
      <Steps unitId={unitId} decision={decision} dry={dry} lookAgain={() => void read.refetch()} />
    </>
  );
}
