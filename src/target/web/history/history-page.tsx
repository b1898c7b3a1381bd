// How a split came to be what it is: every version with who, when, why, and the shares it changed. Prints as a list.
import { formatDay } from "../../../platform/pure/calendar.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { Count, InstantText } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useReadPages } from "../../../platform/ui/queries.ts";
import { EmptyState, ErrorState, LoadMore, Skeletons } from "../../../platform/ui/states.tsx";
import { targetHistory } from "../../contract/history.ts";
import type { TargetVersion } from "../../schema/history.ts";
import { signed } from "../requests/request-line.tsx";
import { type Framed, TargetFrame } from "../target-frame.tsx";

export function HistoryPage() {
  const t = useT();
  return (
    <TargetFrame part="history" title={t("target.history")}>
      {(framed) => <History {...framed} />}
    </TargetFrame>
  );
}

function History({ unitId, campaignId, measure }: Framed) {
  const t = useT();
  const pages = useReadPages(targetHistory, { params: { unitId, campaignId }, query: { measure } });
  if (pages.items === undefined) {
    return pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons />;
  }
  if (pages.items.length === 0) {
    return (
      <EmptyState icon="clock" title={t("target.history.none")}>
        {t("target.history.none-help")}
      </EmptyState>
    );
  }
  return (
    <>
      <ol className="versions" reversed>
        {pages.items.map((version) => (
          <Version key={version.version} version={version} />
        ))}
      </ol>
      <LoadMore pages={pages} />
    </>
  );
}

/** Longer lists of changes open on a press; on paper all of them stand. */
const SHOWN_CHANGES = 8;

function Version({ version }: { readonly version: TargetVersion }) {
  const t = useT();
  const { total, reserve, before, changes, inForceOn, decidedAt } = version;
  return (
    <li className="card version">
      <h2 className="section-head">
        {t("target.history.version", { version: version.version })}
        <span className="version-cause">{t(`target.history.cause.${version.cause}`)}</span>
      </h2>
      <p className="soft">
        <InstantText at={decidedAt} />
        {` · ${version.decidedBy ?? t("target.history.by-program")}`}
        {` · ${t("target.history.in-force", { day: formatDay(inForceOn) })}`}
      </p>
      {version.reason !== "" && <p className="version-reason">{version.reason}</p>}
      {version.source !== null && version.source !== "" && (
        <p className="soft">{t("target.history.source", { source: version.source })}</p>
      )}
      <p className="version-numbers">
        <Moved word={t("target.total")} was={before?.total} becomes={total} />
        <Moved word={t("target.reserve")} was={before?.reserve} becomes={reserve} />
      </p>
      {changes.length === 0 && before !== null && <p className="soft">{t("target.history.no-changes")}</p>}
      {changes.length > 0 &&
        (changes.length <= SHOWN_CHANGES ? (
          <Changes changes={changes} />
        ) : (
          <>
            <details className="no-print">
              <summary>{t("target.history.changes", { count: changes.length })}</summary>
              <Changes changes={changes} />
            </details>
            <div className="only-print">
              <Changes changes={changes} />
            </div>
          </>
        ))}
    </li>
  );
}

interface MovedProps {
  readonly word: string;
  readonly was: number | undefined;
  readonly becomes: number;
}

function Moved({ word, was, becomes }: MovedProps) {
  const t = useT();
  const moved = was !== undefined && was !== becomes;
  return (
    <span>
      {word}{" "}
      <strong className="figure">
        {moved
          ? t("target.request.change", {
              held: formatCount(was),
              asked: formatCount(becomes),
              change: signed(becomes - was),
            })
          : formatCount(becomes)}
      </strong>
    </span>
  );
}

function Changes({ changes }: { readonly changes: TargetVersion["changes"] }) {
  const t = useT();
  return (
    <div className="table-place">
      <table className="table stack-table version-table">
        <thead>
          <tr>
            <th scope="col">{t("target.column-unit")}</th>
            <th scope="col" className="number">
              {t("target.history.was")}
            </th>
            <th scope="col" className="number">
              {t("target.history.becomes")}
            </th>
            <th scope="col" className="number">
              {t("target.history.change")}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ unit, was, becomes }) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              <td className="number" data-label={t("target.history.was")}>
                <Count value={was} />
              </td>
              <td className="number" data-label={t("target.history.becomes")}>
                <Count value={becomes} />
              </td>
              <td className="number figure" data-label={t("target.history.change")}>
                {signed((becomes ?? 0) - (was ?? 0))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
