// Confirming receipt from the list of duties, with the note of the letter's own page: one draft for both.
import { useKeptWrite } from "../../../platform/offline/use-kept-write.ts";
import { useDraft } from "../../../platform/ui/draft.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { receiveDirective } from "../../contract.ts";
import { CHANGED } from "../letter/changed.ts";
import { letterPath, OWN_STEPS } from "../paths.ts";

export function useReceive(unitId: string, directiveId: string, title: string) {
  const t = useT();
  const tell = useNotice();
  const key = `receive.${unitId}.${directiveId}`;
  const [note, setNote, forget] = useDraft(key, () => "");
  const receive = useKeptWrite(receiveDirective, {
    invalidates: CHANGED,
    onSafe: (state) => {
      setNote("");
      forget();
      tell({ text: t(state === "sent" ? "directive.received-notice" : "directive.received-kept") });
    },
  });
  const confirm = () =>
    receive.run(
      { params: { unitId, directiveId }, body: { note } },
      {
        words: t("directive.receive-words", { title }),
        mend: { to: letterPath(unitId, directiveId, OWN_STEPS), draft: { key, value: note } },
      },
    );
  return { note, setNote, confirm, busy: receive.busy, problem: receive.problem };
}
