// Places of a slot worked out in sight: doctors, beds, minutes; the slowest station decides.
import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../platform/ui/i18n.tsx";
import { type Stations, throughputOf, USUAL_STATIONS } from "../rules/throughput.ts";
import type { PlanFields } from "./plan-form.ts";

interface ThroughputFieldsProps {
  readonly plan: PlanFields;
  readonly onChange: (plan: PlanFields) => void;
}

const FIELDS = ["doctors", "examMinutes", "beds", "bedMinutes"] as const satisfies (keyof Stations)[];
const LENGTH_IF_UNTYPED = 30;

export function ThroughputFields({ plan, onChange }: ThroughputFieldsProps) {
  const t = useT();
  const [typed, setTyped] = useState<Readonly<Record<keyof Stations, number | string>>>(USUAL_STATIONS);
  const stations: Stations = {
    doctors: Number(typed.doctors),
    examMinutes: Number(typed.examMinutes),
    beds: Number(typed.beds),
    bedMinutes: Number(typed.bedMinutes),
  };
  const minutesOf = (slotMinutes: number | string): number => Number(slotMinutes) || LENGTH_IF_UNTYPED;
  const minutes = minutesOf(plan.sessions[0]?.slotMinutes ?? "");
  const { exam, collection, perSlot, slowest } = throughputOf(stations, minutes);
  return (
    <details className="throughput">
      <summary>{t("drive.throughput.title")}</summary>
      <div className="form">
        <p className="soft">{t("drive.throughput.lead")}</p>
        <div className="session-fields">
          {FIELDS.map((field) => (
            <NumberInput
              key={field}
              label={t(`drive.throughput.${field}`)}
              min={1}
              max={200}
              allowDecimal={false}
              hideControls
              value={typed[field]}
              onChange={(value) => setTyped({ ...typed, [field]: value })}
            />
          ))}
        </div>
        <div aria-live="polite">
          <p>
            {t("drive.throughput.exam", {
              places: stations.doctors,
              slot: minutes,
              each: stations.examMinutes,
              donors: exam,
            })}
          </p>
          <p>
            {t("drive.throughput.collection", {
              places: stations.beds,
              slot: minutes,
              each: stations.bedMinutes,
              donors: collection,
            })}
          </p>
          <p>
            <strong>
              {perSlot === 0
                ? t("drive.throughput.none")
                : t(slowest === undefined ? "drive.throughput.even" : `drive.throughput.slow-${slowest}`, {
                    donors: perSlot,
                  })}
            </strong>
          </p>
        </div>
        <Button
          variant="default"
          disabled={perSlot === 0}
          onClick={() =>
            onChange({
              ...plan,
              sessions: plan.sessions.map((session) => ({
                ...session,
                perSlot: throughputOf(stations, minutesOf(session.slotMinutes)).perSlot || session.perSlot,
              })),
            })
          }
        >
          {t("drive.throughput.take")}
        </Button>
      </div>
    </details>
  );
}
