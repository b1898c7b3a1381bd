// One term of office with what may be done about it: another last day, a handover, a code for a new password, its end.
import { Button, Checkbox } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { listHandovers } from "../../contract/handover.ts";
import { changeTerm, listDelegations } from "../../contract/offices.ts";
import { endGrant, issueResetCode, listOfficeHolders } from "../../contract.ts";
import type { OfficeHolder } from "../../schema/offices.ts";
import type { PrintedCode } from "../code-cards.tsx";
import { FormEnd } from "./form-end.tsx";
import { HandoverForm } from "./handover-form.tsx";

interface HolderRowProps {
  readonly holder: OfficeHolder;
  readonly unitId: string;
  readonly unitName: string;
  readonly onCode: (code: PrintedCode) => void;
}

type Doing = "term" | "handover" | "end";

export function HolderRow({ holder, unitId, unitName, onCode }: HolderRowProps) {
  const t = useT();
  const [doing, setDoing] = useState<Doing>();
  const may = (action: string): boolean => holder.allowedActions.includes(action);
  const reset = useWrite(issueResetCode, {
    onDone: ({ id, code, expiresAt }) =>
      onCode({ id, code, expiresAt, unitName, purpose: "reset", whom: holder.displayName }),
  });
  const done = (): void => setDoing(undefined);
  const opens = (what: Doing) => ({ "aria-expanded": doing === what, onClick: () => setDoing(what) });
  return (
    <div className="holder">
      <HolderWords holder={holder} />
      {holder.allowedActions.length > 0 && doing === undefined && (
        <div className="button-row no-print">
          {may("account.start-handover") && (
            <Button variant="default" size="sm" {...opens("handover")}>
              {t("account.hand-over")}
            </Button>
          )}
          {may("account.change-term") && (
            <Button variant="default" size="sm" {...opens("term")}>
              {t("account.change-term")}
            </Button>
          )}
          {may("account.issue-reset") && (
            <Button
              variant="default"
              size="sm"
              leftSection={<Icon name="key" size={18} />}
              loading={reset.busy}
              onClick={() => void reset.run({ params: { unitId, accountId: holder.accountId } })}
            >
              {t("account.print-reset")}
            </Button>
          )}
          {may("account.end-grant") && (
            <Button variant="subtle" size="sm" {...opens("end")}>
              {t("account.end")}
            </Button>
          )}
        </div>
      )}
      {doing === "handover" && (
        <HandoverForm holder={holder} unitId={unitId} unitName={unitName} onCode={onCode} onClose={done} />
      )}
      {doing === "term" && <TermForm holder={holder} unitId={unitId} onClose={done} />}
      {doing === "end" && <EndNote holder={holder} unitId={unitId} onClose={done} />}
      <ProblemNote problem={reset.problem} />
    </div>
  );
}

/** Who, which role, from when to when, how they came, for whom they prepare or sign. */
export function HolderWords({ holder }: { readonly holder: OfficeHolder }) {
  const t = useT();
  const { from, until, by, origin, standsInFor, signs } = holder;
  const came = t(`account.origin.${origin}`);
  return (
    <p>
      <strong>{holder.displayName}</strong>
      <span>
        {t(`account.role.${holder.role}`)} · {holder.login}
      </span>
      <span>
        {until === null
          ? t("account.since", { from: formatDay(from) })
          : t("account.term", { from: formatDay(from), until: formatDay(until) })}
        {" · "}
        {holder.removed
          ? t("account.removed", { by: by ?? "" })
          : by === null
            ? came
            : t("account.came-by", { came, by })}
      </span>
      {standsInFor.length > 0 && <span>{t("account.stands-in-for", { names: standsInFor.join(", ") })}</span>}
      {signs.map((one) => (
        <span key={one.delegationId}>
          {t("account.signs-for", {
            by: one.by,
            what: one.scopes.map((scope) => t(`account.scope.${scope}`)).join(", "),
            until: formatDay(one.until),
          })}
        </span>
      ))}
    </p>
  );
}

interface ActProps {
  readonly holder: OfficeHolder;
  readonly unitId: string;
  readonly onClose: () => void;
}

function TermForm({ holder, unitId, onClose }: ActProps) {
  const t = useT();
  const tell = useNotice();
  const [until, setUntil] = useState(holder.until ?? "");
  const [open, setOpen] = useState(holder.until === null);
  const change = useWrite(changeTerm, {
    invalidates: [listOfficeHolders, listDelegations],
    onDone: () => {
      tell({ text: t("account.term-changed", { name: holder.displayName }) });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!open && until === "") return;
    const params = { unitId, accountId: holder.accountId, grantId: holder.grantId };
    void change.run({ params, body: { until: open ? null : until } });
  };
  return (
    <form className="inner-form stack" onSubmit={submit} noValidate>
      <Checkbox
        label={t("account.term-open")}
        checked={open}
        onChange={(event) => setOpen(event.currentTarget.checked)}
      />
      {!open && <DayInput autoFocus label={t("account.term-until")} value={until} onChange={setUntil} />}
      <FormEnd
        write={change}
        label={t("account.term-save")}
        disabled={!open && until === ""}
        onCancel={onClose}
      />
    </form>
  );
}

/** Ending a role cannot be taken back (a new code would be needed), so it is said before it is done. */
function EndNote({ holder, unitId, onClose }: ActProps) {
  const t = useT();
  const tell = useNotice();
  const end = useWrite(endGrant, {
    invalidates: [listOfficeHolders, listDelegations, listHandovers],
    onDone: () => tell({ text: t("account.ended", { name: holder.displayName }) }),
  });
  return (
    <div className="note">
      <Icon name="alarm" />
      <div>
        <p>{t("account.end-help", { name: holder.displayName })}</p>
        <div className="button-row">
          <Button
            size="sm"
            loading={end.busy}
            onClick={() => void end.run({ params: { unitId, accountId: holder.accountId } })}
          >
            {t("account.end-now")}
          </Button>
          <Button variant="default" size="sm" onClick={onClose}>
            {t("common.cancel")}
          </Button>
        </div>
        <ProblemNote problem={end.problem} />
      </div>
    </div>
  );
}
