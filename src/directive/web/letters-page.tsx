// Letters the unit sent or was reached by, newest first.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { dayIn } from "../../platform/pure/calendar.ts";
import { DayText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { EmptyState, ErrorState, LoadMore, Skeletons } from "../../platform/ui/states.tsx";
import { listDirectives } from "../contract.ts";
import type { DirectiveRow } from "../schema.ts";
import { LetterStateChip } from "./letter/standing.tsx";
import { letterPath, readLetterPath, seriesPath } from "./paths.ts";
import { titled } from "./titled.ts";

export function LettersPage() {
  const t = useT();
  const { placeId } = useActing();
  const pages = useReadPages(listDirectives, { params: { unitId: placeId } });
  const begin = (
    <Button component={Link} to={readLetterPath(placeId)} leftSection={<Icon name="letter" />}>
      {t("directive.read-letter")}
    </Button>
  );
  return (
    <Page title={t("directive.letters-title")} lead={t("directive.letters-lead")} actions={begin}>
      {pages.items === undefined &&
        (pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons />)}
      {pages.items?.length === 0 && (
        <EmptyState icon="letter" title={t("directive.letters-none")} action={begin}>
          {t("directive.letters-none-help")}
        </EmptyState>
      )}
      <ul className="row-list">
        {pages.items?.map((letter) => (
          <li key={letter.id}>
            <Link className="row-link letter-row" to={letterPath(placeId, letter.id)}>
              <Icon name="letter" size={24} />
              <span>
                {titled(letter.title)}
                <small>
                  {letter.relation !== "first" && `${t(`directive.relation.${letter.relation}`)} · `}
                  {letter.sender.name}
                  {letter.number !== null &&
                    ` · ${t("directive.number", { number: [letter.number, letter.notation].filter(Boolean).join("/") })}`}
                  {letter.issuedAt && (
                    <>
                      {" · "}
                      <DayText day={dayIn(letter.issuedAt)} />
                    </>
                  )}
                </small>
              </span>
              <Receipt letter={letter} />
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore pages={pages} />
      <p className="after-list no-print">
        <Link to={seriesPath(placeId)}>{t("directive.series-open")}</Link>
      </p>
    </Page>
  );
}

/** One word: of a letter that no longer holds, that; of one's own, how it stands; of one that came, what is done. */
function Receipt({ letter }: { readonly letter: DirectiveRow }) {
  const t = useT();
  if (letter.state !== "issued" || letter.receipt === null) return <LetterStateChip state={letter.state} />;
  switch (letter.receipt) {
    case "not-received":
      return <StateChip state="late" word={t("directive.state-not-received")} />;
    case "received":
      return <StateChip state="doing" word={t("directive.state-received")} />;
    case "disseminated":
      return <StateChip state="done" word={t("directive.state-disseminated")} />;
  }
}
