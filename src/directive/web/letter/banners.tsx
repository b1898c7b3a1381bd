// What an officer must know before reading on: the letter was changed, recalled, or the one above it was.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { InstantText } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon, type IconName } from "../../../platform/ui/icons.tsx";
import type { DirectiveView } from "../../schema.ts";
import { letterPath, nextLetterPath } from "../paths.ts";
import { linkWords } from "./letter-link.tsx";
import { RECALL } from "./recall.tsx";

interface BannerProps {
  readonly icon: IconName;
  readonly tone?: "error" | "plain";
  readonly children: ReactNode;
}

function Banner({ icon, tone, children }: BannerProps) {
  return (
    <section className={`note banner${tone ? ` note-${tone}` : ""}`}>
      <Icon name={icon} size={24} />
      <div>{children}</div>
    </section>
  );
}

export function Banners({ letter, unitId }: { readonly letter: DirectiveView; readonly unitId: string }) {
  const t = useT();
  const { changedBy, recall, state, allowedActions } = letter;
  const own = letter.sender.id === unitId;
  return (
    <>
      {recall && (
        <Banner icon="undo" tone="error">
          <p>
            <strong>
              {t("directive.recalled-words", { sender: letter.sender.name })} <InstantText at={recall.at} />
              {recall.by !== null && ` (${recall.by})`}.
            </strong>
          </p>
          <p>{t("directive.recalled-reason", { reason: recall.reason })}</p>
          {!own && <p>{t("directive.recalled-help")}</p>}
        </Banner>
      )}
      {changedBy && (
        <Banner icon="edit">
          <p>
            <strong>
              {t(state === "replaced" ? "directive.replaced-words" : "directive.amended-words")}
            </strong>{" "}
            {linkWords(t, changedBy)}.
          </p>
          <Button
            component={Link}
            to={letterPath(unitId, changedBy.id)}
            variant={own ? "default" : "filled"}
            leftSection={<Icon name="letter" />}
          >
            {own ? t("directive.open-changed-own") : t("directive.open-changed")}
          </Button>
        </Banner>
      )}
      {letter.parentChanged && (
        <ParentChanged letter={letter} because={letter.parentChanged} unitId={unitId} />
      )}
      {letter.mine?.endedAt && !recall && !changedBy && (
        <Banner icon="clock" tone="plain">
          <p>
            {t("directive.ended-words")} <InstantText at={letter.mine.endedAt} />.
          </p>
        </Banner>
      )}
      {letter.onItsWay > 0 && (
        <Banner icon="clock" tone="plain">
          <p role="status">{t("directive.on-its-way", { count: letter.onItsWay })}</p>
        </Banner>
      )}
      {own && state === "issued" && !letter.signed && allowedActions.includes("directive.attach") && (
        <Banner icon="alarm" tone="plain">
          <p>{t("directive.not-signed-words")}</p>
          <a className="banner-link" href="#tep">
            {t("directive.not-signed-do")}
          </a>
        </Banner>
      )}
    </>
  );
}

interface ParentChangedProps {
  readonly letter: DirectiveView;
  readonly because: NonNullable<DirectiveView["parentChanged"]>;
  readonly unitId: string;
}

/** The letter this one carries further holds no more as it was: amend this one in its turn, or recall it. */
function ParentChanged({ letter, because, unitId }: ParentChangedProps) {
  const t = useT();
  const recalled = because.state === "recalled";
  const follow = nextLetterPath(unitId, letter.id, "amend", recalled ? undefined : because.id);
  return (
    <Banner icon="alarm">
      <p>
        <strong>
          {t(recalled ? "directive.parent-recalled" : "directive.parent-changed", {
            letter: linkWords(t, because),
          })}
        </strong>
      </p>
      <p>{t(recalled ? "directive.parent-recalled-help" : "directive.parent-changed-help")}</p>
      <div className="button-row">
        {!recalled && (
          <Button component={Link} to={follow} leftSection={<Icon name="edit" />}>
            {t("directive.follow-parent")}
          </Button>
        )}
        {recalled && letter.allowedActions.includes("directive.recall") && (
          <Button component="a" href={`#${RECALL}`} leftSection={<Icon name="undo" />}>
            {t("directive.recall-this")}
          </Button>
        )}
        <Button component={Link} variant="default" to={letterPath(unitId, because.id)}>
          {t("directive.see-above")}
        </Button>
      </div>
    </Banner>
  );
}
