// Holds a place for a member: who, when, then the link to send.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { getDrive } from "../../drive/contract.ts";
import type { DriveView } from "../../drive/schema.ts";
import { clockOf, dayWords } from "../../drive/web/words.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { formatInstant } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { type Held, HoldForm } from "./hold-form.tsx";
import { LinkCard } from "./link-card.tsx";

export function HoldPage() {
  const t = useT();
  const { placeId } = useActing();
  const { driveId = "" } = useParams();
  const drive = useRead(getDrive, { params: { driveId } });
  const [held, setHeld] = useState<Held>();
  const back = atUnit(placeId, "dot", driveId);
  return (
    <Page
      title={
        held
          ? t(held.until === null ? "booking.queue.joined-title" : "booking.held-title", {
              name: held.name,
            })
          : t("booking.hold-title")
      }
      {...(!held && { lead: t("booking.hold-lead") })}
      back={{ to: back, label: drive.data?.name ?? t("drive.back-to-list") }}
    >
      <Shown read={drive}>
        {(found) =>
          held ? (
            <HeldPlace drive={found} held={held} back={back} onAgain={() => setHeld(undefined)} />
          ) : found.allowedActions.includes("booking.hold") ? (
            <HoldForm drive={found} unitId={placeId} onHeld={setHeld} />
          ) : (
            <p className="note">
              <Icon name="alarm" />
              {t("booking.hold-too-late")}
            </p>
          )
        }
      </Shown>
    </Page>
  );
}

interface HeldPlaceProps {
  readonly drive: DriveView;
  readonly held: Held;
  readonly back: string;
  readonly onAgain: () => void;
}

function HeldPlace({ drive, held, back, onAgain }: HeldPlaceProps) {
  const t = useT();
  const today = useToday();
  const words = {
    time: held.startsAt === null ? "" : clockOf(held.startsAt),
    day: dayWords(t, drive.day, today),
  };
  const textOf = (link: string): string =>
    t("booking.queue.text", { drive: drive.name, day: formatDay(drive.day), place: drive.place, link });
  return (
    <>
      <p className="note note-done" role="status">
        <Icon name="check" />
        {held.until === null
          ? t("booking.queue.joined")
          : t("booking.held-lead", { ...words, until: formatInstant(held.until) })}
      </p>
      <LinkCard
        drive={drive}
        startsAt={held.startsAt}
        link={held.link}
        {...(held.until === null && { text: textOf })}
      />
      <div className="button-row held-acts">
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={onAgain}>
          {t("booking.hold-again")}
        </Button>
        <Button variant="default" component={Link} to={back}>
          {t("booking.hold-done")}
        </Button>
      </div>
    </>
  );
}
