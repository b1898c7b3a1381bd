// A drive's hours as bars, before and after the next wave, with the figures beside: on a screen, a phone and paper.
import { clockOf } from "../../drive/web/words.ts";
import { Count } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import type { RecallSlot } from "../schema.ts";

const PARTS = ["taken", "asked", "proposed"] as const;

/** The same patterns as on the host's board (booking/web/board/board.css): taken, held, kept, free. */
const PATTERNS = {
  taken: "board-part board-confirmed",
  asked: "board-part board-held",
  proposed: "board-part board-kept",
  free: "board-part board-free",
} as const;

export function SpreadPicture({ slots }: { readonly slots: readonly RecallSlot[] }) {
  const t = useT();
  const most = Math.max(1, ...slots.map(({ capacity }) => capacity));
  return (
    <section className="card" aria-labelledby="recall-picture">
      <h2 className="section-head" id="recall-picture">
        {t("recall.picture")}
      </h2>
      <p className="soft">{t("recall.picture-note")}</p>
      <ul className="board-legend" aria-hidden="true">
        {[...PARTS, "free" as const].map((part) => (
          <li key={part}>
            <span className={PATTERNS[part]} />
            {t(`recall.part.${part}`)}
          </li>
        ))}
      </ul>
      <div className="table-place">
        <table className="table card-table board-table">
          <thead>
            <tr>
              <th scope="col">{t("recall.col.time")}</th>
              <th scope="col" className="board-picture-head">
                {t("recall.col.picture")}
              </th>
              {PARTS.map((part) => (
                <th scope="col" key={part} className="number">
                  {t(`recall.col.${part}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t("recall.col.capacity")}
              </th>
            </tr>
          </thead>
          <tbody>
            {slots.map((slot) => (
              <tr key={slot.slotId}>
                <th scope="row" className="figure">
                  {clockOf(slot.startsAt)}
                </th>
                <td className="board-picture">
                  <Bar slot={slot} of={most} />
                </td>
                {PARTS.map((part) => (
                  <td
                    key={part}
                    className={`number${slot[part] === 0 ? " says-nothing" : ""}`}
                    data-label={t(`recall.col.${part}`)}
                  >
                    <Count value={slot[part]} />
                  </td>
                ))}
                <td className="number" data-label={t("recall.col.capacity")}>
                  <Count value={slot.capacity} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** All bars have one scale: `of` places are the whole width. */
function Bar({ slot, of }: { readonly slot: RecallSlot; readonly of: number }) {
  const t = useT();
  const { taken, asked, proposed, capacity } = slot;
  const free = capacity - taken - asked - proposed;
  const words = { time: clockOf(slot.startsAt), taken, asked, proposed, capacity };
  return (
    <div className="board-bar" role="img" aria-label={t("recall.bar", words)}>
      {PARTS.filter((part) => slot[part] > 0).map((part) => (
        <span key={part} className={PATTERNS[part]} style={{ width: `${(slot[part] / of) * 100}%` }} />
      ))}
      {free > 0 && <span className={PATTERNS.free} style={{ width: `${(free / of) * 100}%` }} />}
    </div>
  );
}
