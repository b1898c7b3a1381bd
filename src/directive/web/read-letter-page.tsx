// From a letter to its duties: paste it, go through what was read, say whom and which campaign, confirm.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { listCampaigns } from "../../campaign/contract.ts";
import { readLetter } from "../../document/rules/reading/read.ts";
import type { Letter, NotALetter } from "../../document/schema.ts";
import { LetterReview } from "../../document/web/letter-review.tsx";
import { LetterSource, type ReadLetterFile } from "../../document/web/letter-source.tsx";
import { tidied } from "../../document/web/tidy.ts";
import { newId } from "../../platform/pure/ids.ts";
import { useDraft } from "../../platform/ui/draft.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { draftDirective, listDirectives, resolveAddressees } from "../contract.ts";
import { AddresseesPanel } from "./addressees-panel.tsx";
import { CampaignPanel } from "./campaign-panel.tsx";
import { OriginalNote, useOriginal } from "./letter/original-file.tsx";
import {
  blankDraft,
  draftBody,
  type LetterDraft,
  recipientCount,
  unanswered,
  withLetter,
} from "./letter-draft.ts";
import { letterPath, lettersPath } from "./paths.ts";

export function ReadLetterPage() {
  const t = useT();
  const { placeId: unitId } = useActing();
  const [draft, setDraft, forget, kept] = useDraft<LetterDraft>(`letter.${unitId}`, blankDraft);
  const file = useOriginal(unitId);
  const [refused, setRefused] = useState<NotALetter>();
  const read = (): void => {
    const result = readLetter(draft.text);
    setRefused(result.ok ? undefined : result.reason);
    if (result.ok) setDraft((before) => withLetter(before, result.letter));
    file.drop();
  };
  const take = (read: Letter, { file: blob, name, pages }: ReadLetterFile): void => {
    setRefused(undefined);
    setDraft((before) => withLetter(before, read));
    file.setOriginal({ id: newId(), name, file: blob, pages, kept: false });
  };
  const leave = (): void => {
    forget();
    file.drop();
  };
  const startOver = (): void => {
    setDraft(blankDraft());
    leave();
  };
  const { original, letter } = draft;
  return (
    <Page
      title={t("directive.read-title")}
      lead={letter ? t("directive.read-lead-check") : t("directive.read-lead")}
      back={{ to: lettersPath(unitId), label: t("directive.letters-title") }}
      actions={
        letter && (
          <Button variant="default" leftSection={<Icon name="undo" />} onClick={startOver}>
            {t("directive.start-over")}
          </Button>
        )
      }
    >
      {original && letter ? (
        <>
          {kept && <p className="soft">{t("common.draft-kept")}</p>}
          <OriginalNote state={file} />
          <LetterReview
            original={original}
            letter={letter}
            onChange={(changed) => setDraft((before) => ({ ...before, letter: changed }))}
          />
          <Confirm
            draft={draft}
            letter={letter}
            unitId={unitId}
            file={file}
            setDraft={setDraft}
            onDone={leave}
          />
        </>
      ) : (
        <LetterSource
          text={draft.text}
          onText={(text) => setDraft((before) => ({ ...before, text }))}
          onRead={read}
          onLetter={take}
          refused={refused}
        />
      )}
    </Page>
  );
}

interface ConfirmProps {
  readonly draft: LetterDraft;
  readonly letter: Letter;
  readonly unitId: string;
  readonly file: ReturnType<typeof useOriginal>;
  readonly setDraft: (change: (before: LetterDraft) => LetterDraft) => void;
  readonly onDone: () => void;
}

/** Whom it goes to, which campaign it belongs to, and the button that makes the draft. */
function Confirm({ draft, letter, unitId, file, setDraft, onDone }: ConfirmProps) {
  const t = useT();
  const navigate = useNavigate();
  const today = useToday();
  const [tried, setTried] = useState(false);
  const resolve = useRead(
    resolveAddressees,
    {
      params: { unitId },
      body: { addressees: tidied(letter).addressees, asOf: letter.issuedOn ?? today },
    },
    { keep: true },
  );
  const confirm = useWrite(draftDirective, {
    invalidates: [listDirectives, listCampaigns],
    onDone: ({ id }) => {
      onDone();
      void navigate(letterPath(unitId, id));
    },
  });
  const resolved = resolve.data?.addressees ?? [];
  const { original, waiting } = file;
  const body = draftBody(draft, resolved, original?.kept ? original.id : undefined);
  const recipients = recipientCount(resolved, draft);
  const open = unanswered(resolved, draft).length;
  const unkept = original !== null && !original.kept;
  const submit = (): void => {
    setTried(true);
    if (body !== undefined && !unkept) void confirm.run({ params: { unitId }, body });
  };
  return (
    <div className="confirm-letter">
      <AddresseesPanel
        unitId={unitId}
        read={resolve}
        answers={draft}
        onChoose={(text, units) =>
          setDraft((before) => ({ ...before, chosen: { ...before.chosen, [text]: units } }))
        }
        onLeave={(text, left) =>
          setDraft((before) => ({
            ...before,
            left: left ? [...before.left, text] : before.left.filter((other) => other !== text),
          }))
        }
        missing={!tried ? undefined : open > 0 ? "unanswered" : recipients === 0 ? "nobody" : undefined}
      />
      <CampaignPanel
        unitId={unitId}
        form={draft.campaign}
        reportDays={draft.reportDays}
        receiveDays={draft.receiveDays}
        tried={tried}
        onForm={(change) =>
          setDraft((before) => ({ ...before, campaign: { ...before.campaign, ...change } }))
        }
        onReportDays={(reportDays) => setDraft((before) => ({ ...before, reportDays }))}
        onReceiveDays={(receiveDays) => setDraft((before) => ({ ...before, receiveDays }))}
      />
      <section className="card next-step">
        <p>{t("directive.confirm-help", { count: recipients })}</p>
        {tried && body === undefined && (
          <p className="note note-error" role="alert">
            <Icon name="error" />
            {t("directive.confirm-missing")}
          </p>
        )}
        {tried && unkept && (
          <p className="note" role="status">
            <Icon name="clock" />
            {waiting ? t("directive.original-wait") : t("directive.original-not-kept")}
          </p>
        )}
        <ProblemNote problem={confirm.problem} />
        <Button size="lg" loading={confirm.busy} onClick={submit}>
          {t("directive.confirm")}
        </Button>
      </section>
    </div>
  );
}
