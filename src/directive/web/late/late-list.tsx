// The late list below the levels: filters, pages, and reminding (đôn đốc) those ticked.
import { Button, NativeSelect } from "@mantine/core";
import { useRef, useState } from "react";
import { newId } from "../../../platform/pure/ids.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import type { UnitKind } from "../../../unit/schema.ts";
import { letterLevels, listLate, remindUnits } from "../../contract/chasing.ts";
import type { LateWhat, LevelRow } from "../../schema/chasing.ts";
import { LateRows } from "./late-rows.tsx";
import { isLateWhat, whatWords } from "./what.ts";

export interface Filter {
  readonly kind: UnitKind | "";
  readonly what: LateWhat | "";
}

interface LateListProps {
  readonly placeId: string;
  readonly shownId: string;
  readonly directiveId: string;
  /** Undefined: now. */
  readonly at: string | undefined;
  readonly levels: readonly LevelRow[];
  /** What the letter orders: the things one can be late with. */
  readonly whats: readonly LateWhat[];
  readonly mayRemind: boolean;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

const PAGE = 50;

export function LateList(props: LateListProps) {
  const t = useT();
  const { filter, onFilter, levels, whats, at } = props;
  const late = levels.filter((level) => level.late > 0);
  return (
    <section className="card late-card" aria-labelledby="late">
      <h2 className="section-head" id="late" tabIndex={-1}>
        {t("directive.late.list")}
      </h2>
      <div className="field-pair late-filters no-print">
        <NativeSelect
          label={t("directive.late.filter-level")}
          value={filter.kind}
          onChange={(event) => onFilter({ ...filter, kind: event.currentTarget.value as UnitKind | "" })}
          data={[
            { value: "", label: t("directive.late.every-level") },
            ...late.map(({ kind }) => ({ value: kind, label: t(`unit.kind.${kind}`) })),
          ]}
        />
        <NativeSelect
          label={t("directive.late.filter-what")}
          value={filter.what}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, what: isLateWhat(value) ? value : "" })
          }
          data={[
            { value: "", label: t("directive.late.everything") },
            ...whats.map((what) => ({ value: what, label: whatWords(t, what) })),
          ]}
        />
      </div>
      <Pages key={`${filter.kind} ${filter.what} ${at ?? ""}`} {...props} />
    </section>
  );
}

function Pages({ placeId, shownId, directiveId, at, filter, mayRemind }: LateListProps) {
  const t = useT();
  // Keys of the pages gone through; the last one is shown.
  const [trail, setTrail] = useState<readonly (string | undefined)[]>([undefined]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const after = trail.at(-1);
  const read = useRead(
    listLate,
    {
      params: { unitId: shownId, directiveId },
      query: {
        limit: PAGE,
        ...(at !== undefined && { at }),
        ...(after !== undefined && { after }),
        ...(filter.kind !== "" && { kind: filter.kind }),
        ...(filter.what !== "" && { what: filter.what }),
      },
    },
    { keep: true },
  );
  const reminds = mayRemind && at === undefined;
  return (
    <Shown read={read} rows={4}>
      {({ items, next, total }) => {
        if (total === 0)
          return (
            <p className="late-none">
              <Icon name="check" />
              {filter.kind === "" && filter.what === ""
                ? t("directive.late.none")
                : t("directive.late.none-so")}
            </p>
          );
        const first = (trail.length - 1) * PAGE + 1;
        return (
          <div aria-busy={read.isPlaceholderData}>
            <LateRows
              rows={items}
              caption={
                items.length === total
                  ? t("directive.late.caption-all", { total: formatCount(total) })
                  : t("directive.late.caption", {
                      first: formatCount(first),
                      last: formatCount(first + items.length - 1),
                      total: formatCount(total),
                    })
              }
              {...(reminds && { choice: { chosen, onChange: setChosen } })}
            />
            {(trail.length > 1 || next !== null) && (
              <div className="button-row late-pages no-print">
                <Button
                  variant="default"
                  disabled={trail.length === 1}
                  leftSection={<Icon name="left" />}
                  onClick={() => setTrail(trail.slice(0, -1))}
                >
                  {t("directive.late.page-before")}
                </Button>
                <Button
                  variant="default"
                  disabled={next === null || read.isPlaceholderData}
                  rightSection={<Icon name="right" />}
                  onClick={() => next !== null && setTrail([...trail, next])}
                >
                  {t("directive.late.page-after")}
                </Button>
              </div>
            )}
            {mayRemind && at !== undefined && (
              <p className="note note-plain no-print">
                <Icon name="clock" />
                {t("directive.late.past")}
              </p>
            )}
            {reminds && (
              <Remind
                placeId={placeId}
                directiveId={directiveId}
                chosen={chosen}
                onDone={() => setChosen(new Set())}
              />
            )}
          </div>
        );
      }}
    </Shown>
  );
}

interface RemindProps {
  readonly placeId: string;
  readonly directiveId: string;
  readonly chosen: ReadonlySet<string>;
  readonly onDone: () => void;
}

function Remind({ placeId, directiveId, chosen, onDone }: RemindProps) {
  const t = useT();
  // The same words go out again with the same id, when an answer was lost.
  const id = useRef(newId());
  const tell = useNotice();
  const [answer, setAnswer] = useState("");
  const remind = useWrite(remindUnits, {
    invalidates: [listLate, letterLevels],
    onDone: ({ reminded, alreadyToday }) => {
      id.current = newId();
      const words = t("directive.late.reminded", { reminded, already: alreadyToday });
      setAnswer(words);
      tell({ text: words });
      onDone();
    },
  });
  return (
    <div className={chosen.size > 0 ? "remind-bar remind-ready no-print" : "remind-bar no-print"}>
      <p>
        {chosen.size === 0 && answer !== ""
          ? answer
          : chosen.size === 0
            ? t("directive.late.choose-first")
            : t("directive.late.chosen", { count: chosen.size })}
      </p>
      <ProblemNote problem={remind.problem} />
      {chosen.size > 0 && (
        <div className="button-row">
          <Button
            leftSection={<Icon name="send" />}
            loading={remind.busy}
            onClick={() =>
              void remind.run({
                params: { unitId: placeId, directiveId },
                body: { id: id.current, unitIds: [...chosen] },
              })
            }
          >
            {t("directive.late.remind")}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t("directive.late.unchoose")}
          </Button>
        </div>
      )}
    </div>
  );
}
