// Money of a drive by source, plan beside actual; what the tariff proposes; what a bag of blood has cost.
import { Button } from "@mantine/core";
import { newId } from "../../../platform/pure/ids.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { formatHundredths } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import { dropCost, getCosts, setCost } from "../../contract/day.ts";
import type { DriveCosts } from "../../schema/costs.ts";
import type { DriveView } from "../../schema.ts";
import { CostForm } from "./cost-form.tsx";

export function Costs({ drive }: { readonly drive: DriveView }) {
  const t = useT();
  const read = useRead(getCosts, { params: { driveId: drive.id } });
  return (
    <Shown read={read}>
      {(costs) => (
        <>
          <p className="soft">{t("drive.costs.lead")}</p>
          {costs.lines.length > 0 && <Lines drive={drive} costs={costs} />}
          <Totals costs={costs} />
          <Proposal drive={drive} costs={costs} />
          {costs.allowedActions.includes("drive.set-cost") && <CostForm drive={drive} />}
        </>
      )}
    </Shown>
  );
}

const dong = (value: number | null): string => (value === null ? "–" : formatCount(value));

function Lines({ drive, costs }: { readonly drive: DriveView; readonly costs: DriveCosts }) {
  const t = useT();
  const drop = useWrite(dropCost, { invalidates: [getCosts] });
  const may = costs.allowedActions.includes("drive.set-cost");
  return (
    <div className="table-place">
      <ProblemNote problem={drop.problem} />
      <table className="table card-table">
        <caption>{t("drive.costs.in-dong")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("drive.costs.item")}</th>
            <th scope="col">{t("drive.costs.source")}</th>
            <th scope="col" className="number">
              {t("drive.costs.planned")}
            </th>
            <th scope="col" className="number">
              {t("drive.costs.actual")}
            </th>
            {may && <td className="no-print" />}
          </tr>
        </thead>
        <tbody>
          {costs.lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.item}</th>
              <td data-label={t("drive.costs.source")}>{t(`drive.costs.from.${line.source}`)}</td>
              <td className="number" data-label={t("drive.costs.planned")}>
                {dong(line.plannedDong)}
              </td>
              <td className="number" data-label={t("drive.costs.actual")}>
                {dong(line.actualDong)}
              </td>
              {may && (
                <td className="cost-acts no-print">
                  <CostForm drive={drive} line={line} />
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={t("drive.costs.drop", { item: line.item })}
                    loading={drop.busy}
                    onClick={() => void drop.run({ params: { driveId: drive.id, costId: line.id } })}
                  >
                    {t("common.remove")}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** By source and never over them: union money is not blood-price money. */
function Totals({ costs }: { readonly costs: DriveCosts }) {
  const t = useT();
  const units = costs.unitsHundredths;
  const inWords = (value: number | null): string =>
    value === null ? t("drive.costs.unknown") : t("drive.costs.dong", { value });
  if (costs.totals.length === 0) return null;
  return (
    <dl className="cost-totals">
      {costs.totals.map(({ source, planned, actual }) => (
        <div key={source}>
          <dt>{t(`drive.costs.from.${source}`)}</dt>
          <dd>
            {t("drive.costs.total", { planned: inWords(planned), actual: inWords(actual) })}
            {units !== null && units > 0 && actual !== null && (
              <span className="soft">
                {" "}
                {t("drive.costs.per-unit", {
                  each: Math.round((actual * 100) / units),
                  units: formatHundredths(units),
                })}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Proposal({ drive, costs }: { readonly drive: DriveView; readonly costs: DriveCosts }) {
  const t = useT();
  const set = useWrite(setCost, { invalidates: [getCosts] });
  const { proposal, lines } = costs;
  if (proposal === null) {
    return drive.expectedDonors === null ? <p className="soft">{t("drive.costs.no-expected")}</p> : null;
  }
  const may = costs.allowedActions.includes("drive.set-cost");
  return (
    <section className="cost-proposal">
      <h3>{t("drive.costs.proposal", { donors: proposal.donors })}</h3>
      <p className="soft">{t("drive.costs.by-tariff", { instrument: proposal.instrument })}</p>
      <ProblemNote problem={set.problem} />
      <ul className="day-lines">
        {proposal.lines.map((one) => {
          const word = t(`drive.costs.of.${one.kind}`);
          const known = lines.some((line) => line.kind === one.kind && line.source === "blood-price");
          return (
            <li key={one.kind}>
              <span>
                {t("drive.costs.proposed", {
                  kind: word,
                  people: one.people,
                  each: one.each,
                  dong: one.dong,
                })}
              </span>
              {may && !known && (
                <Button
                  variant="default"
                  size="sm"
                  className="no-print"
                  loading={set.busy}
                  aria-label={t("drive.costs.take-named", { kind: word })}
                  onClick={() =>
                    void set.run({
                      params: { driveId: drive.id, costId: newId() },
                      body: {
                        source: "blood-price",
                        kind: one.kind,
                        item: word,
                        plannedDong: one.dong,
                        actualDong: null,
                      },
                    })
                  }
                >
                  {t("drive.costs.take")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
