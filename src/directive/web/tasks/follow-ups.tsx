// Letters of the unit itself that carry an order changed or recalled above: each should follow.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { FollowUp } from "../../schema.ts";
import { linkWords } from "../letter/letter-link.tsx";
import { RECALL } from "../letter/recall.tsx";
import { letterPath, nextLetterPath } from "../paths.ts";
import { titled } from "../titled.ts";

interface FollowUpsProps {
  readonly followUps: readonly FollowUp[];
  readonly unitId: string;
}

export function FollowUps({ followUps, unitId }: FollowUpsProps) {
  const t = useT();
  if (followUps.length === 0) return null;
  return (
    <section aria-labelledby="follow-ups">
      <h2 className="section-head" id="follow-ups">
        {t("directive.task.follow-ups")}
      </h2>
      <ul className="task-list">
        {followUps.map(({ letter, because }) => {
          const recalled = because.state === "recalled";
          return (
            <li className="card duty-card duty-new" key={letter.id}>
              <div className="duty-row">
                <div className="duty-words">
                  <h3 className="duty-letter">
                    <Link to={letterPath(unitId, letter.id)}>{titled(letter.title)}</Link>
                  </h3>
                  <p>
                    {t(recalled ? "directive.task.follow-recalled" : "directive.task.follow-changed", {
                      because: linkWords(t, because),
                    })}
                  </p>
                </div>
                <div className="duty-actions no-print">
                  <Button
                    component={Link}
                    to={
                      recalled
                        ? letterPath(unitId, letter.id, RECALL)
                        : nextLetterPath(unitId, letter.id, "amend", because.id)
                    }
                    leftSection={<Icon name={recalled ? "undo" : "edit"} />}
                  >
                    {t(recalled ? "directive.task.follow-recall" : "directive.task.follow-do")}
                  </Button>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
