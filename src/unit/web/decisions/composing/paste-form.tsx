// Pasting two columns, unit → new unit: each row is matched with the tree, its fate shown, and acts made of what fits.
import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";
import { formatCount } from "../../../../platform/pure/text-vi.ts";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { type State, StateChip } from "../../../../platform/ui/state-chip.tsx";
import { ProblemNote } from "../../../../platform/ui/states.tsx";
import type { Act } from "../../../schema/acts.ts";
import { useCompose } from "./context.tsx";
import {
  type Fate,
  fatesOf,
  type Match,
  type MatchedRow,
  MOST_ROWS,
  PASTE_KINDS,
  type PasteKind,
  readTable,
} from "./paste.ts";
import { useMatching } from "./use-matching.ts";

const CHIP: Readonly<Record<Fate, State>> = {
  ready: "done",
  near: "late",
  several: "late",
  none: "error",
  same: "missing",
  already: "missing",
  twice: "missing",
};

interface PasteFormProps {
  readonly onDone: (acts: readonly Act[]) => void;
  readonly onCancel: () => void;
}

export function PasteForm({ onDone, onCancel }: PasteFormProps) {
  const t = useT();
  const { learn } = useCompose();
  const [text, setText] = useState("");
  const [kind, setKind] = useState<PasteKind>("move");
  const [matched, setMatched] = useState<readonly MatchedRow[]>();
  const matching = useMatching();
  const table = readTable(text);
  const tooMany = table.rows.length > MOST_ROWS;
  const { fates, acts, named } = fatesOf(matched ?? [], kind);
  const added = fates.filter((fate) => fate === "ready" || fate === "near").length;
  const choose = (line: number, side: "from" | "to", match: Match): void =>
    setMatched((rows) =>
      rows?.map((row) => (row.line === line ? { ...row, match: { ...row.match, [side]: match } } : row)),
    );
  return (
    <div className="card act-form">
      <h3>{t("unit.paste-title")}</h3>
      <Textarea
        label={t("unit.paste-text")}
        description={t("unit.paste-help")}
        minRows={5}
        autosize={false}
        rows={6}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMatched(undefined);
        }}
      />
      {table.unread.length > 0 && (
        <p className="note">
          {t("unit.paste-unread", {
            count: table.unread.length,
            lines: table.unread.slice(0, 10).join(", "),
          })}
        </p>
      )}
      {tooMany && <p className="note">{t("unit.paste-too-many", { count: formatCount(MOST_ROWS) })}</p>}
      <NativeSelect
        label={t("unit.paste-as")}
        value={kind}
        data={PASTE_KINDS.map((one) => ({ value: one, label: t(`unit.paste-as.${one}`) }))}
        onChange={(event) => setKind(event.currentTarget.value as PasteKind)}
      />
      <ProblemNote problem={matching.problem} />
      {matching.progress && <p role="status">{t("unit.paste-reading", { ...matching.progress })}</p>}
      {matched !== undefined && (
        <div className="table-place">
          <table className="table stack-table">
            <thead>
              <tr>
                <th className="number">{t("unit.paste-row")}</th>
                <th>{t("unit.paste-from")}</th>
                <th>{t("unit.paste-to")}</th>
                <th>{t("unit.paste-fate")}</th>
              </tr>
            </thead>
            <tbody>
              {matched.map(({ line, from, to, match }, index) => {
                const fate = fates[index] ?? "none";
                return (
                  <tr key={line}>
                    <td className="number" data-label={t("unit.paste-row")}>
                      {line}
                    </td>
                    <td data-label={t("unit.paste-from")}>
                      <Side typed={from} match={match.from} onChoose={(one) => choose(line, "from", one)} />
                    </td>
                    <td data-label={t("unit.paste-to")}>
                      <Side typed={to} match={match.to} onChoose={(one) => choose(line, "to", one)} />
                    </td>
                    <td>
                      <StateChip state={CHIP[fate]} word={t(`unit.paste-fate.${fate}`)} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <div className="button-row">
        {matched === undefined ? (
          <Button
            disabled={table.rows.length === 0 || tooMany}
            loading={matching.progress !== undefined}
            onClick={() => void matching.match(table).then((rows) => rows && setMatched(rows))}
          >
            {t("unit.paste-read")}
          </Button>
        ) : (
          <Button
            disabled={added === 0}
            onClick={() => {
              learn(named);
              onDone(acts);
            }}
          >
            {t("unit.paste-add", { count: added })}
          </Button>
        )}
        <Button variant="default" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}

interface SideProps {
  readonly typed: string;
  readonly match: Match;
  readonly onChoose: (match: Match) => void;
}

/** What was typed, or the unit it was taken for; a choice where several bear the name. */
function Side({ typed, match, onChoose }: SideProps) {
  const t = useT();
  if (match.how === "several") {
    return (
      <NativeSelect
        aria-label={typed}
        value=""
        data={[
          { value: "", label: t("unit.paste-choose") },
          ...match.among.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const unit = match.among.find(({ id }) => id === value);
          if (unit) onChoose({ how: "ready", unit });
        }}
      />
    );
  }
  return <span>{match.how === "none" ? typed : match.unit.name}</span>;
}
