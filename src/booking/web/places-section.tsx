// A drive that takes bookings: the board of slots, the places of one's own union, and the way to hold one more.
import { Button, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { DriveView } from "../../drive/schema.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { getUnitPlaces } from "../contract/unit-places.ts";
import { getPlaces } from "../contract.ts";
import { SLOT } from "./hold-form.tsx";
import { KeptForUs } from "./kept-for-us.tsx";
import { WaitingList } from "./lists/waiting-list.tsx";
import { MyPlaces } from "./my-places.tsx";
import { callsPath, holdPath, signedPath } from "./paths.ts";
import { PlacesBoard } from "./places-board.tsx";

interface PlacesSectionProps {
  readonly drive: DriveView;
  readonly unitId: string;
  /** Ways on to what others do with the places, beside those to this drive's own lists. */
  readonly children?: ReactNode;
}

export function PlacesSection({ drive, unitId, children }: PlacesSectionProps) {
  const t = useT();
  const counts = useRead(getPlaces, { params: { driveId: drive.id } });
  const places = useRead(getUnitPlaces, { params: { unitId, driveId: drive.id } });
  const holdAt = holdPath(unitId, drive.id);
  const mayHold = drive.allowedActions.includes("booking.hold");
  const full = places.data?.slots.every(({ free }) => free === 0) ?? false;
  return (
    <>
      <section className="card">
        <Title order={2} size="h3">
          {t("booking.places")}
        </Title>
        {counts.data && <p className="soft">{t("booking.places-total", counts.data.totals)}</p>}
        <Shown read={places} rows={3}>
          {(found) => (
            <>
              <PlacesBoard
                slots={found.slots}
                hrefOf={mayHold ? (slotId) => `${holdAt}?${SLOT}=${slotId}` : undefined}
              />
              <KeptForUs places={found} />
            </>
          )}
        </Shown>
      </section>
      <MyPlaces drive={drive} unitId={unitId} />
      <WaitingList driveId={drive.id} unitId={unitId} />
      <div className="button-row my-lists no-print">
        <Button variant="default" component={Link} to={callsPath(unitId, drive.id)}>
          {t("booking.call.link")}
        </Button>
        <Button variant="default" component={Link} to={signedPath(unitId, drive.id)}>
          {t("booking.sign.link")}
        </Button>
        {children}
      </div>
      {mayHold && (
        <div className="act-bar no-print">
          <Button component={Link} to={holdAt} leftSection={<Icon name="plus" />}>
            {t(full ? "booking.queue.join" : "booking.hold")}
          </Button>
        </div>
      )}
    </>
  );
}
