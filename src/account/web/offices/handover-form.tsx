// Starting a handover: from which day, to whom (a code for somebody new, or an account there is), until when.
import { SegmentedControl, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { newId } from "../../../platform/pure/ids.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { useToday } from "../../../platform/ui/today.tsx";
import { listHandovers, startHandover } from "../../contract/handover.ts";
import { listDelegations } from "../../contract/offices.ts";
import { listOfficeHolders } from "../../contract.ts";
import { HandedRole } from "../../schema/handover.ts";
import type { OfficeHolder } from "../../schema/offices.ts";
import { Login } from "../../schema.ts";
import type { PrintedCode } from "../code-cards.tsx";
import { FormEnd } from "./form-end.tsx";

interface HandoverFormProps {
  readonly holder: OfficeHolder;
  readonly unitId: string;
  readonly unitName: string;
  readonly onCode: (code: PrintedCode) => void;
  readonly onClose: () => void;
}

export function HandoverForm({ holder, unitId, unitName, onCode, onClose }: HandoverFormProps) {
  const t = useT();
  const tell = useNotice();
  const today = useToday();
  // One id for one intention: pressed again after a lost answer, it is the same handover.
  const [id] = useState(newId);
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [way, setWay] = useState<"code" | "login">("code");
  const [login, setLogin] = useState("");
  const [until, setUntil] = useState("");
  const [tried, setTried] = useState(false);
  const role = HandedRole.safeParse(holder.role).data;
  const named = Login.safeParse(login);
  const start = useWrite(startHandover, {
    invalidates: [listHandovers, listOfficeHolders, listDelegations],
    onDone: ({ code }) => {
      if (code) onCode({ ...code, unitName, purpose: "join", whom: t(`account.role.${holder.role}`) });
      tell({ text: t("account.handover-started", { name: holder.displayName }) });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (role === undefined || effectiveOn === "" || (way === "login" && !named.success)) return;
    void start.run({
      params: { unitId },
      body: {
        id,
        role,
        fromAccountId: holder.accountId,
        effectiveOn,
        ...(way === "login" && named.success && { toLogin: named.data }),
        ...(until !== "" && { until }),
      },
    });
  };
  return (
    <form className="inner-form stack" onSubmit={submit} noValidate>
      <p className="soft">{t("account.handover-help", { name: holder.displayName })}</p>
      <DayInput
        autoFocus
        label={t("account.handover-day")}
        description={t("account.handover-day-help")}
        value={effectiveOn}
        onChange={setEffectiveOn}
      />
      <SegmentedControl
        fullWidth
        aria-label={t("account.handover-to")}
        value={way}
        onChange={(value) => setWay(value === "login" ? "login" : "code")}
        data={[
          { value: "code", label: t("account.handover-by-code") },
          { value: "login", label: t("account.handover-by-login") },
        ]}
      />
      {way === "login" && (
        <TextInput
          label={t("account.login")}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          autoCapitalize="none"
          spellCheck={false}
          error={tried && !named.success ? t("account.login-wrong") : undefined}
        />
      )}
      <DayInput
        label={`${t("account.successor-until")} (${t("common.optional")})`}
        value={until}
        onChange={setUntil}
      />
      <FormEnd write={start} label={t("account.handover-start")} onCancel={onClose} />
    </form>
  );
}
