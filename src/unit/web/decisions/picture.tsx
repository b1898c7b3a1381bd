// The touched part of the tree before and after, side by side; what changes is said by a word and an icon.
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import { addDays, formatDay } from "../../../platform/pure/calendar.ts";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { Icon, type IconName } from "../../../platform/ui/icons.tsx";
import type { DryRun } from "../../schema/acts.ts";
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
  readonly units: DryRun["units"];
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
