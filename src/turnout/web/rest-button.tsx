// Everybody not entered yet did not give: one press once the last session is over, and it can be taken back.
import { Button } from "@mantine/core";
import { formatInstant } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import type { TurnoutView } from "../schema.ts";
import type { Donor } from "./outcomes.ts";
import type { Typed } from "./use-typed.ts";

interface RestButtonProps {
  readonly turnout: TurnoutView;
  readonly donors: readonly Donor[];
  /** Whether `donors` are all there are. */
  readonly complete: boolean;
  readonly typed: Typed;
}

export function RestButton({ turnout, donors, complete, typed }: RestButtonProps) {
  const t = useT();
  const tell = useNotice();
  const rest = donors.filter(({ volume }) => volume === null);
  if (rest.length === 0) return null;
  if (!turnout.sessionsOver) {
    return turnout.sessionsEnd === null ? null : (
      <p className="soft">{t("turnout.rest-later", { at: formatInstant(turnout.sessionsEnd) })}</p>
    );
  }
  const enterAll = (volume: 0 | null): void => {
    for (const { bookingId, fullName, number } of rest) typed.type({ bookingId, fullName, number, volume });
  };
  return (
    <Button
      variant="default"
      className="no-print"
      disabled={!complete}
      onClick={() => {
        enterAll(0);
        tell({ text: t("turnout.rest-done", { count: rest.length }), undo: () => enterAll(null) });
      }}
    >
      {t("turnout.rest", { count: rest.length })}
    </Button>
  );
}
