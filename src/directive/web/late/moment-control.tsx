// "Tính đến lúc …": now, or any moment since the letter was issued.
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { formatInstant } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import { instantOf, momentOf, parseTypedTime } from "./moment.ts";

/** Its name in the address. */
export const MOMENT = "luc";
const EVENING = "17:00";

/** The instant asked for, as in the address; undefined for now. */
export function useMoment(): string | undefined {
  const [search] = useSearchParams();
  const said = momentOf(search.get(MOMENT));
  return said && instantOf(said.day, said.time);
}

/** `at`: the instant the answer stands for, once there is one. */
export function MomentControl({ at }: { readonly at: string | undefined }) {
  const t = useT();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const said = momentOf(search.get(MOMENT));
  const [open, setOpen] = useState(said !== undefined);
  const [day, setDay] = useState(said?.day ?? "");
  const [time, setTime] = useState(said?.time ?? EVENING);
  const future = day > today;
  const ask = (nextDay: string, typed: string): void => {
    setDay(nextDay);
    setTime(typed);
    const nextTime = parseTypedTime(typed) ?? "";
    if (instantOf(nextDay, nextTime) === undefined || nextDay > today) return;
    setSearch({ [MOMENT]: `${nextDay}T${nextTime}` }, { replace: true, preventScrollReset: true });
  };
  const toNow = (): void => {
    setOpen(false);
    setDay("");
    setSearch({}, { replace: true, preventScrollReset: true });
  };
  return (
    <div className="moment">
      <p className="moment-words">
        <Icon name="clock" />
        {at === undefined
          ? t("common.loading")
          : t(said === undefined ? "directive.late.at-now" : "directive.late.at", { at: formatInstant(at) })}
      </p>
      {open ? (
        <div className="moment-fields no-print">
          <DayInput
            label={t("directive.late.day")}
            value={day}
            onChange={(next) => ask(next, time)}
            error={future ? t("directive.late.day-future") : undefined}
          />
          <TextInput
            className="moment-time"
            label={t("directive.late.time")}
            inputMode="numeric"
            autoComplete="off"
            error={parseTypedTime(time) === undefined ? t("directive.late.time-wrong") : undefined}
            value={time}
            onChange={(event) => ask(day, event.currentTarget.value)}
          />
          <Button variant="default" onClick={toNow}>
            {t("directive.late.to-now")}
          </Button>
        </div>
      ) : (
        <Button variant="default" className="no-print" onClick={() => setOpen(true)}>
          {t("directive.late.other-moment")}
        </Button>
      )}
    </div>
  );
}
