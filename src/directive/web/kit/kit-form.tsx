// The form of a kit: what people should remember, the poster, the loudspeaker, the chat group, questions.
import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { newId } from "../../../platform/pure/ids.ts";
import { useDraft } from "../../../platform/ui/draft.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { getKit, publishKit } from "../../contract/kit.ts";
import type { KitView } from "../../schema/kit.ts";
import { kitPath } from "../paths.ts";
import { contentOf, draftFrom, type KitDraft, LANGUAGES, LETTERS, wrongIn } from "./editing.ts";
import { VERSION } from "./kit-versions.tsx";
import { Lines, QuestionList } from "./lists.tsx";
import { PosterPreview } from "./poster.tsx";
import { TextField } from "./text-field.tsx";

interface KitFormProps {
  readonly kit: KitView;
  readonly unitId: string;
  readonly directiveId: string;
}

export function KitForm({ kit, unitId, directiveId }: KitFormProps) {
  const t = useT();
  const go = useNavigate();
  const tell = useNotice();
  const id = useRef(newId());
  const [tried, setTried] = useState(false);
  const own = kit.of?.id === directiveId ? (kit.current?.version ?? 0) : 0;
  const fresh = (): KitDraft => draftFrom(kit.current?.content, own);
  const [draft, setDraft, forget, found] = useDraft<KitDraft>(`kit.${directiveId}`, fresh);
  const publish = useWrite(publishKit, {
    invalidates: [getKit],
    onDone: ({ version }) => {
      forget();
      tell({ text: t("directive.kit.published", { version }) });
      go(kitPath(unitId, directiveId));
    },
  });
  const set = (change: Partial<KitDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const content = contentOf(draft);
  const wrong = wrongIn(draft);
  // A form just opened does not reproach; what is too long is said at once.
  const shown = tried ? wrong : new Map([...wrong].filter(([, why]) => why === "long"));
  const newest = newestOf(publish.problem?.code, publish.problem?.details.version, own, draft.basedOn);
  const send = async (basedOn: number): Promise<void> => {
    setTried(true);
    if (wrong.size > 0) {
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(".kit-form [aria-invalid='true']")?.focus(),
      );
      return;
    }
    await publish.run({
      params: { unitId, directiveId },
      body: { id: id.current, basedOn, content, note: draft.note },
    });
  };
  return (
    <form
      className="kit-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send(draft.basedOn);
      }}
    >
      {found && (
        <p className="note note-plain">
          <Icon name="edit" />
          <span>
            {t("common.draft-kept")}{" "}
            <button type="button" className="text-button" onClick={() => setDraft(fresh())}>
              {t("directive.kit.start-over")}
            </button>
          </span>
        </p>
      )}
      <section className="card">
        <h2 className="section-head">{t("directive.kit.key-messages")}</h2>
        <p className="soft">{t("directive.kit.key-messages-help")}</p>
        <Lines
          of="key-message"
          rows={draft.keyMessages}
          wrong={shown}
          onChange={(keyMessages) => set({ keyMessages })}
        />
      </section>
      <section className="card">
        <h2 className="section-head">{t("directive.kit.chat")}</h2>
        <TextField
          label={t("directive.kit.chat-label")}
          description={t("directive.kit.chat-help")}
          value={draft.chat}
          most={LETTERS.chat}
          wrong={shown.get("chat")}
          onChange={(chat) => set({ chat })}
        />
      </section>
      <section className="card">
        <h2 className="section-head">{t("directive.kit.poster")}</h2>
        <div className="poster-place">
          <div className="kit-fields">
            <TextField
              label={t("directive.kit.headline")}
              description={t("directive.kit.headline-help")}
              value={draft.headline}
              most={LETTERS.headline}
              wrong={shown.get("headline")}
              onChange={(headline) => set({ headline })}
            />
            <Lines of="line" rows={draft.lines} wrong={shown} onChange={(lines) => set({ lines })} />
            <TextField
              label={t("directive.kit.when")}
              value={draft.when}
              most={LETTERS.when}
              wrong={shown.get("when")}
              onChange={(when) => set({ when })}
            />
            <TextField
              label={t("directive.kit.where")}
              value={draft.where}
              most={LETTERS.where}
              wrong={shown.get("where")}
              onChange={(where) => set({ where })}
            />
          </div>
          {content.poster.headline !== "" && (
            <PosterPreview poster={content.poster} pageUrl={own > 0 ? kit.pageUrl : null} />
          )}
        </div>
      </section>
      <section className="card kit-fields">
        <h2 className="section-head">{t("directive.kit.loudspeaker")}</h2>
        <p className="soft">{t("directive.kit.loudspeaker-help")}</p>
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            label={t(`directive.kit.language.${language}`)}
            value={draft.loudspeaker[language]}
            most={LETTERS.loudspeaker}
            wrong={shown.get(`loudspeaker.${language}`)}
            onChange={(text) => set({ loudspeaker: { ...draft.loudspeaker, [language]: text } })}
          />
        ))}
      </section>
      <section className="card">
        <h2 className="section-head">{t("directive.kit.questions")}</h2>
        <QuestionList rows={draft.questions} wrong={shown} onChange={(questions) => set({ questions })} />
      </section>
      <section className="card kit-fields">
        <TextField
          label={t("directive.kit.note")}
          description={t("directive.kit.note-help")}
          value={draft.note}
          most={LETTERS.note}
          wrong={shown.get("note")}
          onChange={(note) => set({ note })}
        />
        {tried && wrong.size > 0 && (
          <p className="note note-error" role="alert">
            <Icon name="error" />
            {t("directive.kit.wrong-some", { count: wrong.size })}
          </p>
        )}
        {newest !== undefined ? (
          <div className="note" role="alert">
            <Icon name="alarm" />
            <div>
              <p>{t("directive.kit.moved-on", { version: newest })}</p>
              <div className="button-row">
                <Button
                  component={Link}
                  variant="default"
                  to={`${kitPath(unitId, directiveId)}?${VERSION}=${newest}`}
                >
                  {t("directive.kit.see-version", { version: newest })}
                </Button>
                <Button
                  variant="default"
                  loading={publish.busy}
                  onClick={() => {
                    set({ basedOn: newest });
                    void send(newest);
                  }}
                >
                  {t("directive.kit.publish-after", { version: newest })}
                </Button>
              </div>
            </div>
          </div>
        ) : (
          <ProblemNote problem={publish.problem} />
        )}
        {newest === undefined && (
          <Button type="submit" size="lg" loading={publish.busy} leftSection={<Icon name="send" />}>
            {t("directive.kit.publish", { version: draft.basedOn + 1 })}
          </Button>
        )}
      </section>
    </form>
  );
}

/** The version somebody else published while this one was written; undefined where there is none. */
function newestOf(
  code: string | undefined,
  said: unknown,
  known: number,
  basedOn: number,
): number | undefined {
  if (code === "kit-moved-on" && typeof said === "number" && said > basedOn) return said;
  return known > basedOn ? known : undefined;
}
