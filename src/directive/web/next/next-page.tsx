// "Soạn tiếp": the letter a unit writes next to one: its own re-issue, a change of its own letter, one that urges.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useActing } from "../../../account/web/session.tsx";
import { useDraft } from "../../../platform/ui/draft.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { ErrorState, ProblemNote, Skeletons } from "../../../platform/ui/states.tsx";
import { suggestLetter } from "../../contract/family.ts";
import { draftDirective, getDirective } from "../../contract.ts";
import { CHANGED } from "../letter/changed.ts";
import { linkWords } from "../letter/letter-link.tsx";
import { letterPath, type NextAs } from "../paths.ts";
import {
  bodyOf,
  changesAnother,
  draftKey,
  fromSuggestion,
  missingIn,
  type NextDraft,
  recipientCount,
} from "./next-draft.ts";
import { NextForm } from "./next-form.tsx";
import { Preview } from "./preview.tsx";

const KINDS: readonly NextAs[] = ["reissue", "amend", "replace", "urge", "draft"];

export function NextPage() {
  const { directiveId = "" } = useParams();
  const [search] = useSearchParams();
  const as = KINDS.find((kind) => kind === search.get("as")) ?? "reissue";
  const because = search.get("because") ?? undefined;
  // Another letter or another kind of it is another form, with a draft of its own.
  return <Next key={`${directiveId} ${as}`} directiveId={directiveId} as={as} because={because} />;
}

interface NextProps {
  readonly directiveId: string;
  readonly as: NextAs;
  readonly because: string | undefined;
}

function Next({ directiveId, as, because }: NextProps) {
  const t = useT();
  const { placeId: unitId } = useActing();
  const [kept, setKept, forget, found] = useDraft<NextDraft | null>(
    draftKey(unitId, directiveId, as),
    () => null,
  );
  const from = useRead(getDirective, { params: { unitId, directiveId } });
  const suggestion = useRead(
    suggestLetter,
    { params: { unitId, directiveId }, query: { as } },
    { enabled: kept === null },
  );
  // What the program suggests is not a draft yet: nothing is kept until something is typed.
  const [suggested, setSuggested] = useState<NextDraft>();
  if (kept === null && suggested === undefined && suggestion.data !== undefined)
    setSuggested(fromSuggestion(suggestion.data, { because, draftId: directiveId }));
  const draft = kept ?? suggested;
  // The letter that is changed: the one this page belongs to, or the one a kept draft names.
  const changes = draft !== undefined && changesAnother(draft) ? draft.relation : undefined;
  const changedId = changes !== undefined && "ofId" in changes ? changes.ofId : directiveId;
  const before = useRead(
    getDirective,
    { params: { unitId, directiveId: changedId } },
    { enabled: changes !== undefined },
  );
  const startOver = (): void => {
    forget();
    setKept(null);
    forget();
    setSuggested(undefined);
    void suggestion.refetch();
  };
  const back = { to: letterPath(unitId, directiveId), label: t("directive.letter") };
  const lead = from.data && draft && (
    <p>{t(`directive.next-lead.${as}`, { letter: linkWords(t, from.data) })}</p>
  );
  return (
    <Page
      title={t(`directive.next.${as}`)}
      back={back}
      lead={lead}
      actions={
        found && kept !== null ? (
          <Button variant="default" leftSection={<Icon name="undo" />} onClick={startOver}>
            {t("directive.next-start-over")}
          </Button>
        ) : undefined
      }
    >
      {draft === undefined &&
        (suggestion.error ? (
          <ErrorState problem={suggestion.error} onRetry={() => void suggestion.refetch()} />
        ) : (
          <Skeletons rows={5} height={96} />
        ))}
      {draft !== undefined && (
        <>
          {found && kept !== null && <p className="soft">{t("common.draft-kept")}</p>}
          <Writing
            unitId={unitId}
            draft={draft}
            before={changes === undefined ? undefined : before.data}
            onChange={(change) => setKept((before) => change(before ?? draft))}
            onKept={forget}
          />
        </>
      )}
    </Page>
  );
}

interface WritingProps {
  readonly unitId: string;
  readonly draft: NextDraft;
  readonly before: React.ComponentProps<typeof Preview>["before"];
  readonly onChange: (change: (before: NextDraft) => NextDraft) => void;
  readonly onKept: () => void;
}

function Writing({ unitId, draft, before, onChange, onKept }: WritingProps) {
  const t = useT();
  const navigate = useNavigate();
  const { name } = useActing();
  const [tried, setTried] = useState(false);
  const save = useWrite(draftDirective, {
    invalidates: CHANGED,
    onDone: ({ id }) => {
      // Kept by the server from now on, where every device of the office finds it.
      onKept();
      void navigate(letterPath(unitId, id));
    },
  });
  const missing = missingIn(draft);
  const submit = (): void => {
    setTried(true);
    const body = bodyOf(draft);
    if (body !== undefined) void save.run({ params: { unitId }, body });
  };
  const count = changesAnother(draft)
    ? draft.lines.reduce((sum, { units }) => sum + units.length, 0)
    : recipientCount(draft);
  return (
    <div className="next-columns">
      <NextForm unitId={unitId} draft={draft} missing={missing} tried={tried} onChange={onChange} />
      <Preview draft={draft} unitName={name} before={before} />
      <section className="card next-step">
        <p>{t("directive.confirm-help", { count })}</p>
        {tried && missing.size > 0 && (
          <div className="note note-error" role="alert">
            <Icon name="error" />
            <ul className="plain-list">
              {[...missing].map((what) => (
                <li key={what}>{t(`directive.next-missing.${what}`)}</li>
              ))}
            </ul>
          </div>
        )}
        <ProblemNote problem={save.problem} />
        <Button size="lg" loading={save.busy} onClick={submit}>
          {t("directive.next-save")}
        </Button>
      </section>
    </div>
  );
}
