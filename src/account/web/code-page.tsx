// A one-time code from the level above: a new account, or a new password for one that exists.
import { Button, PasswordInput, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link, useNavigate } from "react-router";
import { useT } from "../../platform/ui/i18n.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { joinByCode, resetByCode } from "../contract.ts";
import { Login, Password } from "../schema.ts";
import { DoorPage } from "./door-page.tsx";
import { SIGN_IN } from "./paths.ts";

type Purpose = "join" | "reset";

export function CodePage() {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [purpose, setPurpose] = useState<Purpose>("join");
  // A scanned card brings its code behind the #.
  const [code, setCode] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  const [displayName, setDisplayName] = useState("");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const onDone = (): void => {
    client.clear();
    void navigate("/", { replace: true });
  };
  const join = useWrite(joinByCode, { onDone });
  const reset = useWrite(resetByCode, { onDone });
  const joining = purpose === "join";

  const errors = {
    code: code.replace(/[\s-]/g, "").length < 10,
    displayName: joining && displayName.trim() === "",
    login: joining && !Login.safeParse(login).success,
    password: !Password.safeParse(password).success,
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.values(errors).some(Boolean)) return;
    if (joining) void join.run({ body: { code, displayName, login, password } });
    else void reset.run({ body: { code, password } });
  };
  const told = (wrong: boolean, words: string): string | undefined => (tried && wrong ? words : undefined);
  const active = joining ? join : reset;
  return (
    <DoorPage title={t("account.code-title")} lead={t("account.code-lead")}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <SegmentedControl
            fullWidth
            size="md"
            aria-label={t("account.code-purpose")}
            value={purpose}
            onChange={(value) => setPurpose(value as Purpose)}
            data={[
              { value: "join", label: t("account.code-join") },
              { value: "reset", label: t("account.code-reset") },
            ]}
          />
          <TextInput
            label={t("account.code")}
            description={t("account.code-help")}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            error={told(errors.code, t("account.code-short"))}
          />
          {joining && (
            <>
              <TextInput
                label={t("account.display-name")}
                value={displayName}
                onChange={(event) => setDisplayName(event.currentTarget.value)}
                autoComplete="name"
                error={told(errors.displayName, t("account.display-name-empty"))}
              />
              <TextInput
                label={t("account.login-choose")}
                description={t("account.login-help")}
                value={login}
                onChange={(event) => setLogin(event.currentTarget.value)}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                error={told(errors.login, t("account.login-wrong"))}
              />
            </>
          )}
          <PasswordInput
            label={t("account.password-new")}
            description={t("account.password-help")}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ "aria-label": t("account.show-password"), tabIndex: 0 }}
            error={told(errors.password, t("account.password-short"))}
          />
          <ProblemNote problem={active.problem} />
          <Button type="submit" loading={active.busy}>
            {joining ? t("account.join") : t("account.reset")}
          </Button>
        </Stack>
      </form>
      <p className="door-other">
        {t("account.have-account")} <Link to={SIGN_IN}>{t("account.sign-in")}</Link>
      </p>
    </DoorPage>
  );
}
