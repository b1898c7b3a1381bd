// "Sơ đồ lan tỏa": a letter's way down the tree at any moment since its issue, as a picture, as branches, as a table.
import { SegmentedControl } from "@mantine/core";
import { useEffect, useId, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../../platform/ui/states.tsx";
import { letterCascade } from "../../contract/chasing.ts";
import type { Cascade } from "../../schema/chasing.ts";
import { cascadePath } from "../paths.ts";
import { BranchList } from "./branch-list.tsx";
import { CascadeTable } from "./cascade-table.tsx";
import { FillBarLegend } from "./fill-bar.tsx";
import { type Framed, LetterFrame } from "./letter-frame.tsx";
import { StandingMark } from "./marks.tsx";
import { type Counts, countsAt, treeOf } from "./moment.ts";
import { Picture } from "./picture.tsx";
import { Player } from "./player.tsx";
import { UnitCard, UnitSteps } from "./unit-card.tsx";
import { countsWords, momentWords, STANDINGS, unitWords } from "./words.ts";

const VIEWS = ["picture", "branches", "table"] as const;
type View = (typeof VIEWS)[number];
const WIDE = "(min-width: 48em)";
/** After so long without a change the new figures are read out. */
const SETTLED_MS = 800;

export function CascadePage() {
  const t = useT();
  return (
    <LetterFrame tab="cascade" title={t("directive.cascade.title")} needsIssue>
      {(framed) => <Loaded key={framed.shownId} {...framed} />}
    </LetterFrame>
  );
}

function Loaded(framed: Framed) {
  const t = useT();
  const { shownId, directiveId, placeId } = framed;
  const read = useRead(letterCascade, { params: { unitId: shownId, directiveId } });
  const root = read.data?.nodes.find(({ parentId }) => parentId === null);
  const hrefOf = (unitId: string | undefined): string => cascadePath(placeId, directiveId, unitId);
  if (shownId !== placeId && read.error?.code === "not-found") {
    return (
      <UnitCard {...framed} hrefOf={hrefOf}>
        <p>{t("directive.cascade.nothing-yet")}</p>
      </UnitCard>
    );
  }
  return (
    <>
      <UnitCard {...framed} hrefOf={hrefOf}>
        {root && <UnitSteps {...framed} node={root} />}
      </UnitCard>
      <Shown read={read} rows={5}>
        {(cascade) =>
          cascade.nodes.length <= 1 && (cascade.nodes[0]?.below?.units ?? 0) === 0 ? (
            <EmptyState icon="units" title={t("directive.cascade.empty")}>
              {t("directive.cascade.empty-help")}
            </EmptyState>
          ) : (
            <Playable cascade={cascade} placeId={placeId} directiveId={directiveId} />
          )
        }
      </Shown>
    </>
  );
}

interface PlayableProps {
  readonly cascade: Cascade;
  readonly placeId: string;
  readonly directiveId: string;
}

function Playable({ cascade, placeId, directiveId }: PlayableProps) {
  const t = useT();
  const go = useNavigate();
  const help = useId();
  const tree = useMemo(() => treeOf(cascade), [cascade]);
  const [moment, setMoment] = useState<number | null>(null);
  const [view, setView] = useState<View>(() => (window.matchMedia(WIDE).matches ? "picture" : "branches"));
  const [active, setActive] = useState<number | null>(null);
  const at = Math.min(moment ?? tree.now, tree.now);
  const counts = useMemo(() => countsAt(tree, at), [tree, at]);
  const total = counts[0];
  if (total === undefined) return null;
  const hrefOf = (unitId: string): string => cascadePath(placeId, directiveId, unitId);
  const words = `${momentWords(t, tree.issued, at)}. ${countsWords(t, total)}`;
  const shown = active === null ? undefined : tree.units[active];
  return (
    <div className="cascade">
      <section className="card cascade-figures">
        <p className="cascade-when only-print">{momentWords(t, tree.issued, at)}</p>
        <p>{countsWords(t, total)}</p>
        <Legend counts={total} />
        <Said words={words} />
      </section>
      <div className="cascade-view no-print">
        <SegmentedControl
          aria-label={t("directive.cascade.view")}
          value={view}
          onChange={(value) => setView(value as View)}
          data={VIEWS.map((value) => ({ value, label: t(`directive.cascade.view.${value}`) }))}
        />
      </div>
      {view === "picture" && (
        <>
          <p className="soft cascade-point no-print" id={help}>
            {t("directive.cascade.point")}{" "}
            <span className="visually-hidden">{t("directive.cascade.picture-help")}</span>
          </p>
          <Picture
            tree={tree}
            counts={counts}
            at={at}
            active={active}
            onActive={setActive}
            onOpen={({ node, parent }) => parent !== null && go(hrefOf(node.id))}
            said={shown === undefined ? "" : unitWords(t, shown, counts[shown.index] ?? total, at)}
            hrefOf={hrefOf}
            label={t("directive.cascade.picture")}
            helpId={help}
          />
        </>
      )}
      {view === "branches" && (
        <>
          <FillBarLegend />
          <BranchList tree={tree} counts={counts} at={at} hrefOf={hrefOf} />
        </>
      )}
      {view === "table" && <CascadeTable tree={tree} counts={counts} at={at} hrefOf={hrefOf} />}
      <Player tree={tree} at={at} onMove={(next) => setMoment(next >= tree.now ? null : next)} />
    </div>
  );
}

/** The shapes of the picture with how many there are of each. */
function Legend({ counts }: { readonly counts: Counts }) {
  const t = useT();
  const of = {
    "not-reached": counts.units - counts.reached,
    "not-received": counts.reached - counts.received,
    received: counts.received - counts.disseminated,
    disseminated: counts.disseminated,
  } as const;
  return (
    <ul className="cascade-legend">
      {STANDINGS.map((standing) => (
        <li key={standing}>
          <StandingMark standing={standing} />
          {t(`directive.cascade.standing.${standing}`)}
          <strong className="figure">{formatCount(of[standing])}</strong>
        </li>
      ))}
      <li>
        <StandingMark standing={undefined} late />
        {t("directive.cascade.late")}
        <strong className="figure">{formatCount(counts.late)}</strong>
      </li>
    </ul>
  );
}

/** Reads the figures out once the moment rests, not at every step of the play. */
function Said({ words }: { readonly words: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <span className="visually-hidden" aria-live="polite">
      {said}
    </span>
  );
}
