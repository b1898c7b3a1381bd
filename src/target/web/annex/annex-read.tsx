// The rows read, whether they add up to what the table states, and the press that fills the split with them.
import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { draftOf, keepDraft } from "../../../platform/offline/drafts.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { EmptyState } from "../../../platform/ui/states.tsx";
import type { AnnexView } from "../../schema/annex.ts";
import type { TargetView } from "../../schema.ts";
import { targetPartPath } from "../paths.ts";
import { type Sheet, sheetOf } from "../split/split-sheet.ts";
import { splitDraftKey } from "../split/use-desk.ts";
import type { Framed } from "../target-frame.tsx";
import { boxesFilled, type Choices, filledBy } from "./annex-choice.ts";
import { AnnexTable } from "./annex-table.tsx";

interface AnnexReadProps {
  readonly framed: Framed;
  readonly view: TargetView;
  readonly annex: AnnexView;
}

export function AnnexRead({ framed, view, annex }: AnnexReadProps) {
  const t = useT();
  const tell = useNotice();
  const navigate = useNavigate();
  const [choices, setChoices] = useState<Choices>({});
  const [clear, setClear] = useState(false);
  if (annex.rows.length === 0) {
    return (
      <EmptyState icon="letter" title={t("target.annex.empty")}>
        {t(annex.otherMeasure > 0 ? "target.annex.other-measure" : "target.annex.empty-help", {
          count: annex.otherMeasure,
        })}
      </EmptyState>
    );
  }
  const filled = filledBy(annex, choices);
  const gives = view.allowedActions.includes("target.give");
  const maySplit = gives || view.allowedActions.includes("target.split");
  const fill = (): void => {
    const key = splitDraftKey({ ...framed, version: view.version });
    const sheet = (draftOf(key) as Sheet | undefined) ?? sheetOf(view);
    keepDraft(key, {
      ...sheet,
      shares: boxesFilled(sheet.shares, filled, clear),
      // The table's own total, where the leading unit has not written one.
      ...(gives && sheet.total === "" && { total: formatCount(annex.stated ?? filled.sum) }),
      ...(gives && sheet.source === "" && annex.source && { source: annex.source.title.slice(0, 300) }),
    } satisfies Sheet);
    void navigate(targetPartPath("split", { ...framed, shownId: framed.unitId }));
    tell({ text: t("target.annex.filled", { count: filled.shares.size, sum: formatCount(filled.sum) }) });
  };
  return (
    <section className="card" aria-labelledby="annex-rows">
      <h2 className="section-head" id="annex-rows">
        {annex.source?.title ?? t("target.annex.pasted")}
      </h2>
      <p className="annex-total">
        <span>{t("target.annex.read-rows", { count: annex.rows.length, sum: formatCount(annex.sum) })}</span>
        {annex.stated !== null &&
          (annex.totalOk ? (
            <StateChip
              state="done"
              word={t("target.annex.total-ok", { stated: formatCount(annex.stated) })}
            />
          ) : (
            <StateChip
              state="error"
              word={t("target.annex.total-off", { stated: formatCount(annex.stated) })}
            />
          ))}
      </p>
      {annex.otherMeasure > 0 && (
        <p className="soft">{t("target.annex.other-measure", { count: annex.otherMeasure })}</p>
      )}
      <AnnexTable
        annex={annex}
        below={view.children}
        choices={choices}
        onChoose={(index, unitId) => setChoices({ ...choices, [index]: unitId })}
      />
      {annex.missing.length > 0 && (
        <details className="annex-missing">
          <summary>{t("target.annex.missing", { count: annex.missing.length })}</summary>
          <p>{annex.missing.map(({ name }) => name).join("; ")}</p>
        </details>
      )}
      {maySplit ? (
        <div className="thumb-row annex-fill no-print">
          <div className="annex-fill-words">
            <strong aria-live="polite">
              {t("target.annex.will-fill", { count: filled.shares.size, sum: formatCount(filled.sum) })}
            </strong>
            {filled.undecided > 0 && (
              <StateChip state="late" word={t("target.annex.undecided", { count: filled.undecided })} />
            )}
            {annex.missing.length > 0 && (
              <Checkbox
                label={t("target.annex.clear")}
                checked={clear}
                onChange={(event) => setClear(event.currentTarget.checked)}
              />
            )}
          </div>
          <Button onClick={fill} disabled={filled.shares.size === 0} rightSection={<Icon name="right" />}>
            {t("target.annex.fill")}
          </Button>
        </div>
      ) : (
        <p className="soft">{t("target.annex.may-not-split")}</p>
      )}
    </section>
  );
}
