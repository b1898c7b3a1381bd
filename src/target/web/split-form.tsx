// Splitting a target over the units below: boxes that add up before they are sent, with a proposal to begin from.
import { Button, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { call, ProblemError } from "../../platform/ui/client.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { getTargets, giveTarget, proposeSplit, splitTarget } from "../contract.ts";
import { type TargetView, Weights } from "../schema.ts";
import { SplitRows } from "./split-rows.tsx";
import { sumOf, typedCount } from "./split-sum.ts";

interface SplitFormProps {
  readonly view: TargetView;
  readonly unitId: string;
  readonly campaignId: string;
}

const shown = (value: number | null): string => (value === null ? "" : formatCount(value));

export function SplitForm({ view, unitId, campaignId }: SplitFormProps) {
  const t = useT();
  const tell = useNotice();
  const client = useQueryClient();
  const gives = view.allowedActions.includes("target.give");
  const [typedTotal, setTypedTotal] = useState(shown(view.assigned));
  const [source, setSource] = useState("");
  const [reserve, setReserve] = useState(view.reserve === 0 ? "" : shown(view.reserve));
  const [reason, setReason] = useState("");
  const [shares, setShares] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(view.children.map(({ unit, value }) => [unit.id, shown(value)])),
  );
  const [tried, setTried] = useState(false);
  const [unproposed, setUnproposed] = useState<ProblemError | null>(null);
  const params = { unitId, campaignId };
  const done = {
    invalidates: [getTargets],
    onDone: () => tell({ text: t("target.split-saved") }),
  };
  const give = useWrite(giveTarget, done);
  const split = useWrite(splitTarget, done);
  const write = gives ? give : split;

  const total = gives ? typedCount(typedTotal) : (view.assigned ?? 0);
  const sum = sumOf(total ?? 0, shares, reserve);
  const fits = total !== undefined && total > 0 && sum.left === 0 && sum.unreadable.length === 0;

  const propose = async (weights: (typeof Weights.options)[number]): Promise<void> => {
    try {
      const query = { total: total ?? 0, reserve: sum.reserve, weights };
      const proposal = await call(proposeSplit, { params, query });
      setUnproposed(null);
      setShares((before) => ({
        ...before,
        ...Object.fromEntries(proposal.shares.map(({ unitId: id, value }) => [id, formatCount(value)])),
      }));
    } catch (error) {
      setUnproposed(error instanceof ProblemError ? error : new ProblemError("internal-error", 500));
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!fits || total === undefined) return;
    const entry = {
      measure: view.measure,
      basedOn: view.version,
      shares: Object.entries(shares).map(([id, typed]) => ({ unitId: id, value: typedCount(typed) ?? 0 })),
      reserve: sum.reserve,
      reason,
    };
    if (gives) void give.run({ params, body: { ...entry, total, source } });
    else void split.run({ params, body: entry });
  };
  const changedMeanwhile = write.problem?.code === "target-changed";
  return (
    <form className="card split-form" onSubmit={submit} noValidate aria-labelledby="split">
      <h2 className="section-head" id="split">
        {t("target.split")}
      </h2>
      {view.version > 0 && <p className="soft">{t("target.version", { version: view.version })}</p>}
      {gives && (
        <div className="field-pair">
          <TextInput
            label={t("target.total-given")}
            description={t("target.total-given-help")}
            inputMode="numeric"
            autoComplete="off"
            className="number-input"
            value={typedTotal}
            onChange={(event) => setTypedTotal(event.currentTarget.value)}
            error={total === undefined || (tried && total === 0) ? t("target.number-wrong") : undefined}
          />
          <TextInput
            label={`${t("target.source")} (${t("common.optional")})`}
            description={t("target.source-help")}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
        </div>
      )}
      {view.children.length > 0 && (
        <>
          <div className="button-row no-print">
            {Weights.options.map((weights) => (
              <Button
                key={weights}
                variant="default"
                disabled={total === undefined || total === 0}
                onClick={() => void propose(weights)}
              >
                {t(`target.propose.${weights}`)}
              </Button>
            ))}
          </div>
          <ProblemNote problem={unproposed} />
        </>
      )}
      <SplitRows
        view={view}
        shares={shares}
        reserve={reserve}
        total={total ?? 0}
        sum={sum}
        onShare={(id, typed) => setShares((before) => ({ ...before, [id]: typed }))}
        onReserve={setReserve}
      />
      {view.version > 0 && (
        <Textarea
          label={`${t("target.reason")} (${t("common.optional")})`}
          autosize
          minRows={1}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <ProblemNote problem={write.problem} />
      <div className="button-row no-print">
        {changedMeanwhile && (
          <Button
            variant="default"
            onClick={() => void client.invalidateQueries({ queryKey: [getTargets.id] })}
          >
            {t("target.see-new-version")}
          </Button>
        )}
        <Button type="submit" loading={write.busy} aria-disabled={!fits}>
          {t("target.save-split")}
        </Button>
      </div>
      {tried && !fits && (
        <p className="field-error" role="alert">
          {t("target.does-not-fit")}
        </p>
      )}
    </form>
  );
}
