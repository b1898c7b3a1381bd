// A member's link to confirm their place: words to paste, and a QR code for a phone held beside this one.
import { TextInput } from "@mantine/core";
import { type ComponentProps, lazy, Suspense } from "react";
import type { DriveRow } from "../../drive/schema.ts";
import { clockOf } from "../../drive/web/words.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { CopyButton } from "../../platform/ui/copy-button.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import type { Qr as QrCode } from "../../platform/ui/qr.tsx";

/** The words to paste do the same: without the picture the card still serves. */
const Nothing = (_: ComponentProps<typeof QrCode>) => <span />;
const Qr = lazy(async () => {
  try {
    return { default: (await import("../../platform/ui/qr.tsx")).Qr };
  } catch {
    return { default: Nothing };
  }
});

interface LinkCardProps {
  readonly drive: DriveRow;
  /** The slot; null where there is none yet. */
  readonly startsAt: string | null;
  /** As the server gave it: an address, or a path on this site. */
  readonly link: string;
  /** Other words to paste, e.g. the server's own. */
  readonly text?: string | ((address: string) => string);
}

export function LinkCard({ drive, startsAt, link, text }: LinkCardProps) {
  const t = useT();
  const address = new URL(link, window.location.origin).href;
  const words =
    (typeof text === "function" ? text(address) : text) ??
    t("booking.link-text", {
      drive: drive.name,
      time: startsAt === null ? "" : clockOf(startsAt),
      day: formatDay(drive.day),
      place: drive.place,
      link: address,
    });
  return (
    <div className="link-card">
      <div className="link-card-qr">
        <Suspense fallback={<div className="qr" />}>
          <Qr text={address} label={t("booking.link-qr")} />
        </Suspense>
        <p className="soft">{t("booking.link-qr")}</p>
      </div>
      <div className="form">
        <p className="link-card-words">{words}</p>
        <CopyButton text={words} variant="filled" />
        <TextInput
          label={t("booking.link")}
          description={t("booking.link-alone")}
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={address} label={t("booking.link-only")} />
      </div>
    </div>
  );
}
