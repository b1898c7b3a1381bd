// Composing a decision: its head, and its acts added one by one, many at once, or from a pasted table.
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { isDay } from "../../../../platform/pure/calendar.ts";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { Icon } from "../../../../platform/ui/icons.tsx";
import { useNotice } from "../../../../platform/ui/notice.tsx";
import { Page } from "../../../../platform/ui/page.tsx";
import { useRead } from "../../../../platform/ui/queries.ts";
import { ErrorState, ProblemNote, Skeletons } from "../../../../platform/ui/states.tsx";
import { dryRunDecision } from "../../../contract/acts.ts";
import type { Act, ActReason } from "../../../schema/acts.ts";
import { decisionPath, decisionsPath } from "../../paths.ts";
import { ActList } from "../act-list.tsx";
import { actWords } from "../act-words.ts";
import { Reasons, reasonsAt } from "../reasons.tsx";
import { ActForm } from "./act-form.tsx";
import { ComposeEnvProvider } from "./context.tsx";
import { type Composing, learnt, missingIn, nameIn, openedIn } from "./draft.ts";
import { draftWords } from "./draft-words.ts";
import { HeadForm } from "./head-form.tsx";
import { Aside, NewerNote } from "./newer-draft.tsx";
import { PasteForm } from "./paste-form.tsx";
import { useComposing } from "./use-composing.ts";

export interface FileFieldProps {
  readonly unitId: string;
  readonly fileId: string | null;
  readonly onChange: (fileId: string | null) => void;
}

interface ComposePageProps {
  /** The name of the unit one acts for, which decides. */
  readonly unitName: string;
  readonly fileField: (props: FileFieldProps) => ReactNode;
}

export function ComposePage(props: ComposePageProps) {
  const { unitId = "", decisionId = "" } = useParams();
  return <Composer key={decisionId} {...props} unitId={unitId} decisionId={decisionId} />;
}

interface ComposerProps extends ComposePageProps {
  readonly unitId: string;
  readonly decisionId: string;
}

