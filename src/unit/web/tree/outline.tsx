// The tree below a unit as an outline that opens in place; keys as in any tree: arrows, Home, End, Enter.
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useReadPages } from "../../../platform/ui/queries.ts";
import { ErrorState, Skeletons } from "../../../platform/ui/states.tsx";
import { listChildren } from "../../contract.ts";
import type { UnitNode } from "../../schema.ts";

interface OutlineProps {
  readonly unit: UnitNode;
  readonly query: { readonly asOf?: string };
  readonly hrefOf: (unitId: string) => string;
}

interface Shared extends Omit<OutlineProps, "unit"> {
  readonly open: ReadonlySet<string>;
  readonly toggle: (unitId: string, to?: boolean) => void;
}

const KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** What stays open while another day is looked at is the same units, where they still stand. */
export function Outline({ unit, query, hrefOf }: OutlineProps) {
  const t = useT();
  const tree = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const head = useId();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (unitId: string, to?: boolean): void =>
    setOpen((before) => {
      const after = new Set(before);
      if (to ?? !before.has(unitId)) after.add(unitId);
      else after.delete(unitId);
      return after;
    });
  const focusOn = (item: HTMLElement | null | undefined): void => {
    if (!item || !tree.current) return;
    for (const other of tree.current.querySelectorAll<HTMLElement>('[role="treeitem"]')) other.tabIndex = -1;
    item.tabIndex = 0;
    item.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])];
    const item = (event.target as HTMLElement).closest<HTMLElement>('[role="treeitem"]');
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const expanded = item.getAttribute("aria-expanded");
    const unitId = item.dataset.unit;
    const step = KEYS[key];
    if (step) focusOn(items[step(items.indexOf(item), items.length - 1)]);
    else if (key === "ArrowRight" && unitId && expanded === "false") toggle(unitId, true);
    else if (key === "ArrowRight" && expanded === "true")
      focusOn(item.querySelector<HTMLElement>('[role="treeitem"]'));
    else if (key === "ArrowLeft" && unitId && expanded === "true") toggle(unitId, false);
    else if (key === "ArrowLeft") focusOn(item.parentElement?.closest<HTMLElement>('[role="treeitem"]'));
    else if (key === "Enter" || key === " ") {
      if (unitId) void navigate(hrefOf(unitId));
      else item.click();
    } else return;
    event.preventDefault();
  };
  return (
    <section aria-labelledby={head}>
      <h2 className="section-head" id={head}>
        {t("unit.below")}
      </h2>
      <p className="soft outline-help no-print">{t("unit.outline-help")}</p>
      <div ref={tree} role="tree" className="outline" aria-labelledby={head} onKeyDown={onKeyDown}>
        <Branch key={unit.id} parentId={unit.id} level={1} shared={{ query, hrefOf, open, toggle }} first />
      </div>
    </section>
  );
}

interface BranchProps {
  readonly parentId: string;
  readonly level: number;
  readonly shared: Shared;
  /** Holds the one place Tab stops at, until the arrows move it. */
  readonly first?: boolean;
}

function Branch({ parentId, level, shared, first = false }: BranchProps): ReactNode {
  const t = useT();
  const { query, hrefOf, open, toggle } = shared;
  // An item is called what is written on it, without what stands below it once it is open.
  const names = useId();
  const pages = useReadPages(listChildren, { params: { unitId: parentId }, query }, { keep: true });
  if (pages.items === undefined) {
    return (
      <div>
        {pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons rows={2} />}
      </div>
    );
  }
  if (pages.items.length === 0) {
    return <div className="soft">{t("unit.none-below")}</div>;
  }
  return (
    <>
      {pages.items.map((child, index) => {
        const opened = child.hasChildren && open.has(child.id);
        return (
          <div
            key={child.id}
            role="treeitem"
            data-unit={child.id}
            aria-level={level}
            aria-expanded={child.hasChildren ? opened : undefined}
            aria-labelledby={`${names}-${child.id}`}
            tabIndex={first && index === 0 ? 0 : -1}
          >
            <div className="outline-row">
              {child.hasChildren ? (
                // The arrow keys do the same; a hand needs something to press.
                <button
                  type="button"
                  className="icon-button"
                  tabIndex={-1}
                  aria-label={t(opened ? "unit.fold" : "unit.unfold", { unit: child.shortName })}
                  onClick={() => toggle(child.id)}
                >
                  <Icon name={opened ? "down" : "right"} />
                </button>
              ) : (
                <span className="outline-leaf" aria-hidden="true" />
              )}
              <Link id={`${names}-${child.id}`} to={hrefOf(child.id)} tabIndex={-1}>
                {child.name} <small>{t(`unit.kind.${child.kind}`)}</small>
              </Link>
            </div>
            {opened && (
              // biome-ignore lint/a11y/useSemanticElements: a branch of a tree, as the tree pattern has it
              <div role="group">
                <Branch parentId={child.id} level={level + 1} shared={shared} />
              </div>
            )}
          </div>
        );
      })}
      {pages.hasMore && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the tree's
        <div role="treeitem" aria-level={level} tabIndex={-1} className="outline-more" onClick={pages.more}>
          <Icon name="down" /> {t(pages.loadingMore ? "common.loading" : "common.more")}
        </div>
      )}
    </>
  );
}
