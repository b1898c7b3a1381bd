// "Bộ tài liệu tuyên truyền": what helps a unit spread the letter, ready to copy, print and read aloud; and its reach.
import { Button } from "@mantine/core";
import { Link, useSearchParams } from "react-router";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../../platform/ui/states.tsx";
import { getKit } from "../../contract/kit.ts";
import type { KitView } from "../../schema/kit.ts";
import { type Framed, LetterFrame } from "../cascade/letter-frame.tsx";
import { kitEditPath, letterPath } from "../paths.ts";
import { KeyMessages, Questions } from "./key-messages.tsx";
import { KitReach } from "./kit-reach.tsx";
import { KitVersions, VERSION } from "./kit-versions.tsx";
import { Loudspeaker } from "./loudspeaker.tsx";
import { Chat, OpenPage } from "./passing-on.tsx";
import { Poster } from "./poster.tsx";

const PUBLISH = "directive.publish-kit";

export function KitPage() {
  const t = useT();
  return (
    <LetterFrame tab="kit" title={t("directive.kit.title")}>
      {(framed) => <Loaded {...framed} />}
    </LetterFrame>
  );
}

function Loaded({ placeId, directiveId }: Framed) {
  const [search] = useSearchParams();
  const asked = Number(search.get(VERSION));
  const version = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  const read = useRead(
    getKit,
    { params: { unitId: placeId, directiveId }, query: version === undefined ? {} : { version } },
    { keep: true },
  );
  return (
    <Shown read={read} rows={5}>
      {(kit) => (
        <div className="kit" aria-busy={read.isPlaceholderData}>
          <Kit kit={kit} placeId={placeId} directiveId={directiveId} />
          <KitReach kit={kit} placeId={placeId} directiveId={directiveId} />
        </div>
      )}
    </Shown>
  );
}

interface KitProps {
  readonly kit: KitView;
  readonly placeId: string;
  readonly directiveId: string;
}

function Kit({ kit, placeId, directiveId }: KitProps) {
  const t = useT();
  const { current, of } = kit;
  const mayPublish = kit.allowedActions.includes(PUBLISH);
  if (current === null || of === null) {
    return (
      <EmptyState
        icon="letter"
        title={t("directive.kit.empty")}
        action={
          mayPublish && (
            <Button
              component={Link}
              to={kitEditPath(placeId, directiveId)}
              size="lg"
              leftSection={<Icon name="edit" />}
            >
              {t("directive.kit.begin")}
            </Button>
          )
        }
      >
        {mayPublish ? t("directive.kit.empty-help") : t("directive.kit.empty-wait")}
      </EmptyState>
    );
  }
  const { content } = current;
  const own = of.id === directiveId;
  return (
    <>
      <section className="card kit-head">
        {!own && (
          <p>
            {t("directive.kit.from-above", { unit: of.sender.name })}{" "}
            <Link className="plain-link" to={letterPath(placeId, of.id)}>
              {of.title}
            </Link>
          </p>
        )}
        <KitVersions kit={kit} />
        {mayPublish && (
          <Button
            component={Link}
            to={kitEditPath(placeId, directiveId)}
            variant="default"
            className="no-print"
            leftSection={<Icon name="edit" />}
          >
            {own ? t("directive.kit.edit") : t("directive.kit.edit-own")}
          </Button>
        )}
      </section>
      {content.keyMessages.length > 0 && <KeyMessages messages={content.keyMessages} />}
      {content.chat !== "" && <Chat text={content.chat} pageUrl={kit.pageUrl} />}
      <Poster kit={kit} content={content} placeId={placeId} directiveId={directiveId} />
      {content.loudspeaker.length > 0 && <Loudspeaker texts={content.loudspeaker} />}
      {content.questions.length > 0 && <Questions questions={content.questions} />}
      {kit.pageUrl !== null && <OpenPage url={kit.pageUrl} />}
    </>
  );
}