function Composer({ unitId, decisionId, unitName, fileField }: ComposerProps) {
  const t = useT();
  const navigate = useNavigate();
  const [tried, setTried] = useState(false);
  const composing = useComposing(unitId, decisionId);
  const { draft, read, saved, saving, set } = composing;
  const dry = useRead(
    dryRunDecision,
    { params: { unitId, decisionId } },
    { enabled: saved && (draft?.acts.length ?? 0) > 0, keep: true },
  );
  const back = { to: decisionsPath(unitId), label: t("unit.decisions") };
  const title = t("unit.compose-title");
  if (draft === undefined) {
    return (
      <Page title={title} back={back}>
        {read.error ? (
          <ErrorState problem={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <Skeletons rows={5} />
        )}
      </Page>
    );
  }
  if (read.data !== undefined && read.data.state !== "draft") {
    return (
      <Page
        title={read.data.title}
        back={{ to: decisionPath(unitId, decisionId), label: t("unit.dry-title") }}
      >
        <p className="note">{t("unit.compose-not-draft")}</p>
        <Aside words={composing.aside} onDrop={composing.dropAside} />
      </Page>
    );
  }
  const nameOf = (id: string): string =>
    nameIn(draft, id) ??
    (id === unitId ? unitName : dry.data?.named.find((unit) => unit.id === id)?.name) ??
    t("unit.reason-some-unit");
  const see = async (): Promise<void> => {
    setTried(true);
    if (await composing.saveNow()) void navigate(decisionPath(unitId, decisionId));
  };
  const missing = missingIn(draft);
  return (
    <Page
      title={title}
      lead={t("unit.compose-lead")}
      back={back}
      actions={
        composing.found && (
          <Button variant="default" leftSection={<Icon name="undo" />} onClick={composing.startOver}>
            {t("unit.compose-start-over")}
          </Button>
        )
      }
    >
      {composing.behind && composing.problem && (
        <NewerNote
          problem={composing.problem}
          onLoad={() => composing.loadNewer(draftWords(t, draft, nameOf))}
        />
      )}
      <Aside words={composing.aside} onDrop={composing.dropAside} />
      <ComposeEnvProvider
        env={{
          unitId,
          asOf: isDay(draft.effectiveOn) ? draft.effectiveOn : undefined,
          opened: openedIn(draft.acts),
          nameOf,
          learn: (units) => set((before) => ({ ...before, named: learnt(before.named, units) })),
        }}
      >
        <HeadForm
          draft={draft}
          missing={missing}
          tried={tried}
          onChange={(change) => set((before) => ({ ...before, ...change }))}
          file={fileField({
            unitId,
            fileId: draft.fileId,
            onChange: (fileId) => set((before) => ({ ...before, fileId })),
          })}
        />
        <Acts draft={draft} set={set} nameOf={nameOf} reasons={saved ? (dry.data?.reasons ?? []) : []} />
      </ComposeEnvProvider>
      <section className="card compose-foot">
        <p className="soft" role="status">
          {t(
            saving
              ? "unit.compose-saving"
              : saved
                ? "unit.compose-saved"
                : composing.behind
                  ? "unit.compose-behind"
                  : "unit.compose-local",
          )}
        </p>
        {tried && missing.size > 0 && (
          <div className="note note-error" role="alert">
            <Icon name="error" />
            <ul className="plain-list">
              {[...missing].map((what) => (
                <li key={what}>{t(`unit.compose-missing.${what}`)}</li>
              ))}
            </ul>
          </div>
        )}
        {!composing.behind && (
          <ProblemNote problem={composing.problem} onRetry={() => void composing.saveNow()} />
        )}
        <Button size="lg" loading={saving && tried} onClick={() => void see()}>
          {t("unit.compose-see")}
        </Button>
      </section>
    </Page>
  );
}

interface ActsProps {
  readonly draft: Composing;
  readonly set: (change: (before: Composing) => Composing) => void;
  readonly nameOf: (unitId: string) => string;
  readonly reasons: readonly ActReason[];
}

type Writing = number | "new" | "paste" | undefined;

function Acts({ draft, set, nameOf, reasons }: ActsProps) {
  const t = useT();
  const tell = useNotice();
  const [writing, setWriting] = useState<Writing>();
  const stop = (): void => setWriting(undefined);
  const setActs = (change: (acts: readonly Act[]) => readonly Act[]): void =>
    set((before) => ({ ...before, acts: change(before.acts) }));
  const add = (acts: readonly Act[]): void => {
    setActs((before) => [...before, ...acts]);
    stop();
  };
  const remove = (index: number): void => {
    const act = draft.acts[index];
    if (act === undefined) return;
    setActs((acts) => acts.toSpliced(index, 1));
    tell({
      text: `${t("common.remove")}: ${t(`unit.act.${act.kind}`)}, ${actWords(t, act, nameOf)}`,
      undo: () => setActs((acts) => acts.toSpliced(index, 0, act)),
    });
  };
  return (
    <section aria-labelledby="acts">
      <h2 className="section-head" id="acts">
        {t("unit.compose-acts")}
      </h2>
      {draft.acts.length === 0 && <p className="soft">{t("unit.compose-acts-none")}</p>}
      <Reasons reasons={reasonsAt(reasons, undefined)} nameOf={nameOf} />
      <ActList
        acts={draft.acts}
        nameOf={nameOf}
        reasons={reasons}
        tools={(index) =>
          writing === undefined && (
            <div className="button-row">
              <Button variant="default" size="sm" onClick={() => setWriting(index)}>
                {t("common.edit")}
              </Button>
              <Button variant="subtle" size="sm" onClick={() => remove(index)}>
                {t("common.remove")}
              </Button>
            </div>
          )
        }
        instead={(index) =>
          writing === index && (
            <ActForm
              act={draft.acts[index]}
              onCancel={stop}
              onDone={(acts) => {
                setActs((before) => before.toSpliced(index, 1, ...acts));
                stop();
              }}
            />
          )
        }
      />
      {writing === "new" && <ActForm act={undefined} onDone={add} onCancel={stop} />}
      {writing === "paste" && <PasteForm onDone={add} onCancel={stop} />}
      {writing === undefined && (
        <div className="button-row">
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setWriting("new")}>
            {t("unit.compose-add")}
          </Button>
          <Button variant="default" leftSection={<Icon name="copy" />} onClick={() => setWriting("paste")}>
            {t("unit.compose-paste")}
          </Button>
        </div>
      )}
    </section>
  );
}
