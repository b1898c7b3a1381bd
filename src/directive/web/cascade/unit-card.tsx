// A unit below, opened from the picture: the way down to it, what it did with the letter, its own letter further down.
import type { ReactNode } from "react";
import { Link } from "react-router";
import { InstantText } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { Shown } from "../../../platform/ui/states.tsx";
import { getUnit } from "../../../unit/contract.ts";
import { getDirective } from "../../contract.ts";
import type { CascadeNode } from "../../schema/chasing.ts";
import { cascadePath, latePath, letterPath } from "../paths.ts";
import type { Framed } from "./letter-frame.tsx";

interface UnitCardProps extends Framed {
  /** Pages of the same kind, of the units above the shown one. */
  readonly hrefOf: (unitId: string | undefined) => string;
  readonly children?: ReactNode;
}

/** Nothing for the unit one acts for: its own steps are on the letter's page. */
export function UnitCard({ placeId, shownId, hrefOf, children }: UnitCardProps) {
  const t = useT();
  const unit = useRead(getUnit, { params: { unitId: shownId } }, { enabled: shownId !== placeId });
  if (shownId === placeId) return null;
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
                      <Link to={hrefOf(id === placeId ? undefined : id)}>{shortName || name}</Link>
                    </li>
                  ))}
              </ol>
            </nav>
            <h2 className="section-head">{node.name}</h2>
          </>
        )}
      </Shown>
      {children}
    </section>
  );
}

interface UnitStepsProps extends Framed {
  readonly node: CascadeNode;
}

/** What the unit did, through whichever letter of the family reached it; who confirmed, where this very letter did. */
export function UnitSteps({ placeId, shownId, directiveId, node }: UnitStepsProps) {
  const t = useT();
  const reached = node.reachedAt !== null;
  const { data } = useRead(getDirective, { params: { unitId: shownId, directiveId } }, { enabled: reached });
  if (!reached) return <p>{t("directive.cascade.nothing-yet")}</p>;
  const mine = data?.mine ?? null;
  return (
    <>
      <dl className="unit-steps">
        <Step word={t("directive.cascade.column-reached")} at={node.reachedAt}>
          {mine && t("directive.cascade.from-unit", { unit: mine.fromUnit.name })}
        </Step>
        <Step word={t("directive.cascade.column-received")} at={node.receivedAt}>
          {mine && [mine.receivedBy, mine.receiveNote].filter(Boolean).join(": ")}
        </Step>
        <Step word={t("directive.cascade.column-disseminated")} at={node.disseminatedAt} />
        <Step word={t("directive.cascade.column-carried")} at={node.carriedAt}>
          {data?.carriedBy && (
            <Link className="plain-link" to={letterPath(placeId, data.carriedBy.id)}>
              {data.carriedBy.title}
            </Link>
          )}
        </Step>
      </dl>
      <p className="no-print">
        <Link className="plain-link cascade-other" to={latePath(placeId, directiveId, shownId)}>
          {t("directive.cascade.late-in-branch")}
          <Icon name="right" size={18} />
        </Link>
      </p>
    </>
  );
}

/** From the late list of a branch back to its picture. */
export function PictureOf({ placeId, shownId, directiveId }: Framed) {
  const t = useT();
  return (
    <p className="no-print">
      <Link className="plain-link cascade-other" to={cascadePath(placeId, directiveId, shownId)}>
        {t("directive.cascade.picture-of-branch")}
        <Icon name="right" size={18} />
      </Link>
    </p>
  );
}

interface StepProps {
  readonly word: string;
  readonly at: string | null;
  readonly children?: ReactNode;
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
        {at !== null && children && <span className="unit-step-more soft">{children}</span>}
      </dd>
    </div>
  );
}
