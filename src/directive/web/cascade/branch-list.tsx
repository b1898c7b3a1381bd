// The cascade for a thumb: branches as rows with a filling bar each; a row with units under it opens.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { FillBar } from "./fill-bar.tsx";
import { StandingMark } from "./marks.tsx";
import { type Counts, dayAt, isLateOn, standingAt, type Tree, type Unit } from "./moment.ts";
import { belowWords } from "./words.ts";

interface BranchesProps {
  readonly tree: Tree;
  readonly counts: readonly Counts[];
  readonly at: number;
  readonly hrefOf: (unitId: string) => string;
}

export function BranchList(props: BranchesProps) {
  const root = props.tree.units[0];
  if (root === undefined) return null;
  return <Branches {...props} of={root} depth={0} />;
}

/** As many as a thumb scrolls past at once. */
const FIRST = 30;

function Branches({ of, depth, ...all }: BranchesProps & { readonly of: Unit; readonly depth: number }) {
  const t = useT();
  const [most, setMost] = useState(FIRST);
  const rows = of.children.slice(0, most);
  return (
    <ul className={depth === 0 ? "branches card" : "branches"}>
      {rows.map((index) => {
        const unit = all.tree.units[index];
        return unit && <Branch key={unit.node.id} unit={unit} depth={depth} {...all} />;
      })}
      {of.children.length > most && (
        <li>
          <Button variant="default" fullWidth onClick={() => setMost(most + FIRST * 3)}>
            {t("directive.cascade.more", { count: formatCount(of.children.length - most) })}
          </Button>
        </li>
      )}
    </ul>
  );
}

function Branch({ unit, depth, ...all }: BranchesProps & { readonly unit: Unit; readonly depth: number }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { at, counts, hrefOf } = all;
  const below = counts[unit.index];
  const standing = standingAt(unit, at);
  const late = isLateOn(unit, dayAt(at));
  const opens = unit.children.length > 0;
  const name = (
    <span className="branch-words">
      <span className="branch-name">{unit.node.name}</span>
      <span className="branch-standing">
        <StandingMark standing={standing} late={late} />
        {t(`directive.cascade.standing.${standing}`)}
        {late && <strong className="branch-late">{t("directive.cascade.late")}</strong>}
      </span>
      {below && below.units > 0 && (
        <span className="branch-below">
          <FillBar counts={below} />
          <span className="soft">{belowWords(t, below)}</span>
        </span>
      )}
    </span>
  );
  return (
    <li>
      <div className="branch">
        {opens ? (
          <button type="button" className="branch-open" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? "down" : "right"} size={18} />
            {name}
          </button>
        ) : (
          <div className="branch-open">{name}</div>
        )}
        <Link
          className="icon-button"
          to={hrefOf(unit.node.id)}
          aria-label={t("directive.cascade.open-unit", { unit: unit.node.name })}
        >
          <Icon name="letter" />
        </Link>
      </div>
      {open && <Branches of={unit} depth={depth + 1} {...all} />}
    </li>
  );
}
