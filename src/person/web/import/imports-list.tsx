// Lists brought in before: each can be taken back while nothing depends on its people; else who and why.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { formatInstant } from "../../../platform/ui/figures.tsx";
import { type MessageKey, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useRead, type Write } from "../../../platform/ui/queries.ts";
import { ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import { getImport, listImports, type undoImport } from "../../contract/importing.ts";
import type { ImportRow } from "../../schema/importing.ts";
import { personPath } from "../paths.ts";

interface ImportsProps {
  readonly unitId: string;
  readonly undo: Write<typeof undoImport>;
}

export function ImportsList({ unitId, undo }: ImportsProps) {
  const t = useT();
  const read = useRead(listImports, { params: { unitId } });
  return (
    <Shown read={read} rows={1}>
      {({ items }) =>
        items.length > 0 && (
          <section>
            <h2 className="section-head">{t("person.imports")}</h2>
            <ul className="row-list">
              {items.map((item) => (
                <Imported key={item.id} unitId={unitId} item={item} undo={undo} />
              ))}
            </ul>
          </section>
        )
      }
    </Shown>
  );
}

function Imported({ unitId, item, undo }: ImportsProps & { readonly item: ImportRow }) {
  const t = useT();
  const tell = useNotice();
  const [refused, setRefused] = useState(false);
  const back = async (): Promise<void> => {
    const done = await undo.run({ params: { unitId, importId: item.id } });
    setRefused(done === undefined);
    if (done) tell({ text: t("person.import-undone") });
  };
  return (
    <li className="card">
      <p>
        <strong>{item.fileName}</strong> ·{" "}
        {t(item.undoneAt === null ? "person.imported" : "person.imported-undone", {
          count: item.people,
          at: formatInstant(item.undoneAt ?? item.importedAt),
        })}
      </p>
      {item.undoneAt === null && (
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="undo" />}
          loading={undo.busy}
          onClick={() => void back()}
        >
          {t("common.undo")}
        </Button>
      )}
      {refused && (
        <>
          <ProblemNote problem={undo.problem} />
          <InUse unitId={unitId} importId={item.id} />
        </>
      )}
    </li>
  );
}

function InUse({ unitId, importId }: { readonly unitId: string; readonly importId: string }) {
  const t = useT();
  const read = useRead(getImport, { params: { unitId, importId } });
  return (
    <Shown read={read} rows={1}>
      {({ inUse }) => (
        <ul>
          {inUse.map(({ personId, fullName, holders }) => (
            <li key={personId}>
              <Link className="person-link" to={personPath(unitId, personId)}>
                {fullName}
              </Link>
              : {holders.map((holder) => t(`person.held-by.${holder}` as MessageKey)).join(", ")}
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}
