// The letters this one belongs with: up to the one it carries or changes, down to those that carry it further.
import { useT } from "../../../platform/ui/i18n.tsx";
import { useReadPages } from "../../../platform/ui/queries.ts";
import { LoadMore, ProblemNote } from "../../../platform/ui/states.tsx";
import { listReissues } from "../../contract/family.ts";
import type { DirectiveView } from "../../schema.ts";
import { LetterLinkRow } from "./letter-link.tsx";

interface FamilyProps {
  readonly letter: DirectiveView;
  readonly unitId: string;
}

export function Family({ letter, unitId }: FamilyProps) {
  const t = useT();
  const reissues = useReadPages(
    listReissues,
    { params: { unitId, directiveId: letter.id } },
    { enabled: letter.state !== "draft" },
  );
  const { parent, of, carriedBy, relation } = letter;
  const below = (reissues.items ?? []).filter(({ id }) => id !== carriedBy?.id);
  if (!parent && !of && !carriedBy && below.length === 0 && !reissues.error) return null;
  return (
    <section className="card" aria-labelledby="family">
      <h2 className="section-head" id="family">
        {t("directive.family")}
      </h2>
      <ul className="letter-links">
        {parent && <LetterLinkRow unitId={unitId} as={t("directive.family.parent")} link={parent} />}
        {of && relation !== "first" && relation !== "reissue" && (
          <LetterLinkRow unitId={unitId} as={t(`directive.family.of.${relation}`)} link={of} />
        )}
        {carriedBy && <LetterLinkRow unitId={unitId} as={t("directive.family.carried")} link={carriedBy} />}
      </ul>
      {below.length > 0 && (
        <>
          <h3>{t("directive.family.below")}</h3>
          <ul className="letter-links">
            {below.map((link) => (
              <LetterLinkRow key={link.id} unitId={unitId} link={link} />
            ))}
          </ul>
          <LoadMore pages={reissues} />
        </>
      )}
      <ProblemNote problem={reissues.error} onRetry={reissues.retry} />
    </section>
  );
}
