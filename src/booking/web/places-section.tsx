// A drive that takes bookings: the board of slots, the places of one's own union, and the way to hold one more.
import { Button, Title } from "@mantine/core";
import { Link } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import type { DriveView } from "../../drive/schema.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { getPlaces } from "../contract.ts";
import { SLOT } from "./hold-form.tsx";
import { MyPlaces } from "./my-places.tsx";
import { PlacesBoard } from "./places-board.tsx";

interface PlacesSectionProps {
  readonly drive: DriveView;
  readonly unitId: string;
}

export function PlacesSection({ drive, unitId }: PlacesSectionProps) {
  const t = useT();
  const places = useRead(getPlaces, { params: { driveId: drive.id } });
  const holdAt = atUnit(unitId, "dot", drive.id, "giu-cho");
  const mayHold = drive.allowedActions.includes("booking.hold");
  return (
    <>
      <section className="card">
        <Title order={2} size="h3">
          {t("booking.places")}
        </Title>
        <Shown read={places} rows={3}>
          {({ slots, totals }) => (
            <>
              <p className="soft">{t("booking.places-total", totals)}</p>
              <PlacesBoard
                slots={slots}
                hrefOf={mayHold ? (slotId) => `${holdAt}?${SLOT}=${slotId}` : undefined}
              />
            </>
          )}
        </Shown>
      </section>
      <MyPlaces drive={drive} unitId={unitId} />
      {mayHold && (
        <div className="act-bar no-print">
          <Button component={Link} to={holdAt} leftSection={<Icon name="plus" />}>
            {t("booking.hold")}
          </Button>
        </div>
      )}
    </>
  );
}
