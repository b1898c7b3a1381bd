// How far the order got, one line a level, from the top down to the last group.
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { Count } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { UnitKind } from "../../../unit/schema.ts";
import type { LevelRow } from "../../schema/chasing.ts";
import { FillBar, FillBarLegend } from "../cascade/fill-bar.tsx";

interface LevelsProps {
  readonly levels: readonly LevelRow[];
  /** Shows the late ones of a level. */
  readonly onLate: (kind: UnitKind) => void;
}

export function LevelsTable({ levels, onLate }: LevelsProps) {
  const t = useT();
  return (
    <section className="card" aria-labelledby="levels">
      <h2 className="section-head" id="levels">
        {t("directive.late.levels")}
      </h2>
      {levels.length === 0 ? (
        <p>{t("directive.none-below")}</p>
      ) : (
        <>
          <FillBarLegend />
          <div className="table-place">
            <table className="table stack-table levels">
              <thead>
                <tr>
                  <th scope="col">{t("directive.late.column-level")}</th>
                  <th scope="col" className="number">
                    {t("directive.late.column-units")}
                  </th>
                  <th scope="col" className="number">
                    {t("directive.late.column-reached")}
                  </th>
                  <th scope="col" className="number">
                    {t("directive.late.column-received")}
                  </th>
                  <th scope="col" className="number">
                    {t("directive.late.column-disseminated")}
                  </th>
                  <th scope="col" className="number">
                    {t("directive.late.column-late")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {levels.map((level) => (
                  <Level key={level.kind} level={level} onLate={onLate} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Level({ level, onLate }: { readonly level: LevelRow; readonly onLate: LevelsProps["onLate"] }) {
  const t = useT();
  const { kind, units, reached, received, disseminated, late } = level;
  const name = t(`unit.kind.${kind}`);
  return (
    <tr>
      <th scope="row">
        <span className="level-name">{name}</span>
        <FillBar counts={level} />
      </th>
      <td className="number" data-label={t("directive.late.column-units")}>
        <Count value={units} />
      </td>
      <td className="number" data-label={t("directive.late.column-reached")}>
        <Count value={reached} />
      </td>
      <td className="number" data-label={t("directive.late.column-received")}>
        <Count value={received} />
      </td>
      <td className="number" data-label={t("directive.late.column-disseminated")}>
        <Count value={disseminated} />
      </td>
      <td className="number" data-label={t("directive.late.column-late")}>
        {late === 0 ? (
          <Count value={0} />
        ) : (
          <button
            type="button"
            className="text-button level-late"
            aria-label={t("directive.late.show-level", { count: formatCount(late), level: name })}
            onClick={() => onLate(kind)}
          >
            <Icon name="alarm" size={16} />
            {formatCount(late)}
          </button>
        )}
      </td>
    </tr>
  );
}
