// How the letter will look on paper, and, where it changes another, what it says differently: live, beside the form.
import { SegmentedControl } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import type { ComposeHead } from "../../../document/rules/composing/sentences.ts";
import { LetterPaper } from "../../../document/web/paper/letter-paper.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { DirectiveView } from "../../schema.ts";
import { ChangeList } from "../letter/changed-words.tsx";
import { changesBetween } from "./changes.ts";
import { fieldsOf, type NextDraft } from "./next-draft.ts";

interface PreviewProps {
  readonly draft: NextDraft;
  readonly unitName: string;
  /** The letter it amends or replaces. */
  readonly before: DirectiveView | undefined;
}

export function Preview({ draft: typed, unitName, before }: PreviewProps) {
  const t = useT();
  const [shown, setShown] = useState<"paper" | "changes">("paper");
  // Typing comes first: paper and differences follow when there is time.
  const draft = useDeferredValue(typed);
  const letter = useMemo(() => fieldsOf(draft), [draft]);
  const head: ComposeHead = {
    name: unitName,
    superior: letter.issuer?.superior ?? null,
    notation: letter.notation ?? "",
    place: letter.place ?? "",
  };
  return (
    <section className="next-preview" aria-label={t("directive.next-preview")}>
      {before && (
        <SegmentedControl
          fullWidth
          size="md"
          mb="sm"
          aria-label={t("directive.next-preview")}
          value={shown}
          onChange={(value) => setShown(value === "changes" ? "changes" : "paper")}
          data={[
            { value: "paper", label: t("directive.next-paper") },
            { value: "changes", label: t("directive.next-changes") },
          ]}
        />
      )}
      {before && shown === "changes" ? (
        <Differences before={before} letter={letter} reportDays={draft.reportDays} />
      ) : (
        <LetterPaper
          letter={letter}
          head={head}
          draft
          {...(!draft.byHand && draft.nextNumber && { numberToCome: draft.nextNumber.number })}
        />
      )}
    </section>
  );
}

interface DifferencesProps {
  readonly before: DirectiveView;
  readonly letter: ReturnType<typeof fieldsOf>;
  readonly reportDays: string;
}

function Differences({ before, letter, reportDays }: DifferencesProps) {
  const t = useT();
  const changes = useMemo(
    () =>
      changesBetween(
        {
          letter: before.letter,
          reportDays: before.reportDays === null ? "" : String(before.reportDays),
        },
        { letter, reportDays },
      ),
    [before, letter, reportDays],
  );
  return (
    <div className="card">
      <p className="soft">{t("directive.next-changes-help")}</p>
      <ChangeList changes={changes} />
    </div>
  );
}
