// Who came, and what donors were handed: typed while closing, kept in this browser alone until the books are closed.
import { Switch, Title } from "@mantine/core";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { people } from "../rules/differences.ts";
import type { TurnoutView } from "../schema.ts";
import { type ClosingFields, readClosing } from "./closing-fields.ts";
import { PeopleInput } from "./people-input.tsx";
import { BY_VOLUME } from "./volumes.ts";

interface CountsFormProps {
  readonly turnout: TurnoutView;
  readonly fields: ClosingFields;
  readonly onChange: (fields: ClosingFields) => void;
}

export function CountsForm({ turnout, fields, onChange }: CountsFormProps) {
  const t = useT();
  const { registered, donated } = turnout.entered;
  const rest = registered - people(donated);
  const typed = readClosing(fields);
  const left = rest - Number(fields.stayed || 0) - Number(fields.absent || 0);
  return (
    <>
      <section className="card counts">
        <Title order={2} size="h3">
          {t("turnout.came")}
        </Title>
        <p className="soft counts-private">
          <Icon name="lock" />
          {t("turnout.came-lead")}
        </p>
        <p>{t("turnout.came-rest", { registered, donated: people(donated), rest })}</p>
        <div className="counts-row">
          <PeopleInput
            label={t("turnout.stayed")}
            value={fields.stayed}
            onChange={(stayed) => onChange({ ...fields, stayed })}
          />
          <PeopleInput
            label={t("turnout.absent")}
            value={fields.absent}
            onChange={(absent) => onChange({ ...fields, absent })}
          />
          <p role="status" className={left === 0 ? "compare-same" : "compare-differs"}>
            {left === 0
              ? t("turnout.compare-same")
              : t(left > 0 ? "turnout.came-left" : "turnout.came-over", { count: Math.abs(left) })}
          </p>
        </div>
        {turnout.units.length > 1 && <ByUnit turnout={turnout} fields={fields} onChange={onChange} />}
        {people(turnout.sheet.outside) > 0 && (
          <PeopleInput
            className="counts-field"
            label={t("turnout.outside-came")}
            description={t("turnout.outside-came-help", { gave: people(turnout.sheet.outside) })}
            value={fields.outside}
            onChange={(outside) => onChange({ ...fields, outside })}
          />
        )}
      </section>
      <Handed turnout={turnout} fields={fields} onChange={onChange} />
      {typed === undefined && (
        <p className="note note-plain">
          <Icon name="edit" />
          {t("turnout.came-missing")}
        </p>
      )}
    </>
  );
}

/** Optional: only where the facility told them apart can the unions be told one by one. */
function ByUnit({ turnout, fields, onChange }: CountsFormProps) {
  const t = useT();
  const { units } = fields;
  return (
    <>
      <Switch
        size="md"
        checked={units !== undefined}
        label={t("turnout.by-unit")}
        description={t("turnout.by-unit-help")}
        onChange={(event) => {
          const on = event.currentTarget.checked;
          const zeros = Object.fromEntries(turnout.units.map(({ unit }) => [unit.id, ""]));
          onChange({ ...fields, units: on ? zeros : undefined });
        }}
      />
      {units !== undefined && (
        <div className="table-place">
          <table className="table card-table">
            <thead>
              <tr>
                <th scope="col">{t("turnout.unit")}</th>
                <th scope="col" className="number">
                  {t("turnout.not-donated")}
                </th>
                <th scope="col">{t("turnout.stayed")}</th>
              </tr>
            </thead>
            <tbody>
              {turnout.units.map(({ unit, registered, donated }) => (
                <tr key={unit.id}>
                  <th scope="row">{unit.shortName}</th>
                  <td className="number" data-label={t("turnout.not-donated")}>
                    {formatCount(registered - donated)}
                  </td>
                  <td data-label={t("turnout.stayed")}>
                    <PeopleInput
                      className="sheet-number"
                      aria-label={t("turnout.stayed-of", { unit: unit.shortName })}
                      max={registered - donated}
                      value={units[unit.id] ?? ""}
                      onChange={(stayed) => onChange({ ...fields, units: { ...units, [unit.id]: stayed } })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Handed({ turnout, fields, onChange }: CountsFormProps) {
  const t = useT();
  const { certificates, tariff } = turnout;
  return (
    <section className="card counts">
      <Title order={2} size="h3">
        {t("turnout.handed")}
      </Title>
      <p className="soft">{t("turnout.handed-lead")}</p>
      {certificates !== null && <p>{t("turnout.certificates-record", certificates)}</p>}
      <div className="counts-row">
        {certificates === null && (
          <PeopleInput
            label={t("turnout.certificates")}
            value={fields.certificates}
            onChange={(used) => onChange({ ...fields, certificates: used })}
          />
        )}
        {BY_VOLUME.map(({ ml, key }) => (
          <PeopleInput
            key={key}
            label={t("turnout.gifts-of", { ml: formatCount(ml) })}
            {...(tariff && {
              description: t("turnout.gifts-least", { dong: formatCount(tariff.giftAtLeast[key]) }),
            })}
            value={fields.gifts[key]}
            onChange={(gifts) => onChange({ ...fields, gifts: { ...fields.gifts, [key]: gifts } })}
          />
        ))}
        <PeopleInput
          label={t("turnout.travel")}
          {...(tariff && {
            description: t("turnout.travel-most", { dong: formatCount(tariff.travelAtMost) }),
          })}
          value={fields.travel}
          onChange={(travel) => onChange({ ...fields, travel })}
        />
        <PeopleInput
          label={t("turnout.travel-dong")}
          max={100_000_000_000}
          thousandSeparator="."
          decimalSeparator=","
          {...(tariff &&
            Number(fields.travel) > 0 && {
              description: t("turnout.travel-together", {
                dong: formatCount(Number(fields.travel) * tariff.travelAtMost),
              }),
            })}
          value={fields.travelDong}
          onChange={(travelDong) => onChange({ ...fields, travelDong })}
        />
      </div>
      <p className="soft">
        {tariff === null
          ? t("turnout.handed-law")
          : t("turnout.handed-tariff", { instrument: tariff.instrument })}
      </p>
    </section>
  );
}
