// What an administrator does about one request: acknowledge, look, do what is asked, or refuse with a reason.
import { Button, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { isDay } from "../../../platform/pure/calendar.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import { acknowledgeRequest, endRequest, getRequestData, listRequests } from "../../contract/requests.ts";
import type { DataRequestRow } from "../../schema/requests.ts";
import type { PersonChange } from "../../schema.ts";

interface WorkProps {
  readonly unitId: string;
  readonly request: DataRequestRow;
}

export function RequestWork({ unitId, request }: WorkProps) {
  const t = useT();
  const tell = useNotice();
  const params = { unitId, requestId: request.id };
  const [looking, setLooking] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const [sure, setSure] = useState(false);
  const [answer, setAnswer] = useState("");
  const [change, setChange] = useState<PersonChange>({});
  const acknowledge = useWrite(acknowledgeRequest, { invalidates: [listRequests] });
  const end = useWrite(endRequest, {
    invalidates: [listRequests],
    onDone: () => tell({ text: t("person.request-ended-notice") }),
  });
  const finish = (outcome: "done" | "refused", withPlaces = false): void =>
    void end.run({
      params,
      body: {
        outcome,
        answer,
        withPlaces,
        ...(request.kind === "correct" && outcome === "done" && { change }),
      },
    });
  const placesRun = end.problem?.code === "places-running";
  return (
    <Stack gap="md" className="request-work">
      <p>{t(`person.request-help.${request.kind}`)}</p>
      {request.acknowledgedAt === null && (
        <Button variant="default" loading={acknowledge.busy} onClick={() => void acknowledge.run({ params })}>
          {t("person.request-acknowledge")}
        </Button>
      )}
      <ProblemNote problem={acknowledge.problem} />
      <button type="button" className="text-button" onClick={() => setLooking(!looking)}>
        {t(looking ? "person.request-look-no-more" : "person.request-look")}
      </button>
      {looking && <Known unitId={unitId} requestId={request.id} />}
      {request.kind === "correct" && <Correction change={change} onChange={setChange} />}
      {(refusing || request.kind === "access") && (
        <Textarea
          label={t(refusing ? "person.request-why" : "person.request-answer")}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
          maxLength={500}
          autosize
        />
      )}
      <ProblemNote problem={end.problem} />
      <div className="button-row">
        {refusing ? (
          <Button loading={end.busy} disabled={answer.trim() === ""} onClick={() => finish("refused")}>
            {t("person.request-refuse")}
          </Button>
        ) : request.kind === "delete" && !sure ? (
          <Button onClick={() => setSure(true)}>{t("person.request-do.delete")}</Button>
        ) : (
          <Button
            loading={end.busy}
            disabled={request.kind === "correct" && Object.keys(change).length === 0}
            onClick={() => finish("done", placesRun)}
          >
            {t(
              placesRun
                ? "person.request-delete-with-places"
                : sure
                  ? "person.request-delete-sure"
                  : `person.request-do.${request.kind}`,
            )}
          </Button>
        )}
        <Button
          variant="default"
          onClick={() => {
            setRefusing(!refusing && !sure);
            setSure(false);
          }}
        >
          {t(refusing || sure ? "common.cancel" : "person.request-refuse-open")}
        </Button>
      </div>
      {sure && <p className="note note-plain">{t("person.request-delete-warning")}</p>}
    </Stack>
  );
}

function Known({ unitId, requestId }: { readonly unitId: string; readonly requestId: string }) {
  const read = useRead(getRequestData, { params: { unitId, requestId } });
  return (
    <Shown read={read} rows={2}>
      {({ items }) => (
        <dl className="known-data">
          {items.flatMap(({ holder, lines }, group) =>
            lines.map(({ label, value }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are told in order and may be alike
              <div key={`${holder}${group}-${at}`}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            )),
          )}
        </dl>
      )}
    </Shown>
  );
}

/** Only what is to be put right is filled in; the rest stays. */
function Correction({
  change,
  onChange,
}: {
  readonly change: PersonChange;
  readonly onChange: (change: PersonChange) => void;
}) {
  const t = useT();
  const [born, setBorn] = useState("");
  const set = (field: "fullName" | "phone" | "email", text: string): void => {
    const { [field]: _, ...rest } = change;
    onChange(text.trim() === "" ? rest : { ...rest, [field]: text });
  };
  return (
    <>
      <TextInput
        label={t("person.column-name")}
        value={change.fullName ?? ""}
        onChange={(event) => set("fullName", event.currentTarget.value)}
        autoComplete="off"
      />
      <DayInput
        label={t("person.birth-date")}
        value={born}
        onChange={(day) => {
          setBorn(day);
          const { birthDate: _, ...rest } = change;
          onChange(isDay(day) ? { ...rest, birthDate: day } : rest);
        }}
      />
      <TextInput
        label={t("person.phone")}
        inputMode="tel"
        value={change.phone ?? ""}
        onChange={(event) => set("phone", event.currentTarget.value)}
        autoComplete="off"
      />
      <TextInput
        label={t("person.email")}
        inputMode="email"
        value={change.email ?? ""}
        onChange={(event) => set("email", event.currentTarget.value)}
        autoComplete="off"
      />
    </>
  );
}
