// How a split begins: the number, what is kept back, the least for each, and the ways to fill the boxes at one press.
import { Button, TextInput } from "@mantine/core";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Weights } from "../../schema.ts";
import type { Sheet } from "./split-sheet.ts";
import { typedCount } from "./split-sum.ts";
import type { DeskInUse } from "./use-desk.ts";

interface ProposalsProps {
  readonly sheet: Sheet;
  readonly desk: DeskInUse;
  /** The total is typed here: it was given from outside. */
  readonly gives: boolean;
  /** Saving was tried: boxes that must be filled say so. */
  readonly tried: boolean;
  /** Some unit below has a result of the time before. */
  readonly hasLast: boolean;
  readonly hasChildren: boolean;
  readonly onBox: (box: "total" | "source" | "reserve" | "minimum", typed: string) => void;
  readonly onPropose: (weights: Weights) => void;
}

export function Proposals(props: ProposalsProps) {
  const { sheet, desk, gives, tried, hasLast, hasChildren, onBox, onPropose } = props;
  const t = useT();
  const total = typedCount(sheet.total);
  const wrong = (typed: string): string | undefined =>
    typedCount(typed) === undefined ? t("target.number-wrong") : undefined;
  const box = (name: "total" | "reserve" | "minimum", label: string, help: string, error?: string) => (
    <TextInput
      label={label}
      description={help}
      inputMode="numeric"
      autoComplete="off"
      className="number-input"
      value={sheet[name]}
      onChange={(event) => onBox(name, event.currentTarget.value)}
      error={error ?? wrong(sheet[name])}
    />
  );
  return (
    <>
      {gives && (
        <div className="field-pair no-print">
          {box(
            "total",
            t("target.total-given"),
            t("target.total-given-help"),
            tried && total === 0 ? t("target.number-wrong") : undefined,
          )}
          <TextInput
            label={`${t("target.source")} (${t("common.optional")})`}
            description={t("target.source-help")}
            maxLength={300}
            value={sheet.source}
            onChange={(event) => onBox("source", event.currentTarget.value)}
          />
        </div>
      )}
      {hasChildren && (
        <div className="split-means no-print">
          <div className="field-pair">
            {box("reserve", t("target.reserve"), t("target.reserve-help"))}
            {box("minimum", t("target.minimum"), t("target.minimum-help"))}
          </div>
          <fieldset className="proposals">
            <legend>{t("target.propose")}</legend>
            <div className="button-row">
              {Weights.options.map((weights) => (
                <Button
                  key={weights}
                  variant="default"
                  disabled={total === undefined || total === 0 || (weights === "last-result" && !hasLast)}
                  onClick={() => onPropose(weights)}
                >
                  {t(`target.propose.${weights}`)}
                </Button>
              ))}
              <Button
                variant="subtle"
                leftSection={<Icon name="undo" />}
                disabled={desk.undo === undefined}
                onClick={desk.undo}
              >
                {t("common.undo")}
              </Button>
            </div>
            <p className="soft">{t(hasLast ? "target.propose-help" : "target.propose-help-no-last")}</p>
          </fieldset>
        </div>
      )}
    </>
  );
}
