// Handovers at a union: what waits for its day or its receipt stands on top; what is settled can be opened and printed.
import { Link } from "react-router";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { type State, StateChip } from "../../../platform/ui/state-chip.tsx";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { listHandovers } from "../../contract/handover.ts";
import type { HandoverLine } from "../../schema/handover.ts";
import { handoverPath } from "../paths.ts";
import { useActing } from "../session.tsx";

const MARKS: Readonly<Record<HandoverLine["state"], State>> = {
  planned: "doing",
  received: "done",
  cancelled: "missing",
  lapsed: "error",
};

export function HandoverChip({ line }: { readonly line: HandoverLine }) {
  const t = useT();
  const word = line.due ? t("account.handover-due") : t(`account.handover-state.${line.state}`);
  return <StateChip state={line.due ? "late" : MARKS[line.state]} word={word} />;
}

/** Nothing where no office was ever handed over. */
export function Handovers({ unitId }: { readonly unitId: string }) {
  const t = useT();
  const { placeId } = useActing();
  const read = useRead(listHandovers, { params: { unitId } });
  if (read.data === undefined) return <ProblemNote problem={read.error} />;
  if (read.data.items.length === 0) return null;
  return (
    <section className="card" aria-labelledby="handovers">
      <h2 className="section-head" id="handovers">
        {t("account.handovers")}
      </h2>
      {read.data.items.map((line) => (
        <div className="holder" key={line.id}>
          <HandoverChip line={line} />
          <p>
            <Link to={handoverPath(placeId, unitId, line.id)}>
              <strong>
                {t("account.handover-line", {
                  role: t(`account.role.${line.role}`),
                  from: line.from.displayName,
                  to: line.to?.displayName ?? t("account.handover-by-card"),
                })}
              </strong>
            </Link>
            <span>{t("account.handover-on", { day: formatDay(line.effectiveOn) })}</span>
          </p>
        </div>
      ))}
    </section>
  );
}
