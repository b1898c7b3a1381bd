// Who is signed in, the language, light or dark, and the way out.
import { Button, type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { signOut } from "../../account/contract.ts";
import { SIGN_IN } from "../../account/web/paths.ts";
import { useActingMaybe, useMe } from "../../account/web/session.tsx";
import { useKept, useOutbox } from "../../platform/offline/kept.tsx";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { LanguageSwitch } from "../../platform/ui/language-switch.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { OwnEmail } from "./own-email.tsx";

const SCHEMES: readonly MantineColorScheme[] = ["light", "dark", "auto"];

function ThemeSwitch() {
  const t = useT();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className="language-switch" aria-label={t("shell.theme")}>
      {SCHEMES.map((scheme) => (
        <button
          key={scheme}
          type="button"
          aria-pressed={colorScheme === scheme}
          onClick={() => setColorScheme(scheme)}
        >
          {t(`shell.theme-${scheme}` satisfies MessageKey)}
        </button>
      ))}
    </fieldset>
  );
}

export function AccountPanel() {
  const t = useT();
  const me = useMe();
  const acting = useActingMaybe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { leave: erase } = useKept();
  const { waiting, refused } = useOutbox();
  const unsent = waiting.length + refused.length;
  const [warned, setWarned] = useState(false);
  const leave = useWrite(signOut, {
    onDone: async () => {
      // The next person may use the same device.
      await erase().catch(() => undefined);
      client.clear();
      void navigate(SIGN_IN, { replace: true });
    },
  });
  const asks = warned && unsent > 0;
  return (
    <div className="account-panel">
      <p>
        <strong>{me.displayName}</strong>
        <span>{acting?.roles.map((role) => t(`account.role.${role}`)).join(", ")}</span>
      </p>
      <OwnEmail email={me.email} />
      <ThemeSwitch />
      <LanguageSwitch />
      <ProblemNote problem={leave.problem} />
      {asks && (
        <div className="note" role="alert">
          <Icon name="alarm" />
          <p>{t("offline.leave-unsent", { count: unsent })}</p>
        </div>
      )}
      <Button
        variant="default"
        leftSection={<Icon name="signOut" />}
        loading={leave.busy}
        onClick={() => (unsent > 0 && !warned ? setWarned(true) : void leave.run({}))}
      >
        {asks ? t("offline.leave-anyway") : t("account.sign-out")}
      </Button>
      {asks && (
        <Button variant="light" onClick={() => setWarned(false)}>
          {t("offline.stay")}
        </Button>
      )}
    </div>
  );
}
