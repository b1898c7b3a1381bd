// The funnel drawn as bars that narrow: solid as far as it is certain, hatched where it is not. Each is said in words.
import type { CSSProperties } from "react";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { FunnelView } from "../../schema/funnel.ts";
import type { Step } from "./funnel-steps.ts";

export function FunnelPicture({
  steps,
  view,
}: {
  readonly steps: readonly Step[];
  readonly view: FunnelView;
}) {
  const t = useT();
  const most = Math.max(1, view.registered, ...steps.map(({ range }) => range.to));
  return (
    <ol className="funnel" style={{ "--most": most } as CSSProperties}>
      {steps.map(({ key, range: { from, to } }) => (
        <li key={key} className={`funnel-step funnel-${key}`}>
          <span className="funnel-word">{t(`target.funnel.step.${key}`)}</span>
          <span
            className="funnel-track"
            aria-hidden="true"
            style={{ "--from": from, "--to": to, "--have": view.registered } as CSSProperties}
          >
            <span className="funnel-maybe" />
            <span className="funnel-sure" />
            {key === "registered" && view.registered > 0 && <span className="funnel-have" />}
          </span>
          <strong className="figure">
            {from === to
              ? formatCount(from)
              : t("target.funnel.range", { from: formatCount(from), to: formatCount(to) })}
          </strong>
        </li>
      ))}
      {steps.some(({ range }) => range.from < range.to) && (
        <li className="funnel-key funnel-key-maybe soft">{t("target.funnel.maybe")}</li>
      )}
      {view.registered > 0 && (
        <li className="funnel-key soft">
          {t("target.funnel.have", { registered: formatCount(view.registered) })}
        </li>
      )}
    </ol>
  );
}
