// Yêu cầu của người hiến: what people asked about their own data, the earliest deadline first, and what to do.
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useActing } from "../../../account/web/session.tsx";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { formatInstant } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useReadPages } from "../../../platform/ui/queries.ts";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { EmptyState, ErrorState, LoadMore, Skeletons } from "../../../platform/ui/states.tsx";
import { listRequests } from "../../contract/requests.ts";
import type { DataRequestRow } from "../../schema/requests.ts";
import { RequestWork } from "./request-work.tsx";

export function RequestsPage() {
  const t = useT();
  const { placeId: unitId } = useActing();
  const [state, setState] = useState<"open" | "done">("open");
  const pages = useReadPages(listRequests, { params: { unitId }, query: { state } });
  const { items } = pages;
  return (
    <Page title={t("person.requests")} lead={t("person.requests-lead")}>
      <SegmentedControl
        className="request-states"
        value={state}
        onChange={(value) => setState(value === "done" ? "done" : "open")}
        data={[
          { value: "open", label: t("person.requests-open") },
          { value: "done", label: t("person.requests-done") },
        ]}
      />
      {items === undefined &&
        (pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons />)}
      {items?.length === 0 && (
        <EmptyState icon="check" title={t("person.requests-none")}>
          {t("person.requests-none-help")}
        </EmptyState>
      )}
      {items?.map((request) => (
        <section key={request.id} className="card" aria-label={t(`person.request.${request.kind}`)}>
          <Head request={request} />
          {request.doneAt === null ? (
            <RequestWork unitId={unitId} request={request} />
          ) : (
            <Outcome request={request} />
          )}
        </section>
      ))}
      <LoadMore pages={pages} />
    </Page>
  );
}

function Head({ request }: { readonly request: DataRequestRow }) {
  const t = useT();
  const { kind, fullName, erased, late, doneAt, acknowledgedAt, note } = request;
  const chip = doneAt !== null ? "done" : late ? "late" : acknowledgedAt === null ? "missing" : "doing";
  return (
    <>
      <h2 className="section-head">{t(`person.request.${kind}`)}</h2>
      <p className="request-who">{erased ? t("person.erased-name") : fullName}</p>
      <p>
        <StateChip state={chip} word={t(`person.request-state.${chip}`, { day: formatDay(request.dueOn) })} />
      </p>
      <p className="soft">
        {t("person.request-days", {
          asked: formatInstant(request.askedAt),
          acknowledge: formatDay(request.acknowledgeBy),
          due: formatDay(request.dueOn),
        })}
      </p>
      {note !== "" && <blockquote className="request-note">{note}</blockquote>}
    </>
  );
}

function Outcome({ request }: { readonly request: DataRequestRow }) {
  const t = useT();
  if (request.doneAt === null || request.outcome === null) return null;
  return (
    <>
      <p>{t(`person.request-outcome.${request.outcome}`, { at: formatInstant(request.doneAt) })}</p>
      {request.answer !== "" && <p className="soft">{request.answer}</p>}
    </>
  );
}
