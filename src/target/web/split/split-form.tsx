// Splitting a target over the units below: boxes that add up before they are sent, with a proposal to begin from.
import { Button, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { listRequests } from "../../contract/requests.ts";
import { getTargets, giveTarget, splitTarget } from "../../contract.ts";
import type { TargetView, Weights } from "../../schema.ts";
import { StandsInWay, unitsMeant } from "../stands-in-way.tsx";
import { Proposals } from "./proposals.tsx";
import { proposedShares } from "./proposed.ts";
import { changedShares, put, putShare, sheetOf, toggleLock, written } from "./split-sheet.ts";
import { sumOf, typedCount } from "./split-sum.ts";
import { SplitTable } from "./split-table.tsx";
import { SumBar } from "./sum-bar.tsx";
import { splitDraftKey, useDesk } from "./use-desk.ts";

interface SplitFormProps {
  readonly view: TargetView;
  readonly unitId: string;
  readonly campaignId: string;
  readonly hrefOf: (unitId: string) => string;
}

export function SplitForm({ view, unitId, campaignId, hrefOf }: SplitFormProps) {
  const t = useT();
  const tell = useNotice();
  const client = useQueryClient();
  const gives = view.allowedActions.includes("target.give");
  const desk = useDesk(splitDraftKey({ campaignId, unitId, ...view }), () => sheetOf(view));
  const { sheet, act } = desk;
  const [tried, setTried] = useState(false);
  const [unproposed, setUnproposed] = useState<string>();
  const reason = useRef<HTMLTextAreaElement>(null);
  const params = { unitId, campaignId };
  const done = {
    invalidates: [getTargets, listRequests],
    onDone: () => {
      desk.forget();
      tell({ text: t("target.split-saved") });
    },
  };
  const give = useWrite(giveTarget, done);
  const split = useWrite(splitTarget, done);
  const write = gives ? give : split;

  const total = gives ? typedCount(sheet.total) : (view.assigned ?? 0);
  const sum = useMemo(
    () => sumOf(total ?? 0, sheet.shares, sheet.reserve),
    [total, sheet.shares, sheet.reserve],
  );
  const changed = useMemo(() => changedShares(view.children, sheet.shares), [view.children, sheet.shares]);
  const fits = total !== undefined && total > 0 && sum.left === 0 && sum.unreadable.length === 0;
  const needsReason = view.version > 0;
  const noReason = needsReason && sheet.reason.trim() === "";

  const onShare = useCallback((id: string, typed: string) => act((now) => putShare(now, id, typed)), [act]);
  const onLock = useCallback((id: string) => act((now) => toggleLock(now, id)), [act]);
  const onMany = useCallback(
    (some: Readonly<Record<string, string>>) =>
      act((now) => put(now, { shares: { ...now.sheet.shares, ...some } })),
    [act],
  );
  const refused = useMemo(() => unitsMeant(write.problem), [write.problem]);

  const propose = (weights: Weights): void => {
    const proposal = proposedShares(view.children, sheet, total ?? 0, weights);
    if (!proposal.ok) {
      setUnproposed(t("target.propose-too-much", { over: formatCount(proposal.over) }));
      return;
    }
    setUnproposed(proposal.tooLittle ? t("target.propose-too-little") : undefined);
    onMany(proposal.shares);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (noReason) reason.current?.focus();
    if (!fits || noReason || total === undefined) return;
    const entry = {
      measure: view.measure,
      basedOn: view.version,
      shares: view.children.flatMap(({ unit, value, heldElsewhere }) => {
        const typed = sheet.shares[unit.id] ?? "";
        // A unit that never had a share and whose box is empty is not given 0: it is not given any.
        if (heldElsewhere || (typed.trim() === "" && value === null)) return [];
        return [{ unitId: unit.id, value: typedCount(typed) ?? 0 }];
      }),
      reserve: sum.reserve,
      reason: sheet.reason,
    };
    if (gives) void give.run({ params, body: { ...entry, total, source: sheet.source } });
    else void split.run({ params, body: entry });
  };
  // The browser's own undo knows nothing of a box that React fills.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLTextAreaElement) return;
    const key = event.key.toLowerCase();
    const step =
      key === "y" || (key === "z" && event.shiftKey) ? desk.redo : key === "z" ? desk.undo : undefined;
    if (key === "z" || key === "y") event.preventDefault();
    step?.();
  };
  return (
    <form
      className="card split-form"
      onSubmit={submit}
      onKeyDown={onKeyDown}
      noValidate
      aria-labelledby="split"
    >
      <h2 className="section-head" id="split">
        {t("target.split")}
      </h2>
      {view.version > 0 && <p className="soft no-print">{t("target.version", { version: view.version })}</p>}
      {desk.found && (
        <p className="note note-plain no-print">
          <Icon name="edit" />
          <span>
            {t("target.draft-found")}{" "}
            <button
              type="button"
              className="text-button"
              onClick={() => act((now) => put(now, sheetOf(view)))}
            >
              {t("target.draft-drop")}
            </button>
          </span>
        </p>
      )}
      <Proposals
        sheet={sheet}
        desk={desk}
        gives={gives}
        tried={tried}
        hasLast={view.children.some(({ lastResultHundredths }) => (lastResultHundredths ?? 0) > 0)}
        hasChildren={view.children.length > 0}
        onBox={(box, typed) => act((now) => put(now, { [box]: typed }, box))}
        onPropose={propose}
      />
      {unproposed !== undefined && (
        <p className="field-error" role="alert">
          {unproposed}
        </p>
      )}
      <SplitTable
        view={view}
        reserve={sum.reserve}
        total={sum.given + sum.reserve}
        hrefOf={hrefOf}
        editing={{ shares: sheet.shares, locked: sheet.locked, changed, refused, onShare, onLock, onMany }}
      />
      {needsReason && (
        <Textarea
          ref={reason}
          className="no-print"
          label={t("target.reason")}
          description={t("target.reason-help")}
          required
          autosize
          minRows={1}
          maxLength={500}
          value={sheet.reason}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            act((now) => put(now, { reason: typed }, "reason"));
          }}
          error={tried && noReason ? t("target.reason-missing") : undefined}
        />
      )}
      <ProblemNote problem={write.problem} />
      <StandsInWay problem={write.problem} below={view.children} />
      {write.problem?.code === "target-changed" && (
        <Button
          variant="default"
          className="no-print"
          onClick={() => void client.invalidateQueries({ queryKey: [getTargets.id] })}
        >
          {t("target.see-new-version")}
        </Button>
      )}
      {tried && !fits && (
        <p className="field-error" role="alert">
          {t("target.does-not-fit")}
        </p>
      )}
      <div className="split-sum">
        <SumBar
          total={total ?? 0}
          sum={sum}
          onReserve={(reserve) => act((now) => put(now, { reserve: written(reserve) }))}
        />
        <Button type="submit" loading={write.busy} aria-disabled={!fits} className="no-print">
          {t("target.save-split")}
        </Button>
      </div>
    </form>
  );
}
