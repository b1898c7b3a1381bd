// Recording that the letter was spread: when, how, to how many. What is being written is kept on the device, and what
// was confirmed without a signal is sent later.
import { Button, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useKeptWrite, usePending } from "../../platform/offline/use-kept-write.ts";
import { newId } from "../../platform/pure/ids.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useDraft } from "../../platform/ui/draft.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { getKit, listReach } from "../contract/kit.ts";
import { recordDissemination } from "../contract.ts";
import { Channel } from "../schema.ts";
import { CHANGED } from "./letter/changed.ts";
import { DISSEMINATE, letterPath } from "./paths.ts";
import { HeldNote } from "./tasks/held-note.tsx";
import { lastWish } from "./tasks/waiting.ts";
import { titled } from "./titled.ts";

interface FormProps {
  readonly unitId: string;
  readonly directiveId: string;
  readonly title: string;
  readonly open: boolean;
  /** It has been recorded before: this is one more meeting. */
  readonly again: boolean;
}

export function DisseminationForm({ unitId, directiveId, title, open, again }: FormProps) {
  const t = useT();
  const tell = useNotice();
  const today = useToday();
  const blank = () => ({ id: newId(), heldOn: today, channel: "", people: "", note: "" });
  const draftKey = `disseminate.${unitId}.${directiveId}`;
  const [draft, setDraft, forget, kept] = useDraft(draftKey, blank);
  const [tried, setTried] = useState(false);
  const wish = lastWish(usePending(recordDissemination, { unitId, directiveId }));
  const record = useKeptWrite(recordDissemination, {
    invalidates: [...CHANGED, getKit, listReach],
    onSafe: (state) => {
      tell({ text: t(state === "sent" ? "directive.disseminated-notice" : "directive.task.kept") });
      setDraft(blank());
      forget();
      setTried(false);
    },
  });
  const set = (change: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...change }));
  const channel = Channel.safeParse(draft.channel);
  const errors = {
    heldOn: draft.heldOn === "" || draft.heldOn > today,
    channel: !channel.success,
    people: !/^\d{1,6}$/.test(draft.people.replace(/[.\s]/g, "")),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!channel.success || errors.heldOn || errors.people) return;
    const people = Number(draft.people.replace(/[.\s]/g, ""));
    void record.run(
      {
        params: { unitId, directiveId },
        body: { id: draft.id, heldOn: draft.heldOn, channel: channel.data, people, note: draft.note },
      },
      {
        words: t("directive.task.disseminate-words", { title: titled(title) }),
        mend: {
          to: letterPath(unitId, directiveId, DISSEMINATE),
          draft: { key: draftKey, value: draft },
        },
      },
    );
  };
  return (
    <>
      {wish && !record.busy && <HeldNote wish={wish} />}
      <details className="no-print inner-form" open={open}>
        <summary>{again ? t("directive.disseminate-again") : t("directive.disseminate")}</summary>
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            {kept && <p className="soft">{t("common.draft-kept")}</p>}
            <DayInput
              label={t("directive.held-on")}
              value={draft.heldOn}
              onChange={(heldOn) => set({ heldOn })}
              error={tried && errors.heldOn ? t("directive.held-on-wrong") : undefined}
            />
            <Radio.Group
              label={t("directive.channel")}
              value={draft.channel}
              onChange={(value) => set({ channel: value })}
              error={tried && errors.channel ? t("directive.channel-wrong") : undefined}
            >
              <div className="choice-row">
                {Channel.options.map((option) => (
                  <Radio key={option} value={option} label={t(`directive.channel.${option}`)} />
                ))}
              </div>
            </Radio.Group>
            <TextInput
              label={t("directive.people")}
              description={t("directive.people-help")}
              inputMode="numeric"
              autoComplete="off"
              value={draft.people}
              onChange={(event) => set({ people: event.currentTarget.value })}
              error={tried && errors.people ? t("directive.people-wrong") : undefined}
            />
            <Textarea
              label={`${t("directive.note")} (${t("common.optional")})`}
              autosize
              minRows={2}
              maxLength={500}
              value={draft.note}
              onChange={(event) => set({ note: event.currentTarget.value })}
            />
            <ProblemNote problem={record.problem} />
            <Button type="submit" loading={record.busy}>
              {t("directive.record")}
            </Button>
          </Stack>
        </form>
      </details>
    </>
  );
}
