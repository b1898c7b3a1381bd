// The touched part of the tree before and after, side by side; what changes is said by a word and an icon.
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import { addDays, formatDay } from "../../../platform/pure/calendar.ts";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { Icon, type IconName } from "../../../platform/ui/icons.tsx";
import { useReadPages } from "../../../platform/ui/queries.ts";
import { ErrorState, LoadMore, Skeletons } from "../../../platform/ui/states.tsx";
import { listChanged } from "../../contract/acts.ts";
import type { ChangedUnit } from "../../schema/acts.ts";
import { type MARKS, type Spot, treeOf } from "./before-after.ts";

const ICONS = {
  opened: "plus",
  closed: "close",
  renamed: "edit",
  retyped: "edit",
  moved: "right",
  covers: "edit",
  receives: "down",
} as const satisfies Record<(typeof MARKS)[number], IconName>;

interface PictureProps {
  readonly units: readonly ChangedUnit[];
  readonly decider: UnitRef;
  readonly effectiveOn: string;
}

export function Picture({ units, decider, effectiveOn }: PictureProps) {
  const t = useT();
  return (
    <section aria-labelledby="picture">
      <h2 className="section-head" id="picture">
        {t("unit.dry-picture")}
      </h2>
      <div className="two-trees">
        <Tree
          title={t("unit.dry-before", { day: formatDay(addDays(effectiveOn, -1)) })}
          spots={treeOf(units, "was", decider)}
        />
        <Tree
          title={t("unit.dry-after", { day: formatDay(effectiveOn) })}
          spots={treeOf(units, "becomes", decider)}
        />
      </div>
    </section>
  );
}

interface ChangedPictureProps extends Omit<PictureProps, "units"> {
  readonly unitId: string;
  readonly decisionId: string;
  /** How many units it changed. */
  readonly changed: number;
}

/** Of a decision that was applied: by pages, since it may have changed thousands. */
export function ChangedPicture({ unitId, decisionId, changed, ...drawn }: ChangedPictureProps) {
  const t = useT();
  const pages = useReadPages(listChanged, { params: { unitId, decisionId }, query: { limit: 200 } });
  if (pages.items === undefined) {
    return pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons rows={3} />;
  }
  return (
    <>
      <Picture units={pages.items} {...drawn} />
      {pages.hasMore && (
        <p className="soft" role="status">
          {t("unit.changed-more", { count: changed - pages.items.length })}
        </p>
      )}
      <div className="no-print">
        <LoadMore pages={pages} />
      </div>
    </>
  );
}

function Tree({ title, spots }: { readonly title: string; readonly spots: readonly Spot[] }) {
  const t = useT();
  return (
    <div className="card small-tree">
      <h3>{title}</h3>
      {spots.length === 0 ? <p className="soft">{t("unit.dry-nothing")}</p> : <Spots t={t} spots={spots} />}
    </div>
  );
}

function Spots({ t, spots }: { readonly t: T; readonly spots: readonly Spot[] }) {
  return (
    <ul>
      {spots.map(({ id, name, kind, marks, heir, along, loose, children }) => (
        <li key={id} data-loose={loose || undefined}>
          <div className={`spot${marks.includes("closed") ? " spot-closed" : ""}`}>
            <span className="spot-name">{name}</span>
            {marks.map((mark) => (
              <span key={mark} className={`spot-mark mark-${mark}`}>
                <Icon name={ICONS[mark]} size={14} />
                {t(`unit.mark.${mark}`)}
              </span>
            ))}
            {marks.includes("retyped") && kind && <small>{t(`unit.kind.${kind}`)}</small>}
            {heir && <small>{t("unit.mark.heir", { unit: heir.name })}</small>}
            {along > 0 && <small>{t("unit.dry-along", { count: along })}</small>}
          </div>
          {children.length > 0 && <Spots t={t} spots={children} />}
        </li>
      ))}
    </ul>
  );
}
