// Who holds which role at a unit, and the one-time codes that let new people in or forgotten passwords be set again.
import { Button } from "@mantine/core";
import { useState } from "react";
import { formatDay } from "../../platform/pure/calendar.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote, Skeletons } from "../../platform/ui/states.tsx";
import { endGrant, issueResetCode, listOfficeHolders } from "../contract.ts";
import type { Role } from "../schema.ts";
import { CodeCards, type PrintedCode } from "./code-cards.tsx";
import { NewCodeForm } from "./new-code-form.tsx";
import { useActing } from "./session.tsx";

interface Holder {
  readonly accountId: string;
  readonly displayName: string;
  readonly login: string;
  readonly role: Role;
  readonly from: string;
  readonly until: string | null;
  readonly hasPassword: boolean;
}

interface OfficeHoldersProps {
  readonly unitId: string;
  readonly unitName: string;
}

export function OfficeHolders({ unitId, unitName }: OfficeHoldersProps) {
  const t = useT();
  const { roles } = useActing();
  const [codes, setCodes] = useState<readonly PrintedCode[]>([]);
  const read = useRead(listOfficeHolders, { params: { unitId } });
  // Nobody here may see them: a unit beside or above one's own.
  if (read.error?.code === "forbidden") return null;
  const gives = roles.includes("officer") || roles.includes("administrator");
  const add = (code: PrintedCode): void => setCodes((before) => [...before, code]);
  return (
    <section className="card" aria-labelledby="holders">
      <h2 className="section-head" id="holders">
        {t("account.holders")}
      </h2>
      <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
      {read.isPending && <Skeletons rows={2} />}
      {read.data?.items.length === 0 && <p className="soft">{t("account.holders-none")}</p>}
      {read.data?.items.map((holder) => (
        <HolderRow
          key={`${holder.accountId} ${holder.role}`}
          holder={holder}
          unitId={unitId}
          unitName={unitName}
          gives={gives}
          onCode={add}
        />
      ))}
      {gives && <NewCodeForm unitId={unitId} unitName={unitName} onCode={add} />}
      <CodeCards codes={codes} />
    </section>
  );
}

interface HolderRowProps extends OfficeHoldersProps {
  readonly holder: Holder;
  readonly gives: boolean;
  readonly onCode: (code: PrintedCode) => void;
}

function HolderRow({ holder, unitId, unitName, gives, onCode }: HolderRowProps) {
  const t = useT();
  const tell = useNotice();
  const [ending, setEnding] = useState(false);
  const params = { unitId, accountId: holder.accountId };
  const reset = useWrite(issueResetCode, {
    onDone: ({ id, code, expiresAt }) =>
      onCode({ id, code, expiresAt, unitName, purpose: "reset", whom: holder.displayName }),
  });
  const end = useWrite(endGrant, {
    invalidates: [listOfficeHolders],
    onDone: () => tell({ text: t("account.ended", { name: holder.displayName }) }),
  });
  return (
    <div className="holder">
      <p>
        <strong>{holder.displayName}</strong>
        <span>
          {t(`account.role.${holder.role}`)} · {holder.login}
        </span>
        <span>
          {holder.until === null
            ? t("account.since", { from: formatDay(holder.from) })
            : t("account.term", { from: formatDay(holder.from), until: formatDay(holder.until) })}
        </span>
      </p>
      {gives && (
        <div className="button-row no-print">
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="key" size={18} />}
            loading={reset.busy}
            onClick={() => void reset.run({ params })}
          >
            {t("account.print-reset")}
          </Button>
          {!ending && (
            <Button variant="subtle" size="sm" onClick={() => setEnding(true)}>
              {t("account.end")}
            </Button>
          )}
        </div>
      )}
      {ending && (
        // Ending a role cannot be taken back (a new code would be needed), so it is said before it is done.
        <div className="note">
          <Icon name="alarm" />
          <div>
            <p>{t("account.end-help", { name: holder.displayName })}</p>
            <div className="button-row">
              <Button size="sm" loading={end.busy} onClick={() => void end.run({ params })}>
                {t("account.end-now")}
              </Button>
              <Button variant="default" size="sm" onClick={() => setEnding(false)}>
                {t("common.cancel")}
              </Button>
            </div>
          </div>
        </div>
      )}
      <ProblemNote problem={reset.problem ?? end.problem} />
    </div>
  );
}
