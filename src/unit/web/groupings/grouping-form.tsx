// Making a grouping or changing it: its name, its kind, and exactly who is in it from a day on.
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import { isDay } from "../../../platform/pure/calendar.ts";
import { call, type ProblemError } from "../../../platform/ui/client.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useDraft } from "../../../platform/ui/draft.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { asProblem } from "../../../platform/ui/repeat.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { getGrouping, listGroupings, setGrouping } from "../../contract/groupings.ts";
import { getUnit, listChildren } from "../../contract.ts";
import { GROUPING_KINDS, GroupingKind, type GroupingView } from "../../schema/groupings.ts";
import { UnitFinder } from "../unit-finder.tsx";

interface GroupingFormProps {
  readonly unitId: string;
  readonly groupingId: string;
  /** undefined: a new one. */
  readonly grouping: GroupingView | undefined;
  readonly asOf: string;
  readonly onDone: () => void;
}

type Member = Pick<UnitRef, "id" | "name">;

/** All units directly below one, page after page. */
async function everyChild(unitId: string, asOf: string): Promise<readonly Member[]> {
  const found: Member[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const query = { asOf, limit: 200, ...(after !== undefined && { after }) };
    const page = await call(listChildren, { params: { unitId }, query });
    found.push(...page.items);
    after = page.next;
  }
  return found;
}

export function GroupingForm({ unitId, groupingId, grouping, asOf, onDone }: GroupingFormProps) {
  const t = useT();
  const tell = useNotice();
  const [form, setForm, forget] = useDraft(`grouping.${groupingId}`, () => ({
    kind: grouping?.kind ?? ("sector" as GroupingKind),
    name: grouping?.name ?? "",
    from: asOf,
    members: (grouping?.units ?? []) as readonly Member[],
  }));
  const [tried, setTried] = useState(false);
  const [adding, setAdding] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const save = useWrite(setGrouping, {
    invalidates: [listGroupings, getGrouping, getUnit],
    onDone: () => {
      forget();
      tell({ text: t("unit.grouping-saved") });
      onDone();
    },
  });
  const add = (units: readonly Member[]): void => {
    const known = new Set(form.members.map(({ id }) => id));
    const fresh = units.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name }));
    set({ members: [...form.members, ...fresh] });
    tell({ text: t("unit.grouping-added", { count: fresh.length }) });
  };
  const addBelow = async (parentId: string): Promise<void> => {
    setAdding(true);
    setProblem(null);
    try {
      add(await everyChild(parentId, isDay(form.from) ? form.from : asOf));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setAdding(false);
    }
  };
  const whole = form.name.trim() !== "" && isDay(form.from);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!whole) return;
    const body = {
      kind: form.kind,
      name: form.name.trim(),
      from: form.from,
      memberIds: form.members.map(({ id }) => id),
    };
    void save.run({ params: { unitId, groupingId }, body });
  };
  const on = isDay(form.from) ? { asOf: form.from } : {};
  return (
    <form className="act-form" onSubmit={submit} noValidate>
      <div className="act-fields">
        <TextInput
          label={t("unit.grouping-name")}
          maxLength={200}
          value={form.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t("unit.grouping-kind")}
          value={form.kind}
          data={GROUPING_KINDS.map((kind) => ({ value: kind, label: t(`unit.grouping-kind.${kind}`) }))}
          onChange={(event) => set({ kind: GroupingKind.parse(event.currentTarget.value) })}
        />
        <DayInput
          label={t("unit.grouping-from")}
          description={t("unit.grouping-from-help")}
          value={form.from}
          onChange={(from) => set({ from })}
        />
      </div>
      <UnitFinder rootId={unitId} label={t("unit.grouping-find")} {...on} onChoose={(unit) => add([unit])} />
      <UnitFinder
        rootId={unitId}
        label={t("unit.grouping-all-of")}
        {...on}
        onChoose={(unit) => void addBelow(unit.id)}
      />
      {adding && <p role="status">{t("unit.grouping-adding")}</p>}
      <ProblemNote problem={problem} />
      <h2 className="section-head">
        {t("unit.grouping-members")} ({t("unit.grouping-count", { count: form.members.length })})
      </h2>
      <ul className="chosen-units">
        {form.members.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={`${t("common.remove")} ${name}`}
              onClick={() => set({ members: form.members.filter((member) => member.id !== id) })}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {tried && !whole && (
        <p className="note note-error" role="alert">
          <Icon name="error" />
          {t("unit.grouping-wrong")}
        </p>
      )}
      <ProblemNote problem={save.problem} />
      <div className="button-row">
        <Button type="submit" loading={save.busy}>
          {t("common.save")}
        </Button>
        {grouping !== undefined && (
          <Button
            variant="default"
            onClick={() => {
              forget();
              onDone();
            }}
          >
            {t("common.cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
