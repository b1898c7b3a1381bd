// Letters the unit has sent that are not yet received and spread everywhere below: whom to remind, one press away.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { getDirective, listDirectives } from "../contract.ts";
import type { DirectiveRow } from "../schema.ts";
import { letterPath, RECEIPTS } from "./paths.ts";
import { titled } from "./titled.ts";

/** Each is asked for its counts: older ones are found among the letters. */
const SHOWN = 3;

/** Letters issued by the unit itself, newest first. */
export function useSentLetters(unitId: string): readonly DirectiveRow[] {
  const letters = useRead(listDirectives, { params: { unitId }, query: { limit: 50 } });
  return letters.data?.items.filter(({ state, sender }) => state === "issued" && sender.id === unitId) ?? [];
}

interface SentLettersProps {
  readonly sent: readonly DirectiveRow[];
  readonly unitId: string;
}

export function SentLetters({ sent, unitId }: SentLettersProps) {
  const t = useT();
  if (sent.length === 0) return null;
  return (
    <section aria-labelledby="sent-letters">
      <h2 className="section-head" id="sent-letters">
        {t("directive.sent-letters")}
      </h2>
      <ul className="task-list">
        {sent.slice(0, SHOWN).map((letter) => (
          <Sent key={letter.id} letter={letter} unitId={unitId} />
        ))}
      </ul>
    </section>
  );
}

function Sent({ letter, unitId }: { readonly letter: DirectiveRow; readonly unitId: string }) {
  const t = useT();
  const { data } = useRead(getDirective, { params: { unitId, directiveId: letter.id } });
  if (data === undefined) return null;
  const { reached, received, disseminated } = data.counts;
  const behind = received < reached || disseminated < reached;
  return (
    <li className="card duty-card">
      <div className="duty-row">
        <div className="duty-words">
          <h3>{titled(letter.title)}</h3>
          <p>
            {t("directive.receipts-sentence", {
              reached: formatCount(reached),
              received: formatCount(received),
              disseminated: formatCount(disseminated),
            })}
          </p>
        </div>
        <div className="duty-actions no-print">
          <Button
            component={Link}
            to={letterPath(unitId, letter.id, RECEIPTS)}
            variant={behind ? "light" : "default"}
          >
            {behind ? t("directive.see-who-has-not") : t("directive.see-receipts")}
          </Button>
        </div>
      </div>
    </li>
  );
}
