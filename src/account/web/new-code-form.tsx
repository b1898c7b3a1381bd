// A one-time code for a new office-holder: which role, until when; the answer is a card to print.
import { Button, NativeSelect, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { issueCode } from "../contract.ts";
import type { Role } from "../schema.ts";
import type { PrintedCode } from "./code-cards.tsx";

/** Roles that come by a code. */
const GIVEN = ["officer", "deputy", "signatory", "facility"] as const;

interface NewCodeFormProps {
  readonly unitId: string;
  readonly unitName: string;
  /** Those the asker may give here; at least one. */
  readonly roles: readonly Role[];
  readonly onCode: (code: PrintedCode) => void;
}

export function NewCodeForm({ unitId, unitName, roles, onCode }: NewCodeFormProps) {
  const t = useT();
  const given = GIVEN.filter((one) => roles.includes(one));
  const [chosen, setChosen] = useState<(typeof GIVEN)[number]>();
  const role = chosen ?? given[0] ?? "officer";
  const [until, setUntil] = useState("");
  const issue = useWrite(issueCode, {
    onDone: ({ id, code, expiresAt }) =>
      onCode({ id, code, expiresAt, unitName, purpose: "join", whom: t(`account.role.${role}`) }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void issue.run({ params: { unitId }, body: { role, ...(until !== "" && { until }) } });
  };
  return (
    <details className="inner-form no-print">
      <summary>{t("account.new-holder")}</summary>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <NativeSelect
            label={t("account.role")}
            value={role}
            onChange={(event) => {
              setChosen(given.find((one) => one === event.currentTarget.value));
            }}
            data={given.map((value) => ({ value, label: t(`account.role.${value}`) }))}
          />
          <DayInput
            label={`${t("account.term-until")} (${t("common.optional")})`}
            value={until}
            onChange={setUntil}
          />
          <ProblemNote problem={issue.problem} />
          <Button type="submit" leftSection={<Icon name="key" />} loading={issue.busy}>
            {t("account.make-code")}
          </Button>
        </Stack>
      </form>
    </details>
  );
}
