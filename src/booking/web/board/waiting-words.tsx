// How many wait for a place in a drive, as a sentence.
import { useT } from "../../../platform/ui/i18n.tsx";
import type { BoardView } from "../../schema/board.ts";

export function WaitingWords({ waiting }: Pick<BoardView, "waiting">) {
  const t = useT();
  if (waiting.people === 0) return t("booking.board.waiting-none");
  return t(waiting.offered > 0 ? "booking.board.waiting-offered" : "booking.board.waiting", waiting);
}
