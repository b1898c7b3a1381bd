// What becomes of the people of a union that ends, and whether what stood below it is still added up together.
import { Radio, Stack, TextInput } from "@mantine/core";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { MembersGo } from "../../../schema/acts.ts";

interface MembersFieldProps {
  readonly value: MembersGo;
  readonly onChange: (members: MembersGo) => void;
}

export function MembersField({ value, onChange }: MembersFieldProps) {
  const t = useT();
  return (
    <Radio.Group
      label={t("unit.members")}
      value={value}
      onChange={(chosen) => onChange(MembersGo.parse(chosen))}
    >
      <Stack gap="sm" mt="xs">
        {MembersGo.options.map((option) => (
          <Radio key={option} value={option} label={t(`unit.members.${option}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function KeepAsField(props: { readonly value: string; readonly onChange: (name: string) => void }) {
  const t = useT();
  return (
    <TextInput
      label={`${t("unit.form-keep")} (${t("common.optional")})`}
      description={t("unit.form-keep-help")}
      maxLength={200}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
