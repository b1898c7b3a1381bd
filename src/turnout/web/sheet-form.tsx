// The sheet: donors outside the list and the facility's own bags, by volume, compared while they are typed.
import { Button, Title } from "@mantine/core";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { Count } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import type { Write } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import type { recordSheet } from "../contract.ts";
import type { SheetEntry, TurnoutView } from "../schema.ts";
import { PeopleInput } from "./people-input.tsx";
import { bagsWord, type SheetFields } from "./sheet-fields.ts";
import { BY_VOLUME } from "./volumes.ts";

interface SheetFormProps {
  readonly turnout: TurnoutView;
  readonly fields: SheetFields;
  readonly onChange: (fields: SheetFields) => void;
  /** The fields as numbers; undefined while one of them is none. */
  readonly typed: SheetEntry | undefined;
  readonly unsaved: boolean;
  readonly save: Write<typeof recordSheet>;
  readonly onSave: () => void;
}

export function SheetForm({ turnout, fields, onChange, typed, unsaved, save, onSave }: SheetFormProps) {
  const t = useT();
  const donated = turnout.entered.donated;
  const field = (part: "outside" | "bags", key: "ml250" | "ml350" | "ml450", ml: number) => (
    <PeopleInput
      aria-label={t("turnout.sheet-field", { column: t(`turnout.${part}`), ml })}
      className="sheet-number"
      value={fields[part][key]}
      onChange={(value) => onChange({ ...fields, [part]: { ...fields[part], [key]: value } })}
    />
  );
  return (
    <form
      className="card sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Title order={2} size="h3">
        {t("turnout.sheet")}
      </Title>
      <p className="soft">{t("turnout.sheet-lead")}</p>
      <table className="table card-table">
        <thead>
          <tr>
            <th scope="col">{t("turnout.volume")}</th>
            <th scope="col" className="number">
              {t("turnout.in-list")}
            </th>
            <th scope="col">{t("turnout.outside")}</th>
            <th scope="col">{t("turnout.bags")}</th>
            <th scope="col">{t("turnout.compare")}</th>
          </tr>
        </thead>
        <tbody>
          {BY_VOLUME.map(({ ml, key }) => (
            <tr key={key}>
              <th scope="row">{t("turnout.ml", { ml: formatCount(ml) })}</th>
              <td className="number" data-label={t("turnout.in-list")}>
                <Count value={donated[key]} />
              </td>
              <td data-label={t("turnout.outside")}>{field("outside", key, ml)}</td>
              <td data-label={t("turnout.bags")}>{field("bags", key, ml)}</td>
              <td data-label={t("turnout.compare")}>
                {typed && <Compared entered={donated[key] + typed.outside[key]} counted={typed.bags[key]} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {typed === undefined && (
        <p className="note note-error" role="alert">
          {t("turnout.sheet-wrong")}
        </p>
      )}
      <ProblemNote problem={save.problem} onRetry={onSave} />
      <Button
        type="submit"
        variant={unsaved ? "filled" : "default"}
        loading={save.busy}
        disabled={typed === undefined || !unsaved}
      >
        {t("turnout.sheet-save")}
      </Button>
    </form>
  );
}

function Compared({ entered, counted }: { readonly entered: number; readonly counted: number }) {
  const t = useT();
  const { less, gap } = bagsWord({ entered, counted });
  if (gap === 0) return <span className="compare-same">{t("turnout.compare-same")}</span>;
  return (
    <span className="compare-differs">
      {t(less ? "turnout.compare-missing" : "turnout.compare-over", { count: gap })}
    </span>
  );
}
