// "Xin điều chỉnh chỉ tiêu": a unit asks whoever gave it its number for another one, and sees what came of it.
import { Button, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { newId } from "../../../platform/pure/ids.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useDraft } from "../../../platform/ui/draft.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useReadPages, useWrite } from "../../../platform/ui/queries.ts";
import { LoadMore, ProblemNote } from "../../../platform/ui/states.tsx";
import { askTarget, listRequests, withdrawRequest } from "../../contract/requests.ts";
import { getTargets } from "../../contract.ts";
import type { RequestView } from "../../schema/requests.ts";
import type { TargetView } from "../../schema.ts";
import { typedCount } from "../split/split-sum.ts";
import { RequestLine, signed } from "./request-line.tsx";

interface MyRequestsProps {
  readonly view: TargetView;
  readonly unitId: string;
  readonly campaignId: string;
}

const STALE = [getTargets, listRequests] as const;

export function MyRequests({ view, unitId, campaignId }: MyRequestsProps) {
  const t = useT();
  const params = { unitId, campaignId };
  const mine = useReadPages(listRequests, { params, query: { measure: view.measure, of: "mine" } });
  const requests = mine.items ?? [];
  const open = requests.some(({ state }) => state === "open");
  const mayAsk = view.allowedActions.includes("target.ask") && mine.items !== undefined && !open;
  if (requests.length === 0 && !mayAsk) return null;
  const [latest, ...earlier] = requests;
  return (
    <section className="card" id="xin-dieu-chinh" aria-labelledby="my-requests">
      <h2 className="section-head" id="my-requests">
        {t("target.request.mine")}
      </h2>
      {latest && (
        <ul className="request-list">
          <Mine request={latest} unitId={unitId} campaignId={campaignId} />
        </ul>
      )}
      {mayAsk && <AskForm view={view} unitId={unitId} campaignId={campaignId} />}
      {earlier.length > 0 && (
        <details className="no-print">
          <summary>{t("target.request.earlier", { count: earlier.length })}</summary>
          <ul className="request-list">
            {earlier.map((request) => (
              <Mine key={request.id} request={request} unitId={unitId} campaignId={campaignId} />
            ))}
          </ul>
          <LoadMore pages={mine} />
        </details>
      )}
    </section>
  );
}

interface MineProps {
  readonly request: RequestView;
  readonly unitId: string;
  readonly campaignId: string;
}

function Mine({ request, unitId, campaignId }: MineProps) {
  const t = useT();
  const tell = useNotice();
  const withdraw = useWrite(withdrawRequest, {
    invalidates: STALE,
    onDone: () => tell({ text: t("target.request.withdrawn") }),
  });
  return (
    <RequestLine request={request}>
      <ProblemNote problem={withdraw.problem} />
      {request.allowedActions.includes("target.withdraw-request") && (
        <Button
          variant="default"
          size="sm"
          className="no-print"
          loading={withdraw.busy}
          onClick={() => void withdraw.run({ params: { unitId, campaignId, requestId: request.id } })}
        >
          {t("target.request.withdraw")}
        </Button>
      )}
    </RequestLine>
  );
}

interface Asking {
  readonly id: string;
  readonly value: string;
  readonly reason: string;
}

function AskForm({ view, unitId, campaignId }: MyRequestsProps) {
  const t = useT();
  const tell = useNotice();
  const [draft, setDraft, forget, found] = useDraft<Asking>(
    `target-request.${campaignId}.${unitId}.${view.measure}`,
    () => ({ id: newId(), value: "", reason: "" }),
  );
  const [open, setOpen] = useState(found);
  const [tried, setTried] = useState(false);
  const ask = useWrite(askTarget, {
    invalidates: STALE,
    onDone: () => {
      forget();
      tell({ text: t("target.request.sent") });
    },
  });
  if (!open) {
    return (
      <>
        <p className="soft">{t("target.request.help")}</p>
        <Button variant="default" className="request-open no-print" onClick={() => setOpen(true)}>
          {t("target.request.ask")}
        </Button>
      </>
    );
  }
  const value = draft.value.trim() === "" ? undefined : typedCount(draft.value);
  const same = value !== undefined && value === view.assigned;
  const noReason = draft.reason.trim() === "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (value === undefined || same || noReason) return;
    const { id, reason } = draft;
    void ask.run({ params: { unitId, campaignId }, body: { id, measure: view.measure, value, reason } });
  };
  const numberError = same ? t("target.request.same") : t("target.number-wrong");
  return (
    <form className="inner-form request-form no-print" onSubmit={submit} noValidate>
      <TextInput
        label={t("target.request.value")}
        description={
          view.assigned !== null && value !== undefined && !same
            ? t("target.request.difference", {
                held: formatCount(view.assigned),
                change: signed(value - view.assigned),
              })
            : t(`target.counted-in.${view.measure}`)
        }
        className="number-input"
        inputMode="numeric"
        autoComplete="off"
        autoFocus={!found}
        value={draft.value}
        onChange={(event) => setDraft({ ...draft, value: event.currentTarget.value })}
        error={
          (tried && value === undefined) || same || (draft.value !== "" && value === undefined)
            ? numberError
            : undefined
        }
      />
      <Textarea
        label={t("target.request.reason")}
        description={t("target.request.reason-help")}
        autosize
        minRows={2}
        maxLength={500}
        value={draft.reason}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        error={tried && noReason ? t("target.request.reason-missing") : undefined}
      />
      <ProblemNote problem={ask.problem} />
      <div className="thumb-row">
        <Button
          variant="default"
          onClick={() => {
            setDraft({ id: newId(), value: "", reason: "" });
            forget();
            setOpen(false);
          }}
        >
          {t("common.cancel")}
        </Button>
        <Button type="submit" loading={ask.busy}>
          {t("target.request.send")}
        </Button>
      </div>
    </form>
  );
}
