// Beside the tree: who holds which role at a unit today, with the page of its officers one press away.
import { useState } from "react";
import { Link } from "react-router";
import { useT } from "../../platform/ui/i18n.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { ProblemNote, Skeletons } from "../../platform/ui/states.tsx";
import { listOfficeHolders } from "../contract.ts";
import { CodeCards, type PrintedCode } from "./code-cards.tsx";
import { NewCodeForm } from "./new-code-form.tsx";
import { HolderWords } from "./offices/holder-row.tsx";
import { officersPath } from "./paths.ts";
import { useActing } from "./session.tsx";

interface OfficeHoldersProps {
  readonly unitId: string;
  readonly unitName: string;
}

export function OfficeHolders({ unitId, unitName }: OfficeHoldersProps) {
  const t = useT();
  const { placeId } = useActing();
  const [codes, setCodes] = useState<readonly PrintedCode[]>([]);
  const read = useRead(listOfficeHolders, { params: { unitId } });
  // Nobody here may see them: a unit beside or above one's own.
  if (read.error?.code === "forbidden") return null;
  const add = (code: PrintedCode): void => setCodes((before) => [...before, code]);
  const gives = read.data?.gives ?? [];
  return (
    <section className="card" aria-labelledby="holders">
      <h2 className="section-head" id="holders">
        {t("account.holders")}
      </h2>
      <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
      {read.isPending && <Skeletons rows={2} />}
      {read.data?.items.length === 0 && <p className="soft">{t("account.holders-none")}</p>}
      {read.data?.items.map((holder) => (
        <div className="holder" key={holder.grantId}>
          <HolderWords holder={holder} />
        </div>
      ))}
      {gives.length > 0 && <NewCodeForm unitId={unitId} unitName={unitName} roles={gives} onCode={add} />}
      <CodeCards codes={codes} />
      {read.data && (
        <p className="no-print">
          <Link to={officersPath(placeId, unitId)}>{t("account.to-officers")}</Link>
        </p>
      )}
    </section>
  );
}
