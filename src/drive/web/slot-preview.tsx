// The slots of a plan as they will be, while it is typed.
import { Title } from "@mantine/core";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import type { Preview } from "./plan-form.ts";

export function SlotPreview({ preview }: { readonly preview: Preview }) {
  const t = useT();
  return (
    <section className="card form" aria-live="polite">
      <Title order={2} size="h3">
        {t("drive.plan.preview")}
      </Title>
      {preview.sessions.map(({ number, wrong, perSlot, starts, restMinutes }) =>
        wrong !== undefined ? (
          <p key={number} className="note">
            <Icon name="alarm" />
            {t(wrong === "fields" ? "drive.plan.preview-fields" : "drive.plan.preview-wrong", { number })}
          </p>
        ) : (
          <div key={number}>
            <p>
              {t("drive.plan.preview-session", {
                number,
                slots: starts.length,
                perSlot,
                places: starts.length * perSlot,
              })}
            </p>
            <ul className="slot-chips">
              {starts.map((start) => (
                <li key={start}>{start}</li>
              ))}
            </ul>
            {restMinutes > 0 && (
              <p className="soft">{t("drive.plan.preview-rest", { minutes: restMinutes })}</p>
            )}
          </div>
        ),
      )}
      <p className="slot-total">
        <strong>{t("drive.plan.preview-total", { places: preview.places, slots: preview.slots })}</strong>
      </p>
    </section>
  );
}
