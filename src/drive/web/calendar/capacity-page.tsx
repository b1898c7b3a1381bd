// A facility says what it can take: donors and teams a day, from one day to another.
import { Button, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atUnit } from "../../../account/web/paths.ts";
import { useActing } from "../../../account/web/session.tsx";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { EmptyState, ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import { dropCapacity, listCapacity, stateCapacity } from "../../contract/capacity.ts";
import { type Capacity, CapacityEntry } from "../../schema/capacity.ts";
import "./calendar.css";

interface Fields {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly mostDonors: number | string;
  readonly teams: number | string;
  readonly note: string;
}

const blank = (): Fields => ({ id: newId(), from: "", until: "", mostDonors: "", teams: 1, note: "" });

export function CapacityPage() {
  const t = useT();
  const { placeId } = useActing();
  const read = useRead(listCapacity, { params: { facilityId: placeId } });
  const [fields, setFields] = useState(blank);
  return (
    <Page
      title={t("drive.capacity.own-title")}
      lead={t("drive.capacity.own-lead")}
      back={{ to: atUnit(placeId, "tiep-nhan"), label: t("drive.facility-title") }}
    >
      <Shown read={read}>
        {({ items, allowedActions }) => (
          <>
            {items.length === 0 ? (
              <EmptyState icon="drive" title={t("drive.capacity.empty-title")}>
                {t("drive.capacity.empty")}
              </EmptyState>
            ) : (
              <ul className="capacity-said">
                {items.map((one) => (
                  <Said
                    key={one.id}
                    one={one}
                    may={allowedActions.includes("drive.drop-capacity")}
                    onChange={() => setFields(one)}
                  />
                ))}
              </ul>
            )}
            {allowedActions.includes("drive.state-capacity") && (
              <SayIt facilityId={placeId} fields={fields} onChange={setFields} />
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}

interface SaidProps {
  readonly one: Capacity;
  readonly may: boolean;
  readonly onChange: () => void;
}

function Said({ one, may, onChange }: SaidProps) {
  const t = useT();
  const drop = useWrite(dropCapacity, { invalidates: [listCapacity] });
  const span = { from: formatDay(one.from), until: formatDay(one.until) };
  return (
    <li className="card">
      <strong>{t("drive.capacity.said", { ...span, donors: one.mostDonors, teams: one.teams })}</strong>
      {one.note !== "" && <span className="soft">{one.note}</span>}
      <ProblemNote problem={drop.problem} />
      {may && (
        <span className="button-row">
          <Button
            variant="default"
            size="sm"
            onClick={onChange}
            aria-label={t("drive.capacity.change", span)}
          >
            {t("drive.costs.change")}
          </Button>
          <Button
            variant="default"
            size="sm"
            loading={drop.busy}
            aria-label={t("drive.capacity.drop", span)}
            onClick={() => void drop.run({ params: { facilityId: one.facility.id, capacityId: one.id } })}
          >
            {t("common.remove")}
          </Button>
        </span>
      )}
    </li>
  );
}

interface SayItProps {
  readonly facilityId: string;
  readonly fields: Fields;
  readonly onChange: (fields: Fields) => void;
}

function SayIt({ facilityId, fields, onChange }: SayItProps) {
  const t = useT();
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Fields>): void => onChange({ ...fields, ...change });
  const save = useWrite(stateCapacity, {
    invalidates: [listCapacity],
    onDone: () => {
      onChange(blank());
      setTried(false);
    },
  });
  const entry = CapacityEntry.safeParse(fields);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (entry.success) void save.run({ params: { facilityId, capacityId: fields.id }, body: entry.data });
  };
  return (
    <form onSubmit={submit} noValidate className="form form-part">
      <div className="form-pair">
        <DayInput label={t("drive.capacity.from")} value={fields.from} onChange={(from) => set({ from })} />
        <DayInput
          label={t("drive.capacity.until")}
          value={fields.until}
          onChange={(until) => set({ until })}
        />
      </div>
      <div className="form-pair">
        <NumberInput
          label={t("drive.capacity.most-donors")}
          min={0}
          max={100_000}
          allowDecimal={false}
          hideControls
          value={fields.mostDonors}
          onChange={(mostDonors) => set({ mostDonors })}
        />
        <NumberInput
          label={t("drive.capacity.teams")}
          min={0}
          max={100}
          allowDecimal={false}
          hideControls
          value={fields.teams}
          onChange={(teams) => set({ teams })}
        />
      </div>
      <TextInput
        label={t("drive.capacity.note")}
        maxLength={300}
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {tried && !entry.success && (
        <p className="note note-error" role="alert">
          {t("drive.capacity.wrong")}
        </p>
      )}
      <ProblemNote problem={save.problem} />
      <Button type="submit" loading={save.busy}>
        {t("drive.capacity.save")}
      </Button>
    </form>
  );
}
