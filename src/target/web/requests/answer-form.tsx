// Answering a request in place: the number asked for, another one, or no; with where a rise would come from.
import { Button, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { targetHistory } from "../../contract/history.ts";
import { grantRequest, listRequests, refuseRequest } from "../../contract/requests.ts";
import { getTargets } from "../../contract.ts";
import type { RequestPage, RequestView } from "../../schema/requests.ts";
import type { TargetView } from "../../schema.ts";
import { written } from "../split/split-sheet.ts";
import { typedCount } from "../split/split-sum.ts";
import { StandsInWay } from "../stands-in-way.tsx";
import { GivingUpRows } from "./giving-up-rows.tsx";
import { type GivingUp, type GrantPlan, grantPlan } from "./grant-plan.ts";

interface AnswerFormProps {
  readonly request: RequestView;
  readonly split: NonNullable<RequestPage["split"]>;
  readonly below: TargetView["children"];
  readonly params: { readonly unitId: string; readonly campaignId: string };
  readonly onClose: () => void;
}

export function AnswerForm({ request, split, below, params, onClose }: AnswerFormProps) {
  const t = useT();
  const tell = useNotice();
  const [typed, setTyped] = useState(written(request.asked));
  const [word, setWord] = useState("");
  const [from, setFrom] = useState<readonly GivingUp[]>([]);
  const [tried, setTried] = useState<"grant" | "refuse">();
  const of = { ...params, requestId: request.id };
  const answered = (text: string) => ({
    invalidates: [getTargets, listRequests, targetHistory],
    onDone: () => tell({ text }),
  });
  const grant = useWrite(
    grantRequest,
    answered(t("target.request.granted-told", { unit: request.unit.name })),
  );
  const refuse = useWrite(
    refuseRequest,
    answered(t("target.request.refused-told", { unit: request.unit.name })),
  );
  const now = request.now ?? 0;
  const value = typed.trim() === "" ? undefined : typedCount(typed);
  const others = below.filter(({ unit, value: held }) => unit.id !== request.unit.id && (held ?? 0) > 0);
  const plan =
    value === undefined
      ? undefined
      : grantPlan(
          {
            shares: below.flatMap(({ unit, value: held }) =>
              held === null ? [] : [{ unitId: unit.id, value: held }],
            ),
            reserve: split.reserve,
          },
          { unitId: request.unit.id, value },
          from,
        );
  const fits = plan?.reserveAfter !== undefined && plan.change !== 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried("grant");
    if (value === undefined || plan === undefined || !fits) return;
    void grant.run({ params: of, body: { value, basedOn: split.version, from: [...plan.from], word } });
  };
  const sayNo = (): void => {
    setTried("refuse");
    if (word.trim() === "") return;
    void refuse.run({ params: of, body: { word } });
  };
  const differs = value !== undefined && value !== request.asked;
  return (
    <form className="inner-form request-form no-print" onSubmit={submit} noValidate>
      <TextInput
        label={t("target.request.new-number", { unit: request.unit.name })}
        description={t("target.request.now", {
          now: request.now === null ? t("common.blank") : formatCount(now),
        })}
        className="number-input"
        inputMode="numeric"
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={value === undefined ? t("target.number-wrong") : undefined}
      />
      {plan && <WhereFrom plan={plan} reserve={split.reserve} />}
      {plan && plan.needed > 0 && (
        <GivingUpRows plan={plan} from={from} others={others} onChange={setFrom} tried={tried === "grant"} />
      )}
      <Textarea
        label={t("target.request.word")}
        description={t("target.request.word-help")}
        autosize
        minRows={1}
        maxLength={500}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
        error={tried === "refuse" && word.trim() === "" ? t("target.request.word-missing") : undefined}
      />
      <ProblemNote problem={grant.problem ?? refuse.problem} />
      <StandsInWay problem={grant.problem} below={below} />
      <div className="thumb-row">
        <Button variant="subtle" onClick={onClose}>
          {t("common.close")}
        </Button>
        <Button variant="default" loading={refuse.busy} onClick={sayNo}>
          {t("target.request.refuse")}
        </Button>
        <Button type="submit" loading={grant.busy} aria-disabled={!fits}>
          {differs
            ? t("target.request.grant-other", { value: formatCount(value) })
            : t("target.request.grant", { value: formatCount(request.asked) })}
        </Button>
      </div>
    </form>
  );
}

/** In words: where a rise comes from, where a fall goes, and the reserve after it. */
function WhereFrom({ plan, reserve }: { readonly plan: GrantPlan; readonly reserve: number }) {
  const t = useT();
  const after = formatCount(plan.reserveAfter ?? 0);
  if (plan.change === 0) return <p className="soft">{t("target.request.no-change")}</p>;
  if (plan.change < 0) {
    return (
      <p className="note note-plain">
        {t("target.request.fall", { count: formatCount(-plan.change), after })}
      </p>
    );
  }
  if (plan.needed === 0) {
    return (
      <p className="note note-plain">
        {t("target.request.rise", { count: formatCount(plan.change), reserve: formatCount(reserve), after })}
      </p>
    );
  }
  return (
    <p className="note">
      {t("target.request.rise-lacks", {
        count: formatCount(plan.change),
        reserve: formatCount(plan.fromReserve),
        needed: formatCount(plan.needed),
      })}
    </p>
  );
}
