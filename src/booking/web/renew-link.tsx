// A new link for a place: the old one cannot be shown again, so it is said first that it will stop working.
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import type { DriveRow } from "../../drive/schema.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { renewLink } from "../contract.ts";
import type { BookingRow } from "../schema.ts";
import { LinkCard } from "./link-card.tsx";

interface RenewLinkProps {
  readonly drive: DriveRow;
  readonly unitId: string;
  readonly booking: Pick<BookingRow, "id" | "fullName" | "startsAt">;
  readonly onClose: () => void;
}

export function RenewLink({ drive, unitId, booking, onClose }: RenewLinkProps) {
  const t = useT();
  const [made, setMade] = useState<{ link: string; text: string }>();
  const renew = useWrite(renewLink, { onDone: setMade });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("booking.renew-title", { name: booking.fullName })}
      closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
    >
      {made ? (
        <LinkCard drive={drive} startsAt={booking.startsAt} link={made.link} text={made.text} />
      ) : (
        <div className="form">
          <p>{t("booking.renew-lead")}</p>
          <ProblemNote problem={renew.problem} />
          <Button
            data-autofocus
            loading={renew.busy}
            onClick={() => void renew.run({ params: { unitId, bookingId: booking.id } })}
          >
            {t("booking.renew-do")}
          </Button>
        </div>
      )}
    </Modal>
  );
}
