// Figures in one sentence, and the whole event apart from the union's.
import { Title } from "@mantine/core";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import type { Figures } from "../schema.ts";

/** "1.539 người đăng ký, 1.164 người đã hiến, …" */
export function useSentence(): (figures: Figures) => string {
  const t = useT();
  return ({ registered, donated, unitsHundredths, ml }) =>
    t("report.sentence", {
      registered: formatCount(registered),
      donated: formatCount(donated),
      units: formatHundredths(unitsHundredths),
      ml: formatCount(ml),
    });
}

export function WholeEvent({ figures }: { readonly figures: Figures }) {
  const t = useT();
  const sentence = useSentence();
  return (
    <section className="card report-event">
      <Title order={2} size="h3">
        {t("report.event")}
      </Title>
      <p className="report-sentence">{sentence(figures)}</p>
      <p className="soft">{t("report.event-lead")}</p>
    </section>
  );
}
