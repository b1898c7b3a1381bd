// After closing: the figures of a unit and those below it; how many came only where it may be told.
import { Title } from "@mantine/core";
import { Count } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { getUnitSheet } from "../contract.ts";
import { people } from "../rules/differences.ts";
import type { UnitSheet } from "../schema.ts";
import { PresenceWords } from "./presence-words.tsx";

interface UnitSheetProps {
  readonly driveId: string;
  readonly unitId: string;
}

export function UnitSheetSection({ driveId, unitId }: UnitSheetProps) {
  const t = useT();
  const sheet = useRead(getUnitSheet, { params: { unitId, driveId } });
  return (
    <section className="card sheet">
      <Title order={2} size="h3">
        {t("turnout.unit-sheet")}
      </Title>
      <Shown read={sheet}>{(found) => <Figures sheet={found} unitId={unitId} />}</Shown>
    </section>
  );
}

function Figures({ sheet, unitId }: { readonly sheet: UnitSheet; readonly unitId: string }) {
  const t = useT();
  const below = sheet.units.filter(({ unit }) => unit.id !== unitId);
  return (
    <>
      <dl className="unit-figures">
        <div>
          <dt>{t("turnout.unit-registered")}</dt>
          <dd>
            <Count value={sheet.registered} />
          </dd>
        </div>
        <div>
          <dt>{t("turnout.unit-attended")}</dt>
          <dd>
            <Count value={sheet.attended} />
          </dd>
        </div>
        <div>
          <dt>{t("turnout.unit-donated")}</dt>
          <dd>
            <Count value={people(sheet.donated)} />
          </dd>
        </div>
      </dl>
      {below.length > 0 && (
        <div className="table-place">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t("turnout.unit")}</th>
                <th scope="col" className="number">
                  {t("turnout.unit-attended")}
                </th>
                <th scope="col" className="number">
                  {t("turnout.unit-donated")}
                </th>
              </tr>
            </thead>
            <tbody>
              {below.map(({ unit, donated, attended }) => (
                <tr key={unit.id}>
                  <th scope="row">{unit.shortName}</th>
                  <td className="number">
                    <Count value={attended} />
                  </td>
                  <td className="number">
                    <Count value={donated} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {sheet.attended === null && sheet.registered > 0 && (
        <p className="soft">{t("turnout.unit-attended-not")}</p>
      )}
      {sheet.corrected > 0 && <p>{t("turnout.unit-corrected", { count: sheet.corrected })}</p>}
      <h3 className="unit-whole">{t("turnout.unit-whole")}</h3>
      <PresenceWords presence={sheet.whole} />
    </>
  );
}
