// Says in words, above every page: no network and how old the figures are, what waits to be sent, what was refused
// and how to mend it, and that a new version is ready.
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { useOutbox } from "../../platform/offline/kept.tsx";
import { forgetKeptAt } from "../../platform/offline/reach.ts";
import { useOldestBehind, useOldestKeptAt, useOnline, useUpdate } from "../../platform/offline/use-reach.ts";
import { formatInstant } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useLettersAhead } from "./offline.tsx";
import { RefusedList, WaitingList } from "./outbox-lists.tsx";

/** A command that is answered sooner than this was never waiting. */
const WAITS_AFTER_MS = 2_500;

export function OfflineBanner() {
  const t = useT();
  const update = useUpdate();
  useLettersAhead();
  return (
    <div role="status" className="no-print">
      <Network />
      <Behind />
      <Commands />
      {update && (
        <p className="note note-plain offline-note">
          <Icon name="undo" />
          <span>{t("offline.update")}</span>
          <Button size="compact-md" variant="default" onClick={update.apply}>
            {t("offline.update-now")}
          </Button>
        </p>
      )}
    </div>
  );
}

function Network() {
  const t = useT();
  const tell = useNotice();
  const online = useOnline();
  const keptAt = useOldestKeptAt();
  const { pathname } = useLocation();
  const was = useRef(online);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arriving at another address only
  useEffect(forgetKeptAt, [pathname]);
  useEffect(() => {
    if (online && !was.current) tell({ text: t("shell.online-again") });
    was.current = online;
  }, [online, t, tell]);
  if (online && keptAt === undefined) return null;
  const [time = "", day = ""] = keptAt === undefined ? [] : formatInstant(keptAt).split(" ");
  return (
    <p className="note offline-note">
      <Icon name="offline" />
      <span>
        {navigator.onLine ? t("offline.unreached") : t("shell.offline")}
        {keptAt !== undefined && ` ${t("offline.kept-at", { time, day })}`}
      </span>
    </p>
  );
}

/** The figures come from a copy of the data that is some seconds behind: nothing is wrong, and they are not the newest. */
function Behind() {
  const t = useT();
  const asOf = useOldestBehind();
  if (asOf === undefined) return null;
  const [time = ""] = formatInstant(asOf).split(" ");
  return (
    <p className="note note-plain offline-note">
      <Icon name="clock" />
      <span>{t("offline.behind", { time })}</span>
    </p>
  );
}

/** Whether something has waited long enough to be spoken of. */
function useWaits(oldest: string | undefined): boolean {
  const [, look] = useState(0);
  useEffect(() => {
    if (oldest === undefined) return;
    const timer = setTimeout(() => look((times) => times + 1), WAITS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [oldest]);
  return oldest !== undefined && Date.now() - Date.parse(oldest) >= WAITS_AFTER_MS;
}

function Commands() {
  const t = useT();
  const tell = useNotice();
  const { waiting, refused, sending, paused } = useOutbox();
  const count = waiting.length;
  const waits = useWaits(waiting[0]?.at);
  const spoken = useRef(false);
  useEffect(() => {
    if (waits) spoken.current = true;
    else if (spoken.current && count === 0) {
      spoken.current = false;
      if (refused.length === 0) tell({ text: t("offline.all-sent") });
    }
  }, [waits, count, refused.length, t, tell]);
  const words = (): string => {
    if (paused === "signed-out") return t("offline.paused-signed-out", { count });
    if (paused === "other-account") return t("offline.paused-other", { count });
    return sending ? t("offline.sending", { count }) : t("offline.waiting", { count });
  };
  return (
    <>
      {waits && <WaitingList title={words()} commands={waiting} sending={sending} />}
      {refused.length > 0 && <RefusedList commands={refused} />}
    </>
  );
}
