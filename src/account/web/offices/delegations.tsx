// Signing delegated at a union: what runs stands on top, with one press to take it back; the signatory may delegate.
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { type State, StateChip } from "../../../platform/ui/state-chip.tsx";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import { delegateSigning, listDelegations, withdrawDelegation } from "../../contract/offices.ts";
import { listOfficeHolders } from "../../contract.ts";
import {
  type Delegation,
  type OfficeHolder,
  SIGNING_SCOPES,
  type SigningScope,
} from "../../schema/offices.ts";
import { useMe } from "../session.tsx";

interface DelegationsProps {
  readonly unitId: string;
  /** Those who hold an office today. */
  readonly holders: readonly OfficeHolder[];
}

const MARKS: Readonly<Record<Delegation["state"], State>> = {
  running: "doing",
  coming: "missing",
  past: "done",
  void: "error",
};

/** Nothing where nothing was ever delegated and the asker may not delegate. */
export function Delegations({ unitId, holders }: DelegationsProps) {
  const t = useT();
  const read = useRead(listDelegations, { params: { unitId } });
  if (read.data === undefined) return <ProblemNote problem={read.error} />;
  const { items, allowedActions } = read.data;
  const may = allowedActions.includes("account.delegate");
  if (items.length === 0 && !may) return null;
  const live = items.filter(({ state }) => state !== "past");
  const past = items.filter(({ state }) => state === "past");
  return (
    <section className="card" aria-labelledby="delegations">
      <h2 className="section-head" id="delegations">
        {t("account.delegations")}
      </h2>
      {live.length === 0 && <p className="soft">{t("account.delegations-none")}</p>}
      {live.map((one) => (
        <DelegationRow key={one.id} one={one} unitId={unitId} />
      ))}
      {may && <DelegateForm unitId={unitId} holders={holders} />}
      {past.length > 0 && (
        <details>
          <summary>{t("account.delegations-past", { count: past.length })}</summary>
          {past.map((one) => (
            <DelegationRow key={one.id} one={one} unitId={unitId} />
          ))}
        </details>
      )}
    </section>
  );
}

function DelegationRow({ one, unitId }: { readonly one: Delegation; readonly unitId: string }) {
  const t = useT();
  const tell = useNotice();
  const withdraw = useWrite(withdrawDelegation, {
    invalidates: [listDelegations, listOfficeHolders],
    onDone: () => tell({ text: t("account.delegation-withdrawn", { name: one.to.displayName }) }),
  });
  return (
    <div className="holder">
      <StateChip state={MARKS[one.state]} word={t(`account.delegation-state.${one.state}`)} />
      <p>
        <strong>{t("account.delegation-line", { by: one.by.displayName, to: one.to.displayName })}</strong>
        <span>{one.scopes.map((scope) => t(`account.scope.${scope}`)).join(", ")}</span>
        <span>
          {t("account.term", { from: formatDay(one.from), until: formatDay(one.until) })}
          {one.endedOn !== null && ` · ${t("account.delegation-ended", { day: formatDay(one.endedOn) })}`}
        </span>
        <span>{t("account.delegation-reason", { reason: one.reason })}</span>
      </p>
      {one.allowedActions.includes("account.withdraw-delegation") && (
        <div className="button-row no-print">
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="undo" size={18} />}
            loading={withdraw.busy}
            onClick={() => void withdraw.run({ params: { unitId, delegationId: one.id } })}
          >
            {t("account.delegation-withdraw")}
          </Button>
        </div>
      )}
      <ProblemNote problem={withdraw.problem} />
    </div>
  );
}

function DelegateForm({ unitId, holders }: DelegationsProps) {
  const t = useT();
  const tell = useNotice();
  const today = useToday();
  const { accountId } = useMe();
  const takers = holders.filter(
    (held) => (held.role === "officer" || held.role === "deputy") && held.accountId !== accountId,
  );
  const [id, setId] = useState(newId);
  const [chosen, setChosen] = useState<string>();
  const to = chosen ?? takers[0]?.accountId ?? "";
  const [scopes, setScopes] = useState<readonly SigningScope[]>(["letters"]);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [open, setOpen] = useState(false);
  const give = useWrite(delegateSigning, {
    invalidates: [listDelegations, listOfficeHolders],
    onDone: () => {
      tell({ text: t("account.delegated") });
      setId(newId());
      setReason("");
      setUntil("");
      setTried(false);
      setOpen(false);
    },
  });
  const toggle = (scope: SigningScope): void =>
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  const whole = scopes.length > 0 && from !== "" && until !== "" && reason.trim() !== "" && to !== "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!whole) return;
    const body = { id, toAccountId: to, scopes: [...scopes], from, until, reason };
    void give.run({ params: { unitId }, body });
  };
  const told = (wrong: boolean, words: string): string | undefined => (tried && wrong ? words : undefined);
  return (
    <details
      className="inner-form no-print"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t("account.delegate")}</summary>
      {takers.length === 0 ? (
        <p className="soft">{t("account.delegate-nobody")}</p>
      ) : (
        <form className="stack" onSubmit={submit} noValidate>
          <p className="soft">{t("account.delegate-help")}</p>
          <NativeSelect
            label={t("account.delegate-to")}
            value={to}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={takers.map((one) => ({
              value: one.accountId,
              label: `${one.displayName} · ${t(`account.role.${one.role}`)}`,
            }))}
          />
          <fieldset className="choice-set">
            <legend>{t("account.delegate-what")}</legend>
            {SIGNING_SCOPES.map((scope) => (
              <Checkbox
                key={scope}
                label={t(`account.scope.${scope}`)}
                checked={scopes.includes(scope)}
                onChange={() => toggle(scope)}
              />
            ))}
            {tried && scopes.length === 0 && <p role="alert">{t("account.delegate-what-empty")}</p>}
          </fieldset>
          <DayInput label={t("account.delegate-from")} value={from} onChange={setFrom} />
          <DayInput
            label={t("account.term-until")}
            value={until}
            onChange={setUntil}
            error={told(until === "", t("account.delegate-until-empty"))}
          />
          <TextInput
            label={t("account.delegate-reason")}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={told(reason.trim() === "", t("account.delegate-reason-empty"))}
          />
          <ProblemNote problem={give.problem} />
          <Button type="submit" loading={give.busy}>
            {t("account.delegate-now")}
          </Button>
        </form>
      )}
    </details>
  );
}
