// A request in words: from which number to which, why, by whom, and what came of it.
import type { ReactNode } from "react";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { InstantText } from "../../../platform/ui/figures.tsx";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { type State, StateChip } from "../../../platform/ui/state-chip.tsx";
import type { RequestState, RequestView } from "../../schema/requests.ts";

const CHIPS = {
  open: "doing",
  granted: "done",
  refused: "error",
  withdrawn: "missing",
  lapsed: "missing",
} as const satisfies Record<RequestState, State>;

/** "+30", "−15". */
export const signed = (change: number): string => `${change < 0 ? "−" : "+"}${formatCount(Math.abs(change))}`;

/** "60 → 90 (+30)"; without a number before: "90". */
export function changeWords(t: T, held: number | null, asked: number): string {
  if (held === null) return formatCount(asked);
  return t("target.request.change", {
    held: formatCount(held),
    asked: formatCount(asked),
    change: signed(asked - held),
  });
}

interface RequestLineProps {
  readonly request: RequestView;
  /** Who asks, where that is not the reader. */
  readonly named?: boolean;
  readonly children?: ReactNode;
}

export function RequestLine({ request, named = false, children }: RequestLineProps) {
  const t = useT();
  const { state, asked, held, granted, reason, word } = request;
  return (
    <li className="request">
      <p className="request-head">
        {named && <strong>{request.unit.name}</strong>}
        <strong className="figure">{changeWords(t, held, asked)}</strong>
        <StateChip
          state={CHIPS[state]}
          word={
            granted !== null && granted !== asked
              ? t("target.request.granted-other", { value: formatCount(granted) })
              : t(`target.request.state.${state}`)
          }
        />
      </p>
      <p className="request-reason">{reason}</p>
      <p className="soft">
        {request.askedBy !== null && `${request.askedBy} · `}
        <InstantText at={request.askedAt} />
        {state === "open" && !named && ` · ${t("target.request.waits-for", { unit: request.to.name })}`}
      </p>
      {request.decidedAt !== null && (
        <p className="request-answer">
          {word !== "" && <q>{word}</q>}{" "}
          <span className="soft">
            {request.decidedBy !== null && `${request.decidedBy} · `}
            <InstantText at={request.decidedAt} />
          </span>
        </p>
      )}
      {children}
    </li>
  );
}
