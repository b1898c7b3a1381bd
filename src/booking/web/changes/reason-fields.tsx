// Why a drive is moved or cancelled, and a word to those who take part.
import { NativeSelect, Textarea } from "@mantine/core";
import { useT } from "../../../platform/ui/i18n.tsx";
import { CHANGE_REASONS, ChangeReason } from "../../schema/changes.ts";

type Reason = (typeof CHANGE_REASONS)[number];

export interface Why {
  readonly reason: Reason | undefined;
  readonly note: string;
}
export const NO_REASON: Why = { reason: undefined, note: "" };

interface ReasonFieldsProps {
  readonly value: Why;
  readonly onChange: (why: Why) => void;
  /** The button was pressed: what is missing is said. */
  readonly tried: boolean;
}

export function ReasonFields({ value, onChange, tried }: ReasonFieldsProps) {
  const t = useT();
  return (
    <>
      <NativeSelect
        label={t("booking.change.reason")}
        value={value.reason ?? ""}
        onChange={(event) =>
          onChange({ ...value, reason: ChangeReason.safeParse(event.currentTarget.value).data })
        }
        error={tried && value.reason === undefined ? t("booking.change.reason-empty") : undefined}
        data={[
          ...(value.reason === undefined ? [{ value: "", label: "" }] : []),
          ...CHANGE_REASONS.map((reason) => ({ value: reason, label: t(`booking.change.reason.${reason}`) })),
        ]}
      />
      <Textarea
        label={t("booking.change.note")}
        description={t("booking.change.note-help")}
        autosize
        minRows={2}
        maxLength={500}
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
      />
    </>
  );
}
