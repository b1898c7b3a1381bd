// Rows of the receipts table below one unit; a row with units below it opens to show them, down to the last group.
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { type Day, dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { asOfQuery } from "../../platform/ui/as-of.tsx";
import { Count, DayText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { problemText } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { listReceipts } from "../contract.ts";
import type { ReceiptRow } from "../schema.ts";
import { letterPath } from "./paths.ts";

export type Only = "all" | "not-received" | "not-disseminated";

interface RowsProps {
  readonly unitId: string;
  readonly directiveId: string;
  readonly only: Only;
  /** The day gone by that is looked at. */
  readonly past: Day | undefined;
  readonly depth: number;
}

const COLUMNS = 4;

function Whole({ children }: { readonly children: ReactNode }) {
  return (
    <tr>
      <td colSpan={COLUMNS}>{children}</td>
    </tr>
  );
}

export function ReceiptRows({ unitId, directiveId, only, past, depth }: RowsProps) {
  const t = useT();
  const pages = useReadPages(
    listReceipts,
    { params: { unitId, directiveId }, query: { only, ...(past !== undefined && { asOf: past }) } },
    { keep: true },
  );
  if (pages.items === undefined) {
    if (pages.error === null) return <Whole>{t("common.loading")}</Whole>;
    return (
      <Whole>
        {problemText(t, pages.error)}{" "}
        <Button variant="default" size="sm" onClick={pages.retry}>
          {t("common.retry")}
        </Button>
      </Whole>
    );
  }
  if (pages.items.length === 0) {
    return <Whole>{only === "all" ? t("directive.none-below") : t("directive.none-left")}</Whole>;
  }
  return (
    <>
      {pages.items.map((row) => (
        <Row key={row.unit.id} row={row} directiveId={directiveId} only={only} past={past} depth={depth} />
      ))}
      {pages.hasMore && (
        <Whole>
          <Button variant="default" size="sm" loading={pages.loadingMore} onClick={pages.more}>
            {t("common.more")}
          </Button>
        </Whole>
      )}
    </>
  );
}

interface RowProps extends Omit<RowsProps, "unitId"> {
  readonly row: ReceiptRow;
}

function Row({ row, directiveId, only, past, depth }: RowProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { unit, below } = row;
  return (
    <>
      <tr className={`tree-row depth-${Math.min(depth, 4)}`}>
        <th scope="row">
          {below.units > 0 ? (
            <button type="button" className="tree-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
              <Icon name={open ? "down" : "right"} size={18} />
              {unit.name}
            </button>
          ) : (
            <span className="tree-leaf">{unit.name}</span>
          )}
        </th>
        <td>
          <div className="receipt-cell">
            <ReceiptState row={row} past={past} />
            <ReceiptWords row={row} past={past} />
          </div>
        </td>
        <td className="number" data-label={t("directive.column-people")}>
          <Count value={row.disseminatedAt === null ? null : row.peopleReached} />
        </td>
        <td data-label={t("directive.column-below")}>
          {below.units > 0
            ? t("directive.below-sentence", { received: below.received, units: below.units })
            : "–"}
        </td>
      </tr>
      {open && (
        <ReceiptRows unitId={unit.id} directiveId={directiveId} only={only} past={past} depth={depth + 1} />
      )}
    </>
  );
}

interface StateProps {
  readonly row: ReceiptRow;
  readonly past: Day | undefined;
}

function ReceiptState({ row, past }: StateProps) {
  const t = useT();
  const today = useToday();
  const day = (at: string): string => formatDay(dayIn(at));
  if (!row.reached) return <StateChip state="missing" word={t("directive.state-not-reached")} />;
  // An amended letter keeps what was spread and asks for receipt again: receipt is what is looked for first.
  if (row.receivedAt === null) {
    const late = row.receiveBy === null || row.receiveBy < (past ?? today);
    return <StateChip state={late ? "late" : "missing"} word={t("directive.state-not-received")} />;
  }
  if (row.disseminatedAt !== null)
    return <StateChip state="done" word={t("directive.disseminated-on", { day: day(row.disseminatedAt) })} />;
  return <StateChip state="doing" word={t("directive.received-on", { day: day(row.receivedAt) })} />;
}

/** By when, by whom, what they wrote, and the letter with which they carried it further. */
function ReceiptWords({ row, past }: StateProps) {
  const t = useT();
  const { placeId } = useActing();
  const { reached, receivedAt, receivedBy, receiveBy, receiveNote, reissue } = row;
  const number = [reissue?.number, reissue?.notation].filter(Boolean).join("/");
  return (
    <>
      {reached && receivedAt === null && receiveBy !== null && (
        <small>
          {t("directive.due")} {past === undefined ? <DayText day={receiveBy} due /> : formatDay(receiveBy)}
        </small>
      )}
      {receivedAt !== null && receivedBy !== null && (
        <small>{t("directive.received-by", { who: receivedBy })}</small>
      )}
      {receiveNote !== "" && (
        <small className="receipt-note">{t("directive.note-words", { note: receiveNote })}</small>
      )}
      {reissue && (
        <Link className="receipt-reissue" to={letterPath(placeId, reissue.id) + asOfQuery(past)}>
          {number === "" ? t("directive.reissued") : t("directive.reissued-number", { number })}
        </Link>
      )}
    </>
  );
}
