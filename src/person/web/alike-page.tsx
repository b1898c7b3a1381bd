// Entries that may be one person, side by side: the same, or two people. What was merged can be taken back.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { formatDay } from "../../platform/pure/calendar.ts";
import { newId } from "../../platform/pure/ids.ts";
import { formatInstant } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useReadPages, useWrite } from "../../platform/ui/queries.ts";
import { EmptyState, ErrorState, LoadMore, ProblemNote, Skeletons } from "../../platform/ui/states.tsx";
import { judgeAlike, listAlike, undoMerge } from "../contract/duplicates.ts";
import { listPeople } from "../contract.ts";
import type { Alike, AlikePair } from "../schema/duplicates.ts";
import { peoplePath, personPath } from "./paths.ts";

export function AlikePage() {
  const t = useT();
  const { placeId: unitId } = useActing();
  const pages = useReadPages(listAlike, { params: { unitId } }, { passEmpty: true });
  const { items, first } = pages;
  const undo = useWrite(undoMerge, { invalidates: [listAlike, listPeople] });
  return (
    <Page
      title={t("person.alike-title")}
      lead={t("person.alike-lead")}
      back={{ to: peoplePath(unitId), label: t("person.title") }}
    >
      {items === undefined &&
        (pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons />)}
      {items?.length === 0 && (
        <EmptyState icon="check" title={t("person.alike-none")}>
          {t("person.alike-none-help")}
        </EmptyState>
      )}
      {items?.map((pair) => (
        <Pair key={`${pair.a.personId}${pair.b.personId}`} unitId={unitId} pair={pair} />
      ))}
      <LoadMore pages={pages} />
      {first !== undefined && first.merged.length > 0 && (
        <section>
          <h2 className="section-head">{t("person.merged")}</h2>
          <ProblemNote problem={undo.problem} />
          <ul className="row-list">
            {first.merged.map((merge) => (
              <li key={merge.id} className="card">
                <p>
                  <Link className="person-link" to={personPath(unitId, merge.oneId)}>
                    {merge.fullName}
                  </Link>{" "}
                  = {merge.otherName} · {formatInstant(merge.mergedAt)}
                </p>
                <Button
                  variant="default"
                  size="sm"
                  leftSection={<Icon name="undo" />}
                  loading={undo.busy}
                  onClick={() => void undo.run({ params: { unitId, mergeId: merge.id } })}
                >
                  {t("person.merge-undo")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function Pair({ unitId, pair }: { readonly unitId: string; readonly pair: AlikePair }) {
  const t = useT();
  const tell = useNotice();
  const undo = useWrite(undoMerge, { invalidates: [listAlike, listPeople] });
  const judge = useWrite(judgeAlike, {
    invalidates: [listAlike, listPeople],
    onDone: ({ id }, { body }) =>
      tell(
        body.answer === "same"
          ? {
              text: t("person.merge-done", { name: pair.a.fullName }),
              undo: () => void undo.run({ params: { unitId, mergeId: id } }),
            }
          : { text: t("person.different-done") },
      ),
  });
  const answer = (said: "same" | "different"): void =>
    void judge.run({
      params: { unitId },
      body: { id: newId(), oneId: pair.a.personId, otherId: pair.b.personId, answer: said },
    });
  return (
    <section className="card" aria-label={pair.a.fullName}>
      <p className="soft">{t(`person.alike-why.${pair.why}`)}</p>
      <div className="alike-pair">
        <Entry unitId={unitId} entry={pair.a} />
        <Entry unitId={unitId} entry={pair.b} />
      </div>
      <ProblemNote problem={judge.problem} />
      <div className="button-row">
        <Button loading={judge.busy} onClick={() => answer("same")}>
          {t("person.alike-same")}
        </Button>
        <Button variant="default" disabled={judge.busy} onClick={() => answer("different")}>
          {t("person.alike-different")}
        </Button>
      </div>
    </section>
  );
}

function Entry({ unitId, entry }: { readonly unitId: string; readonly entry: Alike }) {
  const t = useT();
  const born = entry.birthDate === null ? entry.birthYear : formatDay(entry.birthDate);
  return (
    <dl className="alike-entry">
      <dt>{t("person.column-name")}</dt>
      <dd>
        <Link className="person-link" to={personPath(unitId, entry.personId)}>
          {entry.fullName}
        </Link>
      </dd>
      <dt>{t("person.birth-date")}</dt>
      <dd className="figure">{born ?? t("common.blank")}</dd>
      <dt>{t("person.phone")}</dt>
      <dd className="figure">{entry.phone ?? t("common.blank")}</dd>
      <dt>{t("person.column-unit")}</dt>
      <dd>
        {t(`person.relation.${entry.relation}`)} · {entry.unitName}
      </dd>
      <dt>{t("person.source")}</dt>
      <dd>{t(`person.source.${entry.source}`, { at: formatInstant(entry.addedAt) })}</dd>
    </dl>
  );
}
