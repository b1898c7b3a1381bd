// The frame the pages about one letter share: its title, the tabs, and whose branch is shown.
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { useActing } from "../../../account/web/session.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../../platform/ui/states.tsx";
import { getDirective } from "../../contract.ts";
import type { DirectiveView } from "../../schema.ts";
import { letterPath } from "../paths.ts";
import { titled } from "../titled.ts";
import { type LetterTab, LetterTabs } from "./letter-tabs.tsx";

/** What a page about a letter knows: the unit one acts for, the unit shown (it or one below it), the letter. */
export interface Framed {
  readonly placeId: string;
  readonly shownId: string;
  readonly directiveId: string;
  /** As the unit one acts for sees it. */
  readonly letter: DirectiveView;
}

interface FrameProps {
  readonly tab: LetterTab;
  readonly title: string;
  /** Pages that show what happened after issue say so for a draft. */
  readonly needsIssue?: boolean;
  readonly children: (framed: Framed) => ReactNode;
}

export function LetterFrame({ tab, title, needsIssue = false, children }: FrameProps) {
  const t = useT();
  const { placeId } = useActing();
  const { directiveId = "", shownId = placeId } = useParams();
  const read = useRead(getDirective, { params: { unitId: placeId, directiveId } });
  const { data } = read;
  const number = [data?.number, data?.notation].filter(Boolean).join("/");
  return (
    <Page
      title={title}
      back={{ to: letterPath(placeId, directiveId), label: t("directive.letter") }}
      {...(data && {
        lead: [number !== "" && t("directive.number", { number }), titled(data.title)]
          .filter(Boolean)
          .join(" · "),
      })}
      printable
    >
      <LetterTabs unitId={placeId} directiveId={directiveId} current={tab} />
      <Shown read={read} rows={5}>
        {(letter) =>
          needsIssue && letter.issuedAt === null ? (
            <EmptyState icon="send" title={t("directive.not-issued")}>
              {t("directive.not-issued-help")}
            </EmptyState>
          ) : (
            children({ placeId, shownId, directiveId, letter })
          )
        }
      </Shown>
    </Page>
  );
}
