// Targets of a unit in a campaign: the assigned number, its own beside it, requests, and the split over the units below.
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { EmptyState, Shown } from "../../platform/ui/states.tsx";
import type { TargetView } from "../schema.ts";
import { OwnTarget } from "./own-target.tsx";
import { targetPartPath } from "./paths.ts";
import { MyRequests } from "./requests/my-requests.tsx";
import { OpenRequests } from "./requests/open-requests.tsx";
import { SplitForm } from "./split/split-form.tsx";
import { SplitTable } from "./split/split-table.tsx";
import { type Framed, TargetFrame } from "./target-frame.tsx";
import { useTargets } from "./use-targets.ts";

export function TargetsPage() {
  const t = useT();
  return (
    <TargetFrame part="split" title={t("target.title")} dated>
      {(framed) => <Targets {...framed} />}
    </TargetFrame>
  );
}

function Targets(framed: Framed) {
  const { unitId, campaignId, measure, asOf } = framed;
  const query = { measure, ...(asOf !== undefined && { asOf }) };
  const targets = useTargets({ params: { unitId, campaignId }, query });
  return (
    <Shown read={targets} rows={3}>
      {(view) => (
        <Numbers
          key={measure}
          framed={framed}
          // Another day is to be read: what may be done is done today.
          view={asOf === undefined ? view : { ...view, allowedActions: [] }}
        />
      )}
    </Shown>
  );
}

function Numbers({ framed, view }: { readonly framed: Framed; readonly view: TargetView }) {
  const t = useT();
  const { unitId, campaignId, measure } = framed;
  const past = framed.asOf !== undefined;
  const may = (operation: string): boolean => view.allowedActions.includes(operation);
  const maySplit = may("target.give") || (may("target.split") && view.assigned !== null);
  const hrefOf = (id: string): string => targetPartPath("split", { ...framed, shownId: id });
  return (
    <>
      <div className="target-pair">
        <section className="card" aria-labelledby="assigned-target">
          <h2 className="section-head" id="assigned-target">
            {t("target.assigned")}
          </h2>
          <p className="big-figure">
            {view.assigned === null ? t("target.not-assigned") : formatCount(view.assigned)}
          </p>
          <p className="soft">
            {t(`target.counted-in.${measure}`)}
            {view.assignedBy && ` · ${t("target.assigned-by", { unit: view.assignedBy.name })}`}
          </p>
        </section>
        <OwnTarget view={view} unitId={unitId} campaignId={campaignId} />
      </div>
      {!past && <MyRequests view={view} unitId={unitId} campaignId={campaignId} />}
      {!past && <OpenRequests view={view} unitId={unitId} campaignId={campaignId} />}
      {maySplit ? (
        <SplitForm
          // Another version is another form: what was typed belongs to the one it was typed on.
          key={view.version}
          view={view}
          unitId={unitId}
          campaignId={campaignId}
          hrefOf={hrefOf}
        />
      ) : (
        <SplitInForce view={view} hrefOf={hrefOf} />
      )}
    </>
  );
}

interface SplitInForceProps {
  readonly view: TargetView;
  readonly hrefOf: (unitId: string) => string;
}

/** For those who may not change it, and for a day that is past. */
function SplitInForce({ view, hrefOf }: SplitInForceProps) {
  const t = useT();
  if (view.children.length === 0) {
    return (
      <EmptyState icon="units" title={t("target.no-children")}>
        {t("target.no-children-help")}
      </EmptyState>
    );
  }
  const given = view.children.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return (
    <section className="card" aria-labelledby="split">
      <h2 className="section-head" id="split">
        {t("target.split")}
      </h2>
      {view.version === 0 && <p className="soft">{t("target.not-split")}</p>}
      <SplitTable view={view} reserve={view.reserve} total={given + view.reserve} hrefOf={hrefOf} />
    </section>
  );
}
