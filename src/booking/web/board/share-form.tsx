// Shares the free places of a drive out over the unions below its host: equally, by targets, or by hand.
import { Button, NumberInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { newId } from "../../../platform/pure/ids.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import type { TargetChild } from "../../../target/schema.ts";
import { useTargets } from "../../../target/web/use-targets.ts";
import { setReserve } from "../../contract/board.ts";
import type { BoardView } from "../../schema/board.ts";
import { PLACES_CHANGED } from "../reads.ts";
import { CutOffInput, instantOf, useCutOff } from "./cut-off.tsx";
import { linesOf } from "./figures.ts";
import { type Kept, shareOut, spread } from "./share.ts";

interface ShareFormProps {
  readonly board: BoardView;
  readonly hostId: string;
  readonly driveDay: string;
  readonly campaignId: string;
  readonly onStale: () => void;
}

export function ShareForm(props: ShareFormProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="fold board-share no-print"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t("booking.board.share")}</summary>
      {open && <Unions {...props} />}
    </details>
  );
}

function Unions(props: ShareFormProps) {
  const t = useT();
  const target = useTargets({
    params: { unitId: props.hostId, campaignId: props.campaignId },
    query: { measure: "units" },
  });
  return (
    <Shown read={target}>
      {({ children }) =>
        children.length === 0 ? (
          <p className="soft">{t("booking.board.share-none")}</p>
        ) : (
          <Sharing {...props} unions={children} />
        )
      }
    </Shown>
  );
}

function Sharing({
  board,
  driveDay,
  unions,
  onStale,
}: ShareFormProps & { readonly unions: readonly TargetChild[] }) {
  const t = useT();
  const tell = useNotice();
  const had = new Map(linesOf(board.reserves).map(({ unit, places }) => [unit.id, places]));
  // Whoever has places kept already is changed in the grid, slot by slot.
  const without = unions.filter(({ unit }) => !had.has(unit.id));
  const free = board.slots.reduce((sum, slot) => sum + slot.free, 0);
  const [total, setTotal] = useState<number | string>(free);
  const [wanted, setWanted] = useState<ReadonlyMap<string, number>>(new Map());
  const [cutOff, setCutOff] = useCutOff(driveDay);
  const [done, setDone] = useState<{ readonly done: number; readonly all: number }>();
  const [ids] = useState(() => new Map<string, string>());
  const keep = useWrite(setReserve);
  const last = useWrite(setReserve, { invalidates: PLACES_CHANGED });
  const asked = without.map(({ unit }) => ({ unitId: unit.id, places: wanted.get(unit.id) ?? 0 }));
  const sum = asked.reduce((all, { places }) => all + places, 0);
  const until = instantOf(cutOff);
  const fill = (weightOf: (union: TargetChild) => number): void => {
    const shares = shareOut(
      Number(total) || 0,
      without.map((union) => ({ unitId: union.unit.id, weight: weightOf(union) })),
    );
    setWanted(new Map(shares.map(({ unitId, places }) => [unitId, places])));
  };
  /** One id for one cell: pressed again after a lost answer, it is the same reserve. */
  const idOf = ({ unitId, slotId, places }: Kept): string => {
    const key = `${unitId} ${slotId} ${places}`;
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return id;
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (until === undefined) return;
    const cells = spread(asked, board.slots);
    for (const [at, cell] of cells.entries()) {
      setDone({ done: at, all: cells.length });
      const { unitId, slotId, places } = cell;
      // The board is asked anew once, after the last: in between its cells would move under the one who waits.
      const one = at === cells.length - 1 ? last : keep;
      const kept = await one.run({
        params: { driveId: board.driveId, reserveId: idOf(cell) },
        body: { unitId, slotId, places, cutOff: until },
      });
      if (kept === undefined) {
        setDone(undefined);
        return onStale();
      }
    }
    setDone(undefined);
    setWanted(new Map());
    tell({
      text: t("booking.board.share-done", {
        wanted: sum,
        units: new Set(cells.map(({ unitId }) => unitId)).size,
      }),
    });
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <p className="soft">{t("booking.board.share-lead")}</p>
      <NumberInput
        label={t("booking.board.share-total")}
        description={t("booking.board.share-total-help", { free })}
        min={0}
        max={free}
        allowDecimal={false}
        hideControls
        value={total}
        onChange={setTotal}
      />
      <div className="button-row">
        <Button variant="default" size="sm" onClick={() => fill(() => 1)}>
          {t("booking.board.share-equal")}
        </Button>
        <Button
          variant="default"
          size="sm"
          disabled={!without.some(({ value }) => value)}
          onClick={() => fill(({ value }) => value ?? 0)}
        >
          {t("booking.board.share-target")}
        </Button>
      </div>
      <ul className="share-rows">
        {unions.map(({ unit, value }) => (
          <li key={unit.id}>
            <span className="person-words">
              <strong>{unit.name}</strong>
              {value !== null && <span>{t("booking.board.share-target-of", { value })}</span>}
            </span>
            {had.has(unit.id) ? (
              <span className="soft">{t("booking.board.share-has", { places: had.get(unit.id) ?? 0 })}</span>
            ) : (
              <NumberInput
                aria-label={t("booking.board.share-places", { unit: unit.name })}
                min={0}
                max={1000}
                allowDecimal={false}
                hideControls
                value={wanted.get(unit.id) ?? ""}
                onChange={(places) => setWanted(new Map(wanted).set(unit.id, Number(places) || 0))}
              />
            )}
          </li>
        ))}
      </ul>
      <CutOffInput value={cutOff} onChange={setCutOff} />
      <p role="status" className={sum > free ? "field-error" : undefined}>
        {done
          ? t("booking.board.share-progress", done)
          : t(sum > free ? "booking.board.share-over" : "booking.board.share-sum", { wanted: sum, free })}
      </p>
      <ProblemNote problem={keep.problem ?? last.problem} />
      <Button
        type="submit"
        loading={done !== undefined}
        disabled={sum === 0 || sum > free || until === undefined}
      >
        {t("booking.board.share-do", { wanted: sum })}
      </Button>
    </form>
  );
}
