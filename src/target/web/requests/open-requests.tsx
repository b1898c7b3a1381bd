// Requests of units below, to be answered in place: asked, held, the difference, and what the reserve still has.
import { Button } from "@mantine/core";
import { useState } from "react";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { ErrorState } from "../../../platform/ui/states.tsx";
import { listRequests } from "../../contract/requests.ts";
import type { RequestPage, RequestView } from "../../schema/requests.ts";
import type { TargetView } from "../../schema.ts";
import { AnswerForm } from "./answer-form.tsx";
import { RequestLine } from "./request-line.tsx";

interface OpenRequestsProps {
  readonly view: TargetView;
  readonly unitId: string;
  readonly campaignId: string;
}

const MOST = 200;

/** Nothing where nobody ever asked. */
export function OpenRequests({ view, unitId, campaignId }: OpenRequestsProps) {
  const t = useT();
  const params = { unitId, campaignId };
  const query = { measure: view.measure, of: "below" as const, limit: MOST };
  const read = useRead(listRequests, { params, query });
  if (read.data === undefined) {
    if (view.waiting === 0 || read.error === null) return null;
    return <ErrorState problem={read.error} onRetry={() => void read.refetch()} />;
  }
  const { items, split } = read.data;
  if (items.length === 0) return null;
  const open = items.filter(({ state }) => state === "open");
  const answered = items.filter(({ state }) => state !== "open");
  return (
    <section className="card" id="de-nghi" aria-labelledby="open-requests">
      <h2 className="section-head" id="open-requests">
        {t("target.request.below")}
      </h2>
      {open.length > 0 ? (
        <p className="soft">
          {t("target.request.waiting", {
            count: view.waiting,
            reserve: formatCount(split?.reserve ?? view.reserve),
          })}
        </p>
      ) : (
        <p className="soft">{t("target.request.none-waiting")}</p>
      )}
      <ul className="request-list">
        {open.map((request) => (
          <OpenRequest key={request.id} request={request} split={split} view={view} params={params} />
        ))}
      </ul>
      {answered.length > 0 && (
        <details>
          <summary>{t("target.request.answered", { count: answered.length })}</summary>
          <ul className="request-list">
            {answered.map((request) => (
              <RequestLine key={request.id} request={request} named />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface OpenRequestProps {
  readonly request: RequestView;
  readonly split: RequestPage["split"];
  readonly view: TargetView;
  readonly params: { readonly unitId: string; readonly campaignId: string };
}

function OpenRequest({ request, split, view, params }: OpenRequestProps) {
  const t = useT();
  const [answering, setAnswering] = useState(false);
  const may = request.allowedActions.includes("target.grant-request");
  return (
    <RequestLine request={request} named>
      {may && !answering && (
        <Button variant="default" className="request-open no-print" onClick={() => setAnswering(true)}>
          {t("target.request.answer")}
        </Button>
      )}
      {may && answering && split !== null && (
        <AnswerForm
          request={request}
          split={split}
          below={view.children}
          params={params}
          onClose={() => setAnswering(false)}
        />
      )}
    </RequestLine>
  );
}
