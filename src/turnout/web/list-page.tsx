// The day's list on paper: numbered once, filled in by pen at the bed, typed back by number.
import { Button } from "@mantine/core";
import { useParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { getDrive } from "../../drive/contract.ts";
import { clockOf, dayWords } from "../../drive/web/words.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { EmptyState, ProblemNote, Shown, Skeletons } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { printList } from "../contract/typing.ts";
import { getTurnout, listOutcomes } from "../contract.ts";
import type { Donor } from "./outcomes.ts";
import { useEverybody } from "./use-typed.ts";
import { OUTCOMES, outcomeWord } from "./volumes.ts";

export function ListPage() {
  const t = useT();
  const today = useToday();
  const { placeId } = useActing();
  const { driveId = "" } = useParams();
  const drive = useRead(getDrive, { params: { driveId } });
  return (
    <Page
      title={t("turnout.list-title")}
      back={{ to: atUnit(placeId, "tiep-nhan", driveId), label: drive.data?.name ?? t("turnout.back") }}
      printable
    >
      <Shown read={drive}>
        {({ name, day, place }) => (
          <p className="list-of">
            <strong>{name}</strong> · {dayWords(t, day, today)} · {place}
          </p>
        )}
      </Shown>
      <List driveId={driveId} />
    </Page>
  );
}

function List({ driveId }: { readonly driveId: string }) {
  const t = useT();
  const tell = useNotice();
  const { donors, complete } = useEverybody(driveId);
  const number = useWrite(printList, {
    invalidates: [listOutcomes, getTurnout],
    onDone: ({ added }) => tell({ text: t("turnout.list-numbered", { added }) }),
  });
  if (!complete) return <Skeletons rows={6} />;
  if (donors.length === 0) {
    return (
      <EmptyState icon="people" title={t("turnout.empty-title")}>
        {t("turnout.list-empty")}
      </EmptyState>
    );
  }
  const without = donors.filter((donor) => donor.number === null).length;
  return (
    <>
      {without > 0 && (
        <div className="note no-print list-note">
          <p>{t("turnout.list-without", { count: without })}</p>
          <ProblemNote problem={number.problem} />
          <Button loading={number.busy} onClick={() => void number.run({ params: { driveId } })}>
            {t("turnout.list-number", { count: without })}
          </Button>
        </div>
      )}
      <p className="soft no-print">{t("turnout.list-lead")}</p>
      <div className="table-place">
        <table className="table paper-list">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t("turnout.list-no")}
              </th>
              <th scope="col">{t("turnout.list-time")}</th>
              <th scope="col">{t("turnout.list-name")}</th>
              <th scope="col">{t("turnout.list-born")}</th>
              <th scope="col">{t("turnout.unit")}</th>
              {OUTCOMES.map(({ volume }) => (
                <th key={volume} scope="col" className="paper-box">
                  {volume === 0 ? t("turnout.list-not") : outcomeWord(t, volume)}
                </th>
              ))}
              <th scope="col" className="paper-serial">
                {t("turnout.list-serial")}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...donors].sort(byNumber).map((donor) => (
              <tr key={donor.bookingId}>
                <td className="number">{donor.number ?? "–"}</td>
                <td>{clockOf(donor.startsAt)}</td>
                <th scope="row">{donor.fullName}</th>
                <td>{donor.birthYear ?? ""}</td>
                <td>{donor.unit.shortName}</td>
                {OUTCOMES.map(({ volume }) => (
                  <td key={volume} className="paper-box">
                    <span className="box" />
                  </td>
                ))}
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const byNumber = (a: Donor, b: Donor): number =>
  (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER);
