// What was sent: rounds with their waves, how many have a place since, and the way to stop.
import { Button } from "@mantine/core";
import { clockOf } from "../../drive/web/words.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { previewRecall, stopInviting } from "../contract.ts";
import type { RoundView } from "../schema.ts";

interface RoundsProps {
  readonly rounds: readonly RoundView[];
  readonly unitId: string;
}

export function Rounds({ rounds, unitId }: RoundsProps) {
  const t = useT();
  const tell = useNotice();
  const stop = useWrite(stopInviting, {
    invalidates: [previewRecall],
    onDone: () => tell({ text: t("recall.stopped") }),
  });
  if (rounds.length === 0) return null;
  return (
    <section className="card" aria-labelledby="recall-rounds">
      <h2 className="section-head" id="recall-rounds">
        {t("recall.rounds")}
      </h2>
      <ProblemNote problem={stop.problem} />
      <ul className="recall-rounds">
        {rounds.map((round) => (
          <li key={round.id}>
            <Round round={round} />
            {round.allowedActions.includes("recall.stop") && (
              <Button
                variant="default"
                className="no-print"
                loading={stop.busy}
                onClick={() => void stop.run({ params: { unitId, roundId: round.id } })}
              >
                {t("recall.stop")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Round({ round }: { readonly round: RoundView }) {
  const t = useT();
  const at = (instant: string) => ({ time: clockOf(instant), day: formatDay(dayIn(instant)) });
  return (
    <>
      <div className="recall-round-head">
        <strong>
          {t("recall.round.wanted", { wanted: round.wanted, day: formatDay(dayIn(round.createdAt)) })}
        </strong>
        <StateChip
          state={round.state === "running" ? "doing" : "done"}
          word={t(`recall.round.state.${round.state}`)}
        />
      </div>
      {round.waves.length > 0 && (
        <p>
          {round.sent === null
            ? t("recall.round.sent-few")
            : t("recall.round.sent", { sent: round.sent, came: round.came ?? 0 })}
        </p>
      )}
      <ol className="recall-waves">
        {round.waves.map(({ no, at: instant, sent }) => (
          <li key={no}>
            {sent === null
              ? t("recall.wave-few", { no, ...at(instant) })
              : t("recall.wave", { no, sent, ...at(instant) })}
          </li>
        ))}
      </ol>
      {round.nextAt !== null && <p className="soft">{t("recall.round.next", at(round.nextAt))}</p>}
      {round.state === "running" && round.waves.length === 0 && (
        <p className="soft">{t("recall.round.morning")}</p>
      )}
      {round.reason !== null && <p className="soft">{t(`recall.round.reason.${round.reason}`)}</p>}
    </>
  );
}
