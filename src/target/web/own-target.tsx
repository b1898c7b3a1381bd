// The number a unit sets itself, beside the one it was assigned.
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { getTargets, setOwnTarget } from "../contract.ts";
import type { TargetView } from "../schema.ts";
import { typedCount } from "./split/split-sum.ts";

interface OwnTargetProps {
  readonly view: TargetView;
  readonly unitId: string;
  readonly campaignId: string;
}

export function OwnTarget({ view, unitId, campaignId }: OwnTargetProps) {
  const t = useT();
  const tell = useNotice();
  const [typed, setTyped] = useState(view.own === null ? "" : formatCount(view.own));
  const params = { unitId, campaignId };
  const before = view.own;
  const save = useWrite(setOwnTarget, { invalidates: [getTargets] });
  const put = async (value: number): Promise<boolean> => {
    setTyped(formatCount(value));
    return (await save.run({ params, body: { measure: view.measure, value } })) !== undefined;
  };
  const value = typedCount(typed);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (value === undefined || typed.trim() === "" || !(await put(value))) return;
    tell({ text: t("common.saved"), ...(before !== null && { undo: () => void put(before) }) });
  };
  return (
    <section className="card" aria-labelledby="own-target">
      <h2 className="section-head" id="own-target">
        {t("target.own")}
      </h2>
      {view.allowedActions.includes("target.set-own") ? (
        <form onSubmit={(event) => void submit(event)} className="own-target" noValidate>
          <TextInput
            label={t("target.own-number")}
            description={t("target.own-help")}
            inputMode="numeric"
            autoComplete="off"
            className="number-input"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={value === undefined ? t("target.number-wrong") : undefined}
          />
          <ProblemNote problem={save.problem} />
          <Button
            type="submit"
            variant="default"
            loading={save.busy}
            disabled={typed.trim() === "" || value === undefined || value === view.own}
          >
            {t("common.save")}
          </Button>
        </form>
      ) : (
        <p className="big-figure">{view.own === null ? t("common.blank") : formatCount(view.own)}</p>
      )}
    </section>
  );
}
