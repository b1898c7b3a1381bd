// What an amending letter says differently, shown before receipt of it is confirmed.
import { useT } from "../../../platform/ui/i18n.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { Shown } from "../../../platform/ui/states.tsx";
import { compareLetter } from "../../contract/family.ts";
import type { DirectiveView } from "../../schema.ts";
import { ChangeList } from "./changed-words.tsx";
import { linkWords } from "./letter-link.tsx";

export function ChangesPanel({
  letter,
  unitId,
}: {
  readonly letter: DirectiveView;
  readonly unitId: string;
}) {
  const t = useT();
  const changes = letter.relation === "amend" || letter.relation === "replace";
  const read = useRead(compareLetter, { params: { unitId, directiveId: letter.id } }, { enabled: changes });
  if (!changes) return null;
  return (
    <section className="card" aria-labelledby="changes">
      <h2 className="section-head" id="changes">
        {t("directive.changes")}
      </h2>
      <Shown read={read} rows={2}>
        {(found) => (
          <>
            <p className="soft">{t("directive.changes-from", { letter: linkWords(t, found.before) })}</p>
            <ChangeList changes={found} />
          </>
        )}
      </Shown>
    </section>
  );
}
