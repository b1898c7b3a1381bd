// On the day: somebody comes without a place. The way to the form, closed until it is needed.
import { Button, Title } from "@mantine/core";
import { useState } from "react";
import type { DriveView } from "../../../drive/schema.ts";
import type { AnyContract } from "../../../platform/contract/contract.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { getPlaces } from "../../contract.ts";
import { type Listed, WalkInForm } from "./walk-in-form.tsx";

interface WalkInCardProps {
  readonly drive: DriveView;
  /** Who is on the list already, as far as the reader knows names. */
  readonly listed?: readonly Listed[];
  /** What else is asked anew when somebody was added. */
  readonly invalidates?: readonly AnyContract[];
  readonly onAdded?: (bookingId: string) => void;
}

/** Nothing before or after the day, or for whom it is not to do. */
export function WalkInCard({ drive, ...form }: WalkInCardProps) {
  const t = useT();
  const may = drive.allowedActions.includes("booking.walk-in");
  const [open, setOpen] = useState(false);
  const places = useRead(getPlaces, { params: { driveId: drive.id } }, { enabled: may });
  if (!may) return null;
  return (
    <section className="card walk-in no-print" aria-labelledby="walk-in">
      <Title order={2} size="h3" id="walk-in">
        {t("booking.walk-in.title")}
      </Title>
      <p className="soft">{t("booking.walk-in.lead")}</p>
      {places.data?.walkInSlotId === null && (
        <p className="note">
          <Icon name="alarm" />
          {t("booking.walk-in.full")}
        </p>
      )}
      <div className="button-row">
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          disabled={places.data === undefined}
          onClick={() => setOpen(true)}
        >
          {t("booking.walk-in.open")}
        </Button>
      </div>
      {open && places.data && (
        <WalkInForm drive={drive} places={places.data} {...form} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}
