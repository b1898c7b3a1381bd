// The units directly below one: to be chosen many at once, or to be given each a place to go.
import { Checkbox, NativeSelect } from "@mantine/core";
import { useEffect } from "react";
import { formatCount } from "../../../../platform/pure/text-vi.ts";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { useReadPages } from "../../../../platform/ui/queries.ts";
import { ErrorState, Skeletons } from "../../../../platform/ui/states.tsx";
import { listChildren } from "../../../contract.ts";
import type { UnitNode } from "../../../schema.ts";
import { useCompose } from "./context.tsx";

const PAGE = 200;

/** All of them, page after page. */
function useBelow(parentId: string) {
  const { asOf } = useCompose();
  const pages = useReadPages(
    listChildren,
    { params: { unitId: parentId }, query: { limit: PAGE, ...(asOf !== undefined && { asOf }) } },
    { enabled: parentId !== "" },
  );
  const { hasMore, loadingMore, more } = pages;
  useEffect(() => {
    if (hasMore && !loadingMore) more();
  });
  return pages;
}

interface ChecklistProps {
  readonly parentId: string;
  readonly value: readonly string[];
  readonly onChange: (unitIds: readonly string[]) => void;
}

export function BelowChecklist({ parentId, value, onChange }: ChecklistProps) {
  const t = useT();
  const { learn } = useCompose();
  const pages = useBelow(parentId);
  if (pages.items === undefined)
    return pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons rows={2} />;
  if (pages.items.length === 0) return <p className="soft">{t("unit.none-below")}</p>;
  const ids = pages.items.map(({ id }) => id);
  const all = ids.every((id) => value.includes(id));
  const set = (units: readonly UnitNode[], checked: boolean): void => {
    learn(units);
    const touched = new Set(units.map(({ id }) => id));
    const rest = value.filter((id) => !touched.has(id));
    onChange(checked ? [...rest, ...touched] : rest);
  };
  return (
    <div className="below-checklist">
      <Checkbox
        label={t("unit.choose-below-all", { count: formatCount(ids.length) })}
        checked={all}
        indeterminate={!all && ids.some((id) => value.includes(id))}
        onChange={(event) => set(pages.items ?? [], event.currentTarget.checked)}
      />
      {pages.items.map((unit) => (
        <Checkbox
          key={unit.id}
          label={unit.name}
          checked={value.includes(unit.id)}
          onChange={(event) => set([unit], event.currentTarget.checked)}
        />
      ))}
    </div>
  );
}

/** Where units below go, by their ids; absent: as `rest` says. */
export type Places = Readonly<Record<string, string>>;

interface PlacesProps {
  readonly parentId: string;
  readonly value: Places;
  readonly onChange: (places: Places) => void;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  /** What becomes of those without a place of their own. */
  readonly rest: string;
}

const VARIED = "varied";

export function BelowPlaces({ parentId, value, onChange, options, rest }: PlacesProps) {
  const t = useT();
  const { learn } = useCompose();
  const pages = useBelow(parentId);
  if (parentId === "" || options.length === 0) return null;
  if (pages.items === undefined)
    return pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons rows={2} />;
  if (pages.items.length === 0) return null;
  const units = pages.items;
  const data = [{ value: "", label: rest }, ...options.map(({ id, name }) => ({ value: id, label: name }))];
  const chosen = new Set(units.map(({ id }) => value[id] ?? ""));
  const [only] = chosen;
  const place = (ids: readonly string[], to: string): void => {
    learn(units.filter(({ id }) => ids.includes(id)));
    const after: Record<string, string> = { ...value };
    for (const id of ids) {
      if (to === "") delete after[id];
      else after[id] = to;
    }
    onChange(after);
  };
  return (
    <fieldset className="below-places">
      <legend>{t("unit.form-children")}</legend>
      <NativeSelect
        label={t("unit.form-children-all")}
        value={chosen.size === 1 ? only : VARIED}
        data={chosen.size === 1 ? data : [{ value: VARIED, label: t("unit.form-children-varied") }, ...data]}
        onChange={({ currentTarget: { value: to } }) =>
          to !== VARIED &&
          place(
            units.map(({ id }) => id),
            to,
          )
        }
      />
      {units.map(({ id, name }) => (
        <NativeSelect
          key={id}
          label={name}
          value={value[id] ?? ""}
          data={data}
          onChange={(event) => place([id], event.currentTarget.value)}
        />
      ))}
    </fieldset>
  );
}
