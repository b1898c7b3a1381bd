// A unit below, opened from the picture: what it did with the letter, its own letter further down, and the way back up.
import { Link } from "react-router";
import { InstantText } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { Shown } from "../../../platform/ui/states.tsx";
import { getUnit } from "../../../unit/contract.ts";
import { cascadePath, latePath, letterPath } from "../paths.ts";
import type { Framed } from "./letter-frame.tsx";

/** Nothing for the unit one acts for: its own steps are on the letter's page. */
export function UnitCard({ placeId, shownId, directiveId, letter }: Framed) {
  const t = useT();
  const unit = useRead(getUnit, { params: { unitId: shownId } }, { enabled: shownId !== placeId });
  if (shownId === placeId) return null;
  const { mine, carriedBy } = letter;
  return (
    <section className="card unit-card">
      <Shown read={unit} rows={1}>
        {({ unit: node, path }) => (
          <>
            <nav className="crumbs no-print" aria-label={t("directive.cascade.path")}>
              <ol>
                {path
                  .slice(
                    Math.max(
                      0,
                      path.findIndex(({ id }) => id === placeId),
                    ),
                  )
                  .map(({ id, name, shortName }) => (
                    <li key={id}>
                      <Link to={cascadePath(placeId, directiveId, id === placeId ? undefined : id)}>
                        {shortName || name}
                      </Link>
                    </li>
                  ))}
              </ol>
            </nav>
            <h2 className="section-head">{node.name}</h2>
          </>
        )}
      </Shown>
      {mine === null ? (
        <p>{t("directive.cascade.standing.not-reached")}</p>
      ) : (
        <dl className="unit-steps">
          <Step word={t("directive.cascade.column-reached")} at={mine.reachedAt}>
            {t("directive.cascade.from-unit", { unit: mine.fromUnit.name })}
          </Step>
          <Step word={t("directive.cascade.column-received")} at={mine.receivedAt}>
            {[mine.receivedBy, mine.receiveNote].filter(Boolean).join(": ")}
          </Step>
          <Step word={t("directive.cascade.column-disseminated")} at={mine.disseminatedAt} />
          <Step word={t("directive.cascade.column-carried")} at={mine.passedOnAt}>
            {carriedBy && (
              <Link className="plain-link" to={letterPath(placeId, carriedBy.id)}>
                {carriedBy.title}
              </Link>
            )}
          </Step>
        </dl>
      )}
      <p className="no-print">
        <Link className="plain-link" to={latePath(placeId, directiveId, shownId)}>
          {t("directive.cascade.late-in-branch")}
          <Icon name="right" size={18} />
        </Link>
      </p>
    </section>
  );
}

interface StepProps {
  readonly word: string;
  readonly at: string | null;
  readonly children?: React.ReactNode;
}
function Step({ word, at, children }: StepProps) {
  const t = useT();
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        {at === null ? (
          <span className="soft">{t("directive.cascade.not-yet")}</span>
        ) : (
          <InstantText at={at} />
        )}
        {at !== null && children && <span className="soft"> {children}</span>}
      </dd>
    </div>
  );
}
