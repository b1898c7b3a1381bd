// "Ai chưa trả lời": levels of the tree first, then everyone late, as of now or of any moment before.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { useActing } from "../../../account/web/session.tsx";
import { CopyButton } from "../../../platform/ui/copy-button.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { Shown } from "../../../platform/ui/states.tsx";
import { letterLevels } from "../../contract/chasing.ts";
import { reminderText } from "../../contract.ts";
import type { LateWhat } from "../../schema/chasing.ts";
import type { DirectiveView } from "../../schema.ts";
import { type Framed, LetterFrame } from "../cascade/letter-frame.tsx";
import { PictureOf, UnitCard } from "../cascade/unit-card.tsx";
import { latePath, nextLetterPath } from "../paths.ts";
import { type Filter, LateList } from "./late-list.tsx";
import { LevelsTable } from "./levels-table.tsx";
import { MomentControl, useMoment } from "./moment-control.tsx";

export function LatePage() {
  const t = useT();
  return (
    <LetterFrame tab="late" title={t("directive.late.title")} needsIssue>
      {(framed) => <Late key={framed.shownId} {...framed} />}
    </LetterFrame>
  );
}

const OFFICE = ["officer", "deputy", "signatory"] as const;
const EVERYTHING: Filter = { kind: "", what: "" };

const whatsOf = (letter: DirectiveView): readonly LateWhat[] => [
  "receive",
  ...new Set(letter.instructions.flatMap(({ duties }) => duties)),
];

function Late(framed: Framed) {
  const t = useT();
  const { placeId, shownId, directiveId, letter } = framed;
  const { roles } = useActing();
  // Whoever holds an office here; the server has the last word.
  const mayRemind = OFFICE.some((role) => roles.includes(role));
  const at = useMoment();
  const [filter, setFilter] = useState(EVERYTHING);
  const read = useRead(
    letterLevels,
    { params: { unitId: shownId, directiveId }, query: at === undefined ? {} : { at } },
    { keep: true },
  );
  if (shownId !== placeId && read.error?.code === "not-found") {
    return (
      <UnitCard {...framed} hrefOf={(unitId) => latePath(placeId, directiveId, unitId)}>
        <p>{t("directive.cascade.nothing-yet")}</p>
      </UnitCard>
    );
  }
  return (
    <div className="late-page">
      <UnitCard {...framed} hrefOf={(unitId) => latePath(placeId, directiveId, unitId)}>
        <PictureOf {...framed} />
      </UnitCard>
      <MomentControl at={read.data?.at} />
      <Shown read={read} rows={5}>
        {({ levels }) => (
          <>
            <LevelsTable
              levels={levels}
              onLate={(kind) => {
                setFilter({ kind, what: "" });
                const list = document.getElementById("late");
                list?.scrollIntoView({ block: "start" });
                list?.focus({ preventScroll: true });
              }}
            />
            <LateList
              placeId={placeId}
              shownId={shownId}
              directiveId={directiveId}
              at={at}
              levels={levels}
              whats={whatsOf(letter)}
              mayRemind={mayRemind}
              filter={filter}
              onFilter={setFilter}
            />
          </>
        )}
      </Shown>
      <OtherWays {...framed} />
    </div>
  );
}

/** By Zalo, and on paper. */
function OtherWays({ placeId, shownId, directiveId, letter }: Framed) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const text = useRead(reminderText, { params: { unitId: shownId, directiveId } }, { enabled: open });
  const own = letter.sender.id === placeId && letter.state === "issued";
  return (
    <section className="card no-print" aria-labelledby="other-ways">
      <h2 className="section-head" id="other-ways">
        {t("directive.late.other-ways")}
      </h2>
      <details className="inner-form" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t("directive.late.zalo")}</summary>
        {open && (
          <Shown read={text} rows={1}>
            {(reminder) => (
              <>
                <p className="copied-text">{reminder.text}</p>
                <CopyButton text={reminder.text} variant="filled" />
              </>
            )}
          </Shown>
        )}
      </details>
      {own && (
        <p className="late-urge">
          <Button
            component={Link}
            to={nextLetterPath(placeId, directiveId, "urge")}
            variant="default"
            leftSection={<Icon name="letter" />}
          >
            {t("directive.late.urge")}
          </Button>
          <span className="soft">{t("directive.late.urge-help")}</span>
        </p>
      )}
    </section>
  );
}
