// Comments of the level above, newest first, each with the figure it is about.
import { Title } from "@mantine/core";
import { formatInstant } from "../../platform/ui/figures.tsx";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { FIGURES, readFigure } from "./commented-figure.ts";
import { useLineName } from "./report-table.tsx";
import type { Reported } from "./reported.ts";

export function Comments({ report }: { readonly report: Reported }) {
  const t = useT();
  const nameOf = useLineName();
  if (report.comments.length === 0) return null;
  const figureWords = (kept: string): string => {
    const { figure, unitId } = readFigure(kept);
    // A comment kept in other words than this screen's is shown as it is.
    if (!(FIGURES as readonly string[]).includes(figure)) return kept;
    const word = t(`report.figure.${figure}` as MessageKey);
    const line = report.lines.find(({ unit }) => unit.id === unitId);
    return line
      ? t("report.comment-figure", { figure: word, unit: nameOf(line, report.lines.length) })
      : word;
  };
  return (
    <section className="card">
      <Title order={2} size="h3">
        {t("report.comments")}
      </Title>
      <ol className="comments" reversed>
        {[...report.comments]
          .sort((a, b) => (a.at < b.at ? 1 : -1))
          .map(({ id, version, figure, text, at }) => (
            <li key={id}>
              <strong>{figureWords(figure)}</strong>
              <p className="report-words">{text}</p>
              <span className="soft">{t("report.comment-at", { version, at: formatInstant(at) })}</span>
            </li>
          ))}
      </ol>
    </section>
  );
}
