// A letter that reaches nobody yet: the one act is to issue it; or to go on writing it.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { listSeries } from "../../../document/contract.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { issueDirective } from "../../contract.ts";
import type { DirectiveView } from "../../schema.ts";
import { nextLetterPath } from "../paths.ts";
import { CHANGED } from "./changed.ts";
import { linkWords } from "./letter-link.tsx";

interface DraftPanelProps {
  readonly letter: DirectiveView;
  readonly unitId: string;
}

export function DraftPanel({ letter, unitId }: DraftPanelProps) {
  const t = useT();
  const tell = useNotice();
  const issue = useWrite(issueDirective, {
    invalidates: [...CHANGED, listSeries],
    onDone: () => tell({ text: t("directive.issued-notice") }),
  });
  if (letter.state !== "draft") return null;
  const { relation, of, parent, allowedActions } = letter;
  const changes = of !== null && (relation === "amend" || relation === "replace");
  return (
    <section className="card next-step">
      {changes && <p>{t(`directive.draft-${relation}`, { letter: linkWords(t, of) })}</p>}
      {relation === "reissue" && parent && (
        <p>{t("directive.draft-reissue", { letter: linkWords(t, parent) })}</p>
      )}
      <p>{t("directive.draft-help", { count: letter.counts.notYetReached })}</p>
      {letter.number === null && letter.notation !== null && <p>{t("directive.number-on-issue")}</p>}
      <ProblemNote problem={issue.problem} />
      <div className="button-row">
        {allowedActions.includes("directive.issue") && (
          <Button
            size="lg"
            leftSection={<Icon name="send" />}
            loading={issue.busy}
            onClick={() => void issue.run({ params: { unitId, directiveId: letter.id } })}
          >
            {t("directive.issue")}
          </Button>
        )}
        {allowedActions.includes("directive.draft") && (
          <Button
            component={Link}
            size="lg"
            variant="default"
            to={nextLetterPath(unitId, letter.id, "draft")}
            leftSection={<Icon name="edit" />}
          >
            {t("directive.draft-go-on")}
          </Button>
        )}
      </div>
      {!allowedActions.includes("directive.issue") && <p>{t("directive.issue-by-officer")}</p>}
    </section>
  );
}
