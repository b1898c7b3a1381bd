// Supplies of a drive: what must be left, serials nobody has accounted for, every line with its way back.
import { Button } from "@mantine/core";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { addressOf } from "../../../platform/ui/client.ts";
import { InstantText } from "../../../platform/ui/figures.tsx";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { EmptyState, ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import { dropSupply, getSupplies } from "../../contract/day.ts";
import { suppliesRecord } from "../../contract/papers.ts";
import { type DriveSupplies, MOVEMENTS, type SupplyCategory } from "../../schema/supplies.ts";
import type { DriveView } from "../../schema.ts";
import { SupplyForm } from "./supply-form.tsx";

export function Supplies({ drive }: { readonly drive: DriveView }) {
  const t = useT();
  const params = { driveId: drive.id };
  const read = useRead(getSupplies, { params });
  return (
    <Shown read={read}>
      {(supplies) => (
        <>
          {supplies.balances.length === 0 ? (
            <EmptyState icon="report" title={t("drive.supplies.empty-title")}>
              {t("drive.supplies.empty")}
            </EmptyState>
          ) : (
            <>
              <Balances supplies={supplies} />
              <Lines drive={drive} supplies={supplies} />
            </>
          )}
          {supplies.allowedActions.includes("drive.add-supply") && (
            <SupplyForm drive={drive} balances={supplies.balances} />
          )}
          {supplies.lines.length > 0 && (
            <div className="button-row no-print">
              <Button
                component="a"
                href={addressOf(suppliesRecord, { params })}
                download
                variant="default"
                leftSection={<Icon name="print" />}
              >
                {t("drive.supplies.print")}
              </Button>
            </div>
          )}
        </>
      )}
    </Shown>
  );
}

const nameOf = (t: T, { category, item }: { category: SupplyCategory; item: string }): string =>
  item === "" ? t(`drive.supplies.of.${category}`) : item;

const span = ({ first, last }: { first: string | null; last: string | null }): string =>
  first === last ? (first ?? "") : `${first} – ${last}`;

function Balances({ supplies }: { readonly supplies: DriveSupplies }) {
  const t = useT();
  return (
    <>
      <div className="table-place">
        <table className="table card-table">
          <caption>{t("drive.supplies.balances")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("drive.supplies.item")}</th>
              {MOVEMENTS.map((movement) => (
                <th key={movement} scope="col" className="number">
                  {t(`drive.supplies.${movement}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t("drive.supplies.left")}
              </th>
            </tr>
          </thead>
          <tbody>
            {supplies.balances.map((one) => (
              <tr key={`${one.category} ${one.item}`}>
                <th scope="row">{nameOf(t, one)}</th>
                {MOVEMENTS.map((movement) => (
                  <td key={movement} className="number" data-label={t(`drive.supplies.${movement}`)}>
                    {one.left === null && movement !== "received" ? "–" : formatCount(one[movement])}
                  </td>
                ))}
                <td className="number" data-label={t("drive.supplies.left")}>
                  <strong>{one.left === null ? "–" : formatCount(one.left)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {supplies.unaccounted.length > 0 && (
        <p className="note">
          <Icon name="alarm" />
          {t("drive.supplies.unaccounted", {
            count: supplies.unaccounted.reduce((sum, { quantity }) => sum + quantity, 0),
            serials: supplies.unaccounted.map(span).join("; "),
          })}
        </p>
      )}
    </>
  );
}

function Lines({ drive, supplies }: { readonly drive: DriveView; readonly supplies: DriveSupplies }) {
  const t = useT();
  const drop = useWrite(dropSupply, { invalidates: [getSupplies] });
  const may = supplies.allowedActions.includes("drive.drop-supply");
  return (
    <>
      <ProblemNote problem={drop.problem} />
      <h3>{t("drive.supplies.lines")}</h3>
      <ul className="day-lines">
        {supplies.lines.map((one) => (
          <li key={one.id}>
            <span>
              <strong>
                {t("drive.supplies.line", {
                  movement: t(`drive.supplies.${one.movement}`),
                  quantity: one.quantity,
                  item: nameOf(t, one),
                })}
              </strong>
              {one.first !== null && <span>{t("drive.supplies.serials", { serials: span(one) })}</span>}
              {one.note !== "" && <span>{one.note}</span>}
              <span className="soft">
                <InstantText at={one.at} />
              </span>
            </span>
            {may && (
              <Button
                variant="default"
                size="sm"
                className="no-print"
                loading={drop.busy}
                onClick={() => void drop.run({ params: { driveId: drive.id, supplyId: one.id } })}
              >
                {t("common.remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
