// Carrying the letter further down: by a letter of one's own, or as it is.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { passOn } from "../../contract.ts";
import type { DirectiveView } from "../../schema.ts";
import { letterPath, nextLetterPath } from "../paths.ts";
import { CHANGED } from "./changed.ts";
import { linkWords } from "./letter-link.tsx";

/** Whether there is anybody below to carry the letter to, or it has been carried already. */
export const carries = ({ mine, carriedBy, allowedActions }: DirectiveView): boolean =>
  mine !== null &&
  (mine.passedOnAt !== null ||
    carriedBy !== null ||
    allowedActions.includes("directive.pass-on") ||
    allowedActions.includes("directive.suggest"));

interface CarryStepProps {
  readonly letter: DirectiveView;
  readonly unitId: string;
}

export function CarryStep({ letter, unitId }: CarryStepProps) {
  const t = useT();
  const tell = useNotice();
  const pass = useWrite(passOn, {
    invalidates: CHANGED,
    onDone: ({ reached }) => tell({ text: t("directive.passed-on-notice", { count: reached }) }),
  });
  const { mine, carriedBy, allowedActions } = letter;
  if (mine === null) return null;
  const held = mine.endedAt === null;
  const first = carriedBy === null && mine.passedOnAt === null;
  return (
    <>
      {carriedBy && (
        <p>
          {t("directive.carried-by")}{" "}
          <Link to={letterPath(unitId, carriedBy.id)}>{linkWords(t, carriedBy)}</Link>
        </p>
      )}
      {held && first && <p className="soft no-print">{t("directive.carry-help")}</p>}
      {held && (
        <div className="button-row">
          {carriedBy === null && allowedActions.includes("directive.suggest") && (
            <Button
              component={Link}
              to={nextLetterPath(unitId, letter.id, "reissue")}
              variant={first && mine.receivedAt !== null ? "filled" : "default"}
              leftSection={<Icon name="edit" />}
            >
              {t("directive.reissue")}
            </Button>
          )}
          {allowedActions.includes("directive.pass-on") && (
            <Button
              variant="default"
              leftSection={<Icon name="send" />}
              loading={pass.busy}
              onClick={() => void pass.run({ params: { unitId, directiveId: letter.id } })}
            >
              {first ? t("directive.pass-on") : t("directive.pass-on-again")}
            </Button>
          )}
        </div>
      )}
      <ProblemNote problem={pass.problem} />
    </>
  );
}
