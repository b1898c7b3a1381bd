// One's own e-mail address, to which reminders go. Nobody has to give one: everything is read here as well.
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { setEmail, whoAmI } from "../../account/contract.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";

/** Only against slips of the thumb; the server looks closer. */
const LOOKS_RIGHT = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function OwnEmail({ email }: { readonly email: string | null }) {
  const t = useT();
  const tell = useNotice();
  const [address, setAddress] = useState(email ?? "");
  const [wrong, setWrong] = useState(false);
  const give = useWrite(setEmail, {
    invalidates: [whoAmI],
    onDone: (_, { body }) =>
      tell({ text: t(body.email === null ? "shell.email-taken-back" : "shell.email-given") }),
  });
  const words = address.trim();
  const changed = words !== (email ?? "");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const fits = words === "" || LOOKS_RIGHT.test(words);
    setWrong(!fits);
    if (fits) void give.run({ body: { email: words === "" ? null : words } });
  };
  return (
    <details className="own-email">
      <summary>
        <span>
          {t("shell.email")}
          <small>{email ?? t("shell.email-none")}</small>
        </span>
      </summary>
      <form onSubmit={submit} noValidate>
        <TextInput
          type="email"
          inputMode="email"
          autoComplete="email"
          label={`${t("shell.email-label")} (${t("common.optional")})`}
          description={t("shell.email-help")}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          error={wrong ? t("shell.email-wrong") : undefined}
        />
        <ProblemNote problem={give.problem} />
        <Button type="submit" variant="default" loading={give.busy} disabled={!changed}>
          {t("common.save")}
        </Button>
      </form>
    </details>
  );
}
