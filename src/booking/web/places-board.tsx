// The slots of a drive as a board: free places in words with a bar. A full slot says what to do instead.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { clockOf } from "../../drive/web/words.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import type { UnitSlot } from "../schema/unit-places.ts";
import { nearestFree } from "./free-places.ts";

interface PlacesBoardProps {
  readonly slots: readonly UnitSlot[];
  /** Where a free slot leads; absent where nobody may hold. */
  readonly hrefOf: ((slotId: string) => string) | undefined;
}

const NOON = "12:00";

export function PlacesBoard({ slots, hrefOf }: PlacesBoardProps) {
  const t = useT();
  const [asked, setAsked] = useState<string>();
  const ordered = [...slots].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const halves = [
    { word: t("booking.morning"), slots: ordered.filter(({ startsAt }) => clockOf(startsAt) < NOON) },
    { word: t("booking.afternoon"), slots: ordered.filter(({ startsAt }) => clockOf(startsAt) >= NOON) },
  ].filter((half) => half.slots.length > 0);
  return (
    <div className="places">
      {halves.map(({ word, slots: half }) => (
        <section key={word} aria-label={word}>
          <h3>{word}</h3>
          <ul className="places-grid">
            {half.map((slot) => (
              <li key={slot.slotId}>
                <Slot
                  slot={slot}
                  href={hrefOf?.(slot.slotId)}
                  onFull={() => setAsked(slot.slotId)}
                  open={asked === slot.slotId}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div role="status">
        {asked !== undefined && <FullAdvice slots={ordered} slotId={asked} hrefOf={hrefOf} />}
      </div>
    </div>
  );
}

interface SlotProps {
  readonly slot: UnitSlot;
  readonly href: string | undefined;
  readonly onFull: () => void;
  readonly open: boolean;
}

function Slot({ slot, href, onFull, open }: SlotProps) {
  const t = useT();
  const { free } = slot;
  const time = clockOf(slot.startsAt);
  const face = (
    <>
      <span className="place-time">{time}</span>
      <span className="place-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (slot.booked / Math.max(1, slot.capacity)) * 100)}%` }} />
      </span>
      <span className="place-words">
        <strong>{free > 0 ? t("booking.free", { free }) : t("booking.full")}</strong>
        <span>{t("booking.taken-of", { booked: slot.booked, capacity: slot.capacity })}</span>
      </span>
    </>
  );
  if (free === 0) {
    return (
      <button type="button" className="place place-full" onClick={onFull} aria-expanded={open}>
        {face}
      </button>
    );
  }
  if (href === undefined) return <div className="place">{face}</div>;
  return (
    <Link className="place" to={href}>
      {face}
      <span className="off-screen">{t("booking.hold-here", { time })}</span>
    </Link>
  );
}

interface FullAdviceProps {
  readonly slots: readonly UnitSlot[];
  readonly slotId: string;
  readonly hrefOf: ((slotId: string) => string) | undefined;
}

/** What to do about a full slot. */
export function FullAdvice({ slots, slotId, hrefOf }: FullAdviceProps) {
  const t = useT();
  const full = slots.find((slot) => slot.slotId === slotId);
  if (full === undefined || full.free > 0) return null;
  const near = nearestFree(slots, full);
  const time = clockOf(full.startsAt);
  const nearTime = near === undefined ? "" : clockOf(near.startsAt);
  return (
    <div className="note">
      <Icon name="alarm" />
      <div>
        <p>
          {near === undefined
            ? t("booking.full-advice-none", { time })
            : t("booking.full-advice-near", { time, near: nearTime, free: near.free })}
        </p>
        {near !== undefined && hrefOf !== undefined && (
          <Button component={Link} to={hrefOf(near.slotId)} mt="xs">
            {t("booking.full-take-near", { near: nearTime })}
          </Button>
        )}
      </div>
    </div>
  );
}
