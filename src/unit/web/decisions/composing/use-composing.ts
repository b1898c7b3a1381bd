// A decision's draft while it is written: on this device at every stroke, on the server whenever it is whole and rests.
import { useEffect, useRef, useState } from "react";
import { useDraft } from "../../../../platform/ui/draft.ts";
import { useRead, useWrite } from "../../../../platform/ui/queries.ts";
import { draftDecision, dryRunDecision, getDecision, listDecisions } from "../../../contract/acts.ts";
import type { DecisionEntry } from "../../../schema/acts.ts";
import { type Composing, composingOf, emptyComposing, entryOf } from "./draft.ts";

const REST_MS = 1500;

export function useComposing(unitId: string, decisionId: string) {
  const params = { unitId, decisionId };
  const [kept, setKept, forget, found] = useDraft<Composing | null>(`decision.${decisionId}`, () => null);
  const [aside, setAside, forgetAside] = useDraft(`decision.${decisionId}.aside`, () => "");
  const read = useRead(getDecision, { params });
  // A new decision is not on the server until it is whole for the first time.
  const isNew = read.error?.code === "not-found";
  const [blank] = useState(emptyComposing);
  const [taken, setTaken] = useState<Composing>();
  if (taken === undefined && read.data !== undefined) setTaken(composingOf(read.data));
  const draft = kept ?? taken ?? (isNew ? blank : undefined);
  const entry = draft && entryOf(draft);
  const words = entry && JSON.stringify(entry);
  const [savedWords, setSavedWords] = useState<string>();
  const known = savedWords ?? (taken && JSON.stringify(entryOf(taken)));
  const saved = words !== undefined && words === known;
  const latest = useRef(words);
  latest.current = words;
  const save = useWrite(draftDecision, {
    invalidates: [listDecisions, dryRunDecision],
    onDone: (_, { body: { basedOn: _basedOn, ...whole } }) => {
      const sent = JSON.stringify(whole);
      setSavedWords(sent);
      // The server keeps it now, where every device of the office finds it.
      if (sent === latest.current) forget();
    },
  });
  const { run } = save;
  // Somebody else saved since: nothing is sent until the newer draft has been opened.
  const behind = save.problem?.code === "draft-changed";
  const send = (whole: DecisionEntry) => run({ params, body: { ...whole, basedOn: draft?.basedOn } });
  const mayWrite = isNew || read.data?.state === "draft";
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the words starts the wait anew
  useEffect(() => {
    if (entry === undefined || saved || !mayWrite || behind) return;
    const timer = setTimeout(() => void send(entry), REST_MS);
    return () => clearTimeout(timer);
  }, [words, saved, mayWrite, behind]);
  return {
    read,
    draft,
    /** Whether the server has it as it is now. */
    saved,
    saving: save.busy,
    problem: save.problem,
    found: found && kept !== null && !saved,
    set: (change: (before: Composing) => Composing): void =>
      setKept((before) => change(before ?? taken ?? blank)),
    /** Sends it at once; answers whether the server has it. */
    saveNow: async (): Promise<boolean> =>
      entry !== undefined && (saved || (await send(entry)) !== undefined),
    behind,
    /** One's own words of a draft that was left for a newer one; "" where there are none. */
    aside,
    dropAside: (): void => {
      setAside("");
      forgetAside();
    },
    /** Opens what somebody else saved; `words` are one's own, kept beside it. */
    loadNewer: async (words: string): Promise<void> => {
      const newer = (await read.refetch()).data;
      if (newer === undefined) return;
      setAside(aside === "" ? words : `${words}\n\n${aside}`);
      setKept(null);
      forget();
      setTaken(composingOf(newer));
      setSavedWords(undefined);
      save.clear();
    },
    startOver: (): void => {
      setKept(null);
      forget();
    },
  };
}
