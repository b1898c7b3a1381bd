// How a target is split, to be read: for those who may not change it, and on paper.
import { Count } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { EmptyState } from "../../platform/ui/states.tsx";
import type { TargetView } from "../schema.ts";

export function SplitTable({ view }: { readonly view: TargetView }) {
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
      <div className="table-place">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("target.column-unit")}</th>
              <th scope="col" className="number">
                {t("target.column-own")}
              </th>
              <th scope="col" className="number">
                {t("target.column-assigned")}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.children.map(({ unit, value, own }) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                <td className="number">
                  <Count value={own} />
                </td>
                <td className="number">
                  <Count value={value} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("target.reserve")}</th>
              <td />
              <td className="number">
                <Count value={view.reserve} />
              </td>
            </tr>
            <tr>
              <th scope="row">{t("target.total")}</th>
              <td />
              <td className="number">
                <Count value={given + view.reserve} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
