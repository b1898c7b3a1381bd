// Who holds which office at a union, as of the asked day: delegations and handovers on top, terms on a line, then all.
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { formatDay, isDay } from "../../../platform/pure/calendar.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { Shown } from "../../../platform/ui/states.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import { unitHistory } from "../../../unit/contract/acts.ts";
import { unitPath } from "../../../unit/web/paths.ts";
import { listOfficeHolders } from "../../contract.ts";
import { standingOn } from "../../rules/terms.ts";
import type { OfficeHolder, OfficeHolders } from "../../schema/offices.ts";
import { CodeCards, type PrintedCode } from "../code-cards.tsx";
import { NewCodeForm } from "../new-code-form.tsx";
import { Delegations } from "./delegations.tsx";
import { Handovers } from "./handovers.tsx";
import { HolderRow, HolderWords } from "./holder-row.tsx";
import { TermLine } from "./term-line.tsx";

export function OfficersPage() {
  const t = useT();
  const today = useToday();
  const { unitId = "", shownId = unitId } = useParams();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("asOf") ?? "";
  const asOf = isDay(wanted) ? wanted : today;
  const ask = { params: { unitId: shownId }, query: { asOf, span: "all" as const } };
  const read = useRead(listOfficeHolders, ask, { keep: true });
  // The union's name on that day; of one that ended, its last.
  const life = useRead(unitHistory, { params: { unitId: shownId } }, { keep: true });
  const entries = life.data?.entries ?? [];
  const name = (
    entries.find(({ from, until }) => from <= asOf && (until === null || asOf <= until)) ?? entries.at(-1)
  )?.name;
  const goTo = (day: string): void => setSearch(day === "" || day === today ? {} : { asOf: day });
  const back = unitPath(unitId, shownId, asOf === today ? undefined : asOf);
  return (
    <Page
      title={t("account.officers")}
      lead={name}
      back={{ to: back, label: name ?? t("account.to-union") }}
      printable
    >
      <div className="as-of no-print">
        <DayInput
          key={asOf}
          label={t("account.as-of")}
          value={asOf}
          onChange={(day) => day !== "" && goTo(day)}
        />
        {asOf !== today && (
          <Button variant="default" onClick={() => goTo(today)}>
            {t("account.to-today")}
          </Button>
        )}
      </div>
      {asOf !== today && (
        <p className="note offices-day" role="status">
          <Icon name="clock" />
          {t("account.as-of-note", { day: formatDay(asOf) })}
        </p>
      )}
      <Shown read={read}>
        {(data) => <Offices data={data} unitId={shownId} unitName={name ?? ""} asOf={asOf} today={today} />}
      </Shown>
    </Page>
  );
}

interface OfficesCardProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function OfficesCard({ id, title, children }: OfficesCardProps) {
  return (
    <section className="card" aria-labelledby={id}>
      <h2 className="section-head" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface OfficesProps {
  readonly data: OfficeHolders;
  readonly unitId: string;
  readonly unitName: string;
  readonly asOf: string;
  readonly today: string;
}

function Offices({ data: { items, gives }, unitId, unitName, asOf, today }: OfficesProps) {
  const t = useT();
  const [codes, setCodes] = useState<readonly PrintedCode[]>([]);
  const add = (code: PrintedCode): void => setCodes((before) => [...before, code]);
  const kept = items.filter(({ removed }) => !removed);
  const at = (where: "past" | "running" | "coming") => kept.filter((one) => standingOn(one, asOf) === where);
  const running = at("running");
  const coming = at("coming");
  const others = [...at("past"), ...items.filter(({ removed }) => removed)];
  const now = asOf === today;
  const words = (holder: OfficeHolder) => (
    <div className="holder" key={holder.grantId}>
      <HolderWords holder={holder} />
    </div>
  );
  // On another day than today there is nothing to press: what is done is done from today on.
  const row = (holder: OfficeHolder) =>
    now ? (
      <HolderRow key={holder.grantId} holder={holder} unitId={unitId} unitName={unitName} onCode={add} />
    ) : (
      words(holder)
    );
  return (
    <div className="stack offices">
      {now && (
        <>
          <Delegations unitId={unitId} holders={running} />
          <Handovers unitId={unitId} />
        </>
      )}
      <OfficesCard
        id="holders"
        title={now ? t("account.holders-today") : t("account.holders-on", { day: formatDay(asOf) })}
      >
        {running.length === 0 && <p className="soft">{t("account.holders-none-then")}</p>}
        {running.map(row)}
        {now && gives.length > 0 && (
          <NewCodeForm unitId={unitId} unitName={unitName} roles={gives} onCode={add} />
        )}
        <CodeCards codes={codes} />
      </OfficesCard>
      {coming.length > 0 && (
        <OfficesCard id="coming" title={t("account.holders-coming")}>
          {coming.map(row)}
        </OfficesCard>
      )}
      {kept.length > 0 && (
        <OfficesCard id="line" title={t("account.line")}>
          <TermLine offices={kept} today={today} asOf={asOf} />
        </OfficesCard>
      )}
      {others.length > 0 && (
        <OfficesCard id="past" title={t("account.holders-past")}>
          {others.map(words)}
        </OfficesCard>
      )}
    </div>
  );
}
