// The rota: sessions and stations with who stands there; a station without anybody says so.
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { newId } from "../../../platform/pure/ids.ts";
import { addressOf } from "../../../platform/ui/client.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import { dropTeamMember, getTeam, putTeamMember } from "../../contract/day.ts";
import { rotaSheet } from "../../contract/papers.ts";
import { STATIONS, type Station } from "../../rules/rota.ts";
import { type DriveTeam, StationName, type TeamMember } from "../../schema/team.ts";
import type { DriveView } from "../../schema.ts";
import { clockOf } from "../words.ts";

export function Team({ drive }: { readonly drive: DriveView }) {
  const t = useT();
  const params = { driveId: drive.id };
  const read = useRead(getTeam, { params });
  return (
    <Shown read={read}>
      {(team) => (
        <>
          <Rota drive={drive} team={team} />
          {team.allowedActions.includes("drive.put-team-member") && <MemberForm drive={drive} team={team} />}
          <div className="button-row no-print">
            <Button
              component="a"
              href={addressOf(rotaSheet, { params })}
              download
              variant="default"
              leftSection={<Icon name="print" />}
            >
              {t("drive.team.print")}
            </Button>
          </div>
        </>
      )}
    </Shown>
  );
}

const spanOf = ({ startsAt, endsAt }: DriveTeam["sessions"][number]): string =>
  `${clockOf(startsAt)}–${clockOf(endsAt)}`;

function Rota({ drive, team }: { readonly drive: DriveView; readonly team: DriveTeam }) {
  const t = useT();
  const drop = useWrite(dropTeamMember, { invalidates: [getTeam] });
  const may = team.allowedActions.includes("drive.drop-team-member");
  const at = (sessionId: string, station: Station): readonly TeamMember[] =>
    team.members.filter(
      (one) => one.station === station && (one.sessionId === null || one.sessionId === sessionId),
    );
  return (
    <div className="table-place">
      <ProblemNote problem={drop.problem} />
      <table className="table card-table">
        <caption>
          {team.gaps.length === 0
            ? t("drive.team.complete")
            : t("drive.team.gaps", { count: team.gaps.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("drive.team.station")}</th>
            {team.sessions.map((session) => (
              <th key={session.id} scope="col">
                {spanOf(session)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STATIONS.map((station) => (
            <tr key={station}>
              <th scope="row">{t(`drive.team.at.${station}`)}</th>
              {team.sessions.map((session) => {
                const members = at(session.id, station);
                const isGap = team.gaps.some(
                  (gap) => gap.station === station && gap.sessionId === session.id,
                );
                return (
                  <td key={session.id} data-label={spanOf(session)}>
                    {isGap && <StateChip state="missing" word={t("drive.team.nobody")} />}
                    <ul className="rota-names">
                      {members.map((one) => (
                        <li key={one.id}>
                          <span>
                            {one.displayName}
                            {one.hasDesk && <span className="soft"> {t("drive.team.has-desk")}</span>}
                          </span>
                          {may && (
                            <Button
                              variant="subtle"
                              size="sm"
                              className="no-print"
                              aria-label={t("drive.team.drop", { name: one.displayName })}
                              loading={drop.busy}
                              onClick={() =>
                                void drop.run({ params: { driveId: drive.id, memberId: one.id } })
                              }
                            >
                              <Icon name="close" size={16} />
                            </Button>
                          )}
                        </li>
                      ))}
                    </ul>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MemberForm({ drive, team }: { readonly drive: DriveView; readonly team: DriveTeam }) {
  const t = useT();
  const [memberId, setMemberId] = useState(newId);
  const [station, setStation] = useState<Station>(team.gaps[0]?.station ?? "reception");
  const [sessionId, setSessionId] = useState("");
  const [displayName, setName] = useState("");
  const [login, setLogin] = useState("");
  const [tried, setTried] = useState(false);
  const put = useWrite(putTeamMember, {
    invalidates: [getTeam],
    onDone: () => {
      setMemberId(newId());
      setName("");
      setLogin("");
      setTried(false);
    },
  });
  const nameless = displayName.trim() === "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (nameless) return;
    void put.run({
      params: { driveId: drive.id, memberId },
      body: {
        sessionId: sessionId === "" ? null : sessionId,
        station,
        displayName,
        login: login.trim() === "" ? null : login.trim(),
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate className="form no-print">
      <div className="form-pair">
        <NativeSelect
          label={t("drive.team.station")}
          value={station}
          onChange={(event) => setStation(StationName.parse(event.currentTarget.value))}
          data={STATIONS.map((value) => ({ value, label: t(`drive.team.at.${value}`) }))}
        />
        <NativeSelect
          label={t("drive.team.session")}
          value={sessionId}
          onChange={(event) => setSessionId(event.currentTarget.value)}
          data={[
            { value: "", label: t("drive.team.whole-day") },
            ...team.sessions.map((session) => ({ value: session.id, label: spanOf(session) })),
          ]}
        />
      </div>
      <TextInput
        label={t("drive.team.name")}
        maxLength={120}
        value={displayName}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && nameless ? t("drive.team.name-empty") : undefined}
      />
      <TextInput
        label={t("drive.team.login")}
        description={t("drive.team.login-help")}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      <ProblemNote problem={put.problem} />
      <Button type="submit" variant="default" loading={put.busy} leftSection={<Icon name="plus" />}>
        {t("drive.team.put")}
      </Button>
    </form>
  );
}
