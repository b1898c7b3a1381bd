// A union invites its people: one link to paste or to print, and how many came by it. Never who.
import { Button, TextInput, Title } from "@mantine/core";
import { useParams } from "react-router";
import { useActing } from "../../../account/web/session.tsx";
import { campaignsPath } from "../../../campaign/web/paths.ts";
import { endInvitation, makeInvitation } from "../../../donor/contract.ts";
import { CopyButton } from "../../../platform/ui/copy-button.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { Qr } from "../../../platform/ui/qr.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { EmptyState, ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import { getInvitations } from "../../contract/public.ts";
import type { CameBy, InvitationsView } from "../../schema/public.ts";
import "../booking.css";

export function InvitePage() {
  const t = useT();
  const { placeId: unitId } = useActing();
  const { campaignId = "" } = useParams();
  const view = useRead(getInvitations, { params: { unitId, campaignId } });
  return (
    <Page
      title={t("booking.inviting.title")}
      lead={t("booking.inviting.lead")}
      back={{ to: campaignsPath(unitId), label: t("campaign.title") }}
      printable
    >
      <Shown read={view}>
        {(found) => (
          <>
            {found.openDrives === 0 && (
              <p className="note note-plain">
                <Icon name="clock" />
                {t("booking.inviting.no-drive")}
              </p>
            )}
            {found.own === null ? (
              <NoLink unitId={unitId} campaignId={campaignId} />
            ) : (
              <Link unitId={unitId} own={found.own} />
            )}
            <Counts view={found} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function NoLink({ unitId, campaignId }: { readonly unitId: string; readonly campaignId: string }) {
  const t = useT();
  const make = useWrite(makeInvitation, { invalidates: [getInvitations] });
  return (
    <>
      <EmptyState
        icon="people"
        title={t("booking.inviting.none")}
        action={
          <Button loading={make.busy} onClick={() => void make.run({ params: { unitId, campaignId } })}>
            {t("booking.inviting.make")}
          </Button>
        }
      >
        {t("booking.inviting.none-help")}
      </EmptyState>
      <ProblemNote problem={make.problem} />
    </>
  );
}

interface LinkProps {
  readonly unitId: string;
  readonly own: NonNullable<InvitationsView["own"]>;
}

function Link({ unitId, own }: LinkProps) {
  const t = useT();
  const tell = useNotice();
  const end = useWrite(endInvitation, {
    invalidates: [getInvitations],
    onDone: () => tell({ text: t("booking.inviting.ended") }),
  });
  const address = new URL(own.link, window.location.origin).href;
  const words = own.text.replace(own.link, address);
  return (
    <section className="card">
      <div className="link-card">
        <div className="link-card-qr">
          <Qr text={address} label={t("booking.inviting.qr")} />
          <p className="soft">{t("booking.inviting.qr")}</p>
        </div>
        <div className="form">
          <p className="link-card-words">{words}</p>
          <CopyButton text={words} variant="filled" />
          <TextInput
            label={t("booking.inviting.link")}
            readOnly
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton text={address} label={t("booking.inviting.link-only")} />
        </div>
      </div>
      <details className="no-print">
        <summary>{t("booking.inviting.end")}</summary>
        <p>{t("booking.inviting.end-why")}</p>
        <ProblemNote problem={end.problem} />
        <Button
          variant="default"
          loading={end.busy}
          onClick={() => void end.run({ params: { unitId, code: own.code } })}
        >
          {t("booking.inviting.end")}
        </Button>
      </details>
    </section>
  );
}

function Counts({ view }: { readonly view: InvitationsView }) {
  const t = useT();
  const said = ({ registered, gave }: CameBy): string =>
    [
      t("booking.inviting.people", { count: registered }),
      ...(gave === null ? [] : [t("booking.inviting.gave", { count: gave })]),
    ].join(" · ");
  return (
    <section className="card">
      <Title order={2} size="h3">
        {t("booking.inviting.counts")}
      </Title>
      <dl className="came-by">
        <div>
          <dt>{t("booking.inviting.by-unit")}</dt>
          <dd>{said(view.byUnit)}</dd>
        </div>
        <div>
          <dt>{t("booking.inviting.by-friends")}</dt>
          <dd>{said(view.byFriends)}</dd>
        </div>
      </dl>
      <p className="soft">{t("booking.inviting.counts-why")}</p>
    </section>
  );
}
