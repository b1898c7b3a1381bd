// Gives one account the desk of this drive for its days.
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Login } from "../../account/schema.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { grantDesk } from "../contract.ts";
import type { DriveRow } from "../schema.ts";

export function DeskForm({ drive }: { readonly drive: DriveRow }) {
  const t = useT();
  const tell = useNotice();
  const [login, setLogin] = useState("");
  const [from, setFrom] = useState(drive.day);
  const [until, setUntil] = useState(drive.day);
  const [tried, setTried] = useState(false);
  const grant = useWrite(grantDesk, {
    onDone: () => {
      tell({ text: t("drive.desk.granted", { login: login.trim() }) });
      setLogin("");
      setTried(false);
    },
  });
  const wrong = !Login.safeParse(login).success;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!wrong) void grant.run({ params: { driveId: drive.id }, body: { login, from, until } });
  };
  return (
    <details className="card fold no-print">
      <summary>{t("drive.desk.title")}</summary>
      <form onSubmit={submit} noValidate className="form">
        <p className="soft">{t("drive.desk.lead")}</p>
        <TextInput
          label={t("drive.desk.login")}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          error={tried && wrong ? t("drive.desk.login-wrong") : undefined}
        />
        <div className="form-pair">
          <DayInput label={t("drive.desk.from")} value={from} onChange={setFrom} />
          <DayInput label={t("drive.desk.until")} value={until} onChange={setUntil} />
        </div>
        <ProblemNote problem={grant.problem} />
        <Button type="submit" variant="default" loading={grant.busy} disabled={from === "" || until === ""}>
          {t("drive.desk.grant")}
        </Button>
      </form>
    </details>
  );
}
