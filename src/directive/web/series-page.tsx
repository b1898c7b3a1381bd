// The running numbers of a unit's letters: where each series stands, why numbers are left out, and moving one on.
import { Button, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useActing } from "../../account/web/session.tsx";
import { listSeries, moveSeries } from "../../document/contract.ts";
import { SeriesReset, type SeriesView } from "../../document/schema.ts";
import { newId } from "../../platform/pure/ids.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useDraft } from "../../platform/ui/draft.ts";
import { InstantText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { EmptyState, ProblemNote, Shown } from "../../platform/ui/states.tsx";
import { lettersPath } from "./paths.ts";

export function SeriesPage() {
  const t = useT();
  const { placeId: unitId, roles } = useActing();
  const read = useRead(listSeries, { params: { unitId } });
  const may = roles.some((role) => role === "officer" || role === "signatory");
  return (
    <Page
      title={t("directive.series")}
      lead={t("directive.series-lead")}
      back={{ to: lettersPath(unitId), label: t("directive.letters-title") }}
      printable
    >
      <Shown read={read} rows={2}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <EmptyState icon="letter" title={t("directive.series-none")}>
                {t("directive.series-none-help")}
              </EmptyState>
            )}
            {items.map((series) => (
              <SeriesCard key={series.id} series={series} />
            ))}
            {may ? <MoveForm unitId={unitId} series={items} /> : <p>{t("directive.series-by-officer")}</p>}
          </>
        )}
      </Shown>
    </Page>
  );
}

function SeriesCard({ series }: { readonly series: SeriesView }) {
  const t = useT();
  const { notation, reset, period, lastNumber, moves } = series;
  const printed = (number: number): string => `${String(number).padStart(2, "0")}/${notation}`;
  return (
    <section className="card series-card">
      <h2 className="section-head">{t("directive.series-of", { notation })}</h2>
      <p>
        {lastNumber === 0
          ? t("directive.series-unused")
          : t("directive.series-last", { number: printed(lastNumber) })}{" "}
        {t("directive.series-next", { number: printed(lastNumber + 1) })}
      </p>
      <p className="soft">
        {`${t("directive.series-reset")} ${t(`directive.series-reset.${reset}`)}`}
        {period !== "" && ` · ${t("directive.series-period", { period })}`}
      </p>
      {moves.length > 0 && (
        <>
          <h3>{t("directive.series-gaps")}</h3>
          <ul className="plain-list">
            {moves.map(({ from, to, reason, movedAt }) => (
              <li key={`${from}-${to}-${movedAt}`}>
                {from === to
                  ? t("directive.series-gap-one", { from: formatCount(from) })
                  : t("directive.series-gap", { from: formatCount(from), to: formatCount(to) })}
                {": "}
                {reason}{" "}
                <span className="soft">
                  (<InstantText at={movedAt} />)
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const OTHER = "";

function MoveForm({ unitId, series }: { readonly unitId: string; readonly series: readonly SeriesView[] }) {
  const t = useT();
  const tell = useNotice();
  const [first] = series;
  const blank = () => ({
    notation: first?.notation ?? OTHER,
    typed: "",
    reset: first?.reset ?? ("year" as SeriesReset),
    term: "",
    last: "",
    reason: "",
  });
  const [form, setForm, forget] = useDraft(`series.${unitId}`, blank);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const known = series.find(({ notation }) => notation === form.notation);
  const move = useWrite(moveSeries, {
    invalidates: [listSeries],
    onDone: () => {
      setForm(blank());
      forget();
      setTried(false);
      tell({ text: t("directive.series-moved") });
    },
  });
  const notation = known ? known.notation : form.typed.trim();
  const wrong = {
    notation: notation === "",
    last: !/^\d{1,6}$/.test(form.last.trim()),
    term: form.reset === "term" && form.term.trim() === "",
    reason: form.reason.trim() === "",
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).some(Boolean)) return;
    void move.run({
      params: { unitId },
      body: {
        id: newId(),
        notation,
        reset: form.reset,
        lastNumber: Number(form.last),
        reason: form.reason,
        ...(form.reset === "term" && { term: form.term }),
      },
    });
  };
  const told = (field: keyof typeof wrong): string | undefined =>
    tried && wrong[field] ? t(`directive.series-wrong.${field}`) : undefined;
  return (
    <details className="card no-print" open={series.length === 0}>
      <summary>
        <h2>{t("directive.series-move")}</h2>
      </summary>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={640} mt="sm">
          <p className="soft">{t("directive.series-move-help")}</p>
          {series.length > 0 && (
            <NativeSelect
              label={t("directive.series-which")}
              value={form.notation}
              onChange={(event) => {
                const chosen = series.find((one) => one.notation === event.currentTarget.value);
                set({ notation: chosen?.notation ?? OTHER, ...(chosen && { reset: chosen.reset }) });
              }}
              data={[
                ...series.map((one) => ({ value: one.notation, label: one.notation })),
                { value: OTHER, label: t("directive.series-new") },
              ]}
            />
          )}
          {known === undefined && (
            <TextInput
              label={t("document.field.notation")}
              description={t("directive.series-notation-help")}
              value={form.typed}
              onChange={(event) => set({ typed: event.currentTarget.value })}
              error={told("notation")}
            />
          )}
          <NativeSelect
            label={t("directive.series-reset")}
            value={form.reset}
            onChange={(event) => {
              const reset = SeriesReset.safeParse(event.currentTarget.value).data;
              if (reset) set({ reset });
            }}
            data={SeriesReset.options.map((value) => ({
              value,
              label: t(`directive.series-reset.${value}`),
            }))}
          />
          {form.reset === "term" && (
            <TextInput
              label={t("directive.series-term")}
              value={form.term}
              onChange={(event) => set({ term: event.currentTarget.value })}
              error={told("term")}
            />
          )}
          <TextInput
            label={t("directive.series-used")}
            description={t("directive.series-used-help")}
            inputMode="numeric"
            value={form.last}
            onChange={(event) => set({ last: event.currentTarget.value })}
            error={told("last")}
          />
          <Textarea
            label={t("directive.series-reason")}
            description={t("directive.series-reason-help")}
            autosize
            minRows={2}
            maxLength={500}
            value={form.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
            error={told("reason")}
          />
          <ProblemNote problem={move.problem} />
          <Button type="submit" loading={move.busy}>
            {t("directive.series-do")}
          </Button>
        </Stack>
      </form>
    </details>
  );
}
