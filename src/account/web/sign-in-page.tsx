// Sign in with a name and a password; beside it the way in for somebody who holds a one-time code.
import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useT } from "../../platform/ui/i18n.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { signIn } from "../contract.ts";
import { DoorPage } from "./door-page.tsx";
import { USE_CODE } from "./paths.ts";

/** Only addresses of this site: a link must not lead a signed-in officer elsewhere. */
export const safeNext = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : "/");

export function SignInPage() {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const enter = useWrite(signIn, {
    onDone: () => {
      client.clear();
      void navigate(safeNext(search.get("tiep")), { replace: true });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void enter.run({ body: { login, password } });
  };
  return (
    <DoorPage title={t("account.sign-in")} lead={t("account.sign-in-lead")}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t("account.login")}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
          />
          <PasswordInput
            label={t("account.password")}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": t("account.show-password"), tabIndex: 0 }}
            required
            withAsterisk={false}
          />
          <ProblemNote problem={enter.problem} />
          <Button type="submit" loading={enter.busy} disabled={login.trim() === "" || password === ""}>
            {t("account.sign-in")}
          </Button>
        </Stack>
      </form>
      <p className="door-other">
        {t("account.no-account")} <Link to={USE_CODE}>{t("account.have-code")}</Link>
      </p>
    </DoorPage>
  );
}
