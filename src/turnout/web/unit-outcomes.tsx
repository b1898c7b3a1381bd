// After closing: what a unit may know of its people, đã hiến (ml) or không hiến đợt này, and nothing finer.
import { Title } from "@mantine/core";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { EmptyState, LoadMore, Shown } from "../../platform/ui/states.tsx";
import { listUnitOutcomes } from "../contract.ts";
import { outcomeState } from "./volumes.ts";

interface UnitOutcomesProps {
  readonly driveId: string;
  readonly unitId: string;
}

export function UnitOutcomes({ driveId, unitId }: UnitOutcomesProps) {
  const t = useT();
  const outcomes = useReadPages(listUnitOutcomes, { params: { unitId, driveId }, query: { limit: 200 } });
  return (
    <section>
      <Title order={2} size="h3">
        {t("turnout.outcomes")}
      </Title>
      <p className="soft">{t("turnout.outcomes-lead")}</p>
      <Shown read={{ data: outcomes.items, error: outcomes.error, refetch: outcomes.retry }}>
        {(items) => {
          if (items.length === 0) {
            return (
              <EmptyState icon="people" title={t("turnout.outcomes-empty-title")}>
                {t("turnout.outcomes-empty")}
              </EmptyState>
            );
          }
          const donors = items.filter(({ volume }) => volume > 0);
          return (
            <>
              {!outcomes.hasMore && (
                <p className="outcomes-sum">
                  <strong>
                    {t("turnout.outcomes-sum", {
                      donated: donors.length,
                      ml: formatCount(donors.reduce((sum, { volume }) => sum + volume, 0)),
                      others: items.length - donors.length,
                    })}
                  </strong>
                </p>
              )}
              <ul className="donor-rows">
                {items.map((row) => (
                  <li key={row.personId} className="donor donor-told">
                    <span className="donor-words">
                      <strong>{row.fullName}</strong>
                      {row.unit.id !== unitId && <span>{row.unit.name}</span>}
                    </span>
                    <StateChip
                      state={row.volume === 0 ? "missing" : "done"}
                      word={outcomeState(t, row.volume)}
                    />
                  </li>
                ))}
              </ul>
              <LoadMore pages={outcomes} />
            </>
          );
        }}
      </Shown>
    </section>
  );
}
