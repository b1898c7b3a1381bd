// The frame around every signed-in page: who one acts for, the main parts, and what must always be said
// (sample data, no network). Asks who is signed in, and sends strangers to the door.
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { Navigate, Outlet, useLocation, useNavigation } from "react-router";
import { whoAmI } from "../../account/contract.ts";
import { SIGN_IN } from "../../account/web/paths.ts";
import { MeProvider, placesOf, useActingMaybe, useMe } from "../../account/web/session.tsx";
import { formatDay } from "../../platform/pure/calendar.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { EmptyState, ErrorState, Skeletons } from "../../platform/ui/states.tsx";
import { TodayProvider } from "../../platform/ui/today.tsx";
import { homeOf } from "./nav.ts";
import { Kept } from "./offline.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { BottomNav, SideNav } from "./shell-nav.tsx";
import { TopBar } from "./top-bar.tsx";

const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));

/** Waits for the session, then shows the frame; without one, the door, with the way back kept. */
export function Shell() {
  const me = useRead(whoAmI, {});
  const here = useLocation();
  // First: a session that ended leaves the last answer beside the refusal.
  if (me.error?.code === "not-signed-in") {
    const back = here.pathname === "/" ? "" : `?tiep=${encodeURIComponent(here.pathname + here.search)}`;
    return <Navigate to={`${SIGN_IN}${back}`} replace />;
  }
  if (me.data !== undefined) {
    return (
      <MeProvider me={me.data}>
        <TodayProvider today={me.data.today}>
          <Kept account={me.data.accountId}>
            <Frame />
          </Kept>
        </TodayProvider>
      </MeProvider>
    );
  }
  return (
    <main className="shell-main" id="main">
      {me.error ? <ErrorState problem={me.error} onRetry={() => void me.refetch()} /> : <Skeletons />}
    </main>
  );
}

/** Opens on Ctrl-K (or ⌘K) anywhere. */
function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        open();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [open]);
}

function Frame() {
  const t = useT();
  const me = useMe();
  const acting = useActingMaybe();
  const client = useQueryClient();
  const moving = useNavigation().state !== "idle";
  const [searching, setSearching] = useState(false);
  const openSearch = acting?.place === "unit" ? () => setSearching(true) : undefined;
  usePaletteKey(() => openSearch?.());
  // A session that ended while pages were open shows itself as a refused read: ask again who is here.
  useEffect(
    () =>
      client.getQueryCache().subscribe(({ query }) => {
        const code = (query.state.error as { code?: string } | null)?.code;
        if (code === "not-signed-in" && query.queryKey[0] !== whoAmI.id) {
          void client.resetQueries({ queryKey: [whoAmI.id] });
        }
      }),
    [client],
  );
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t("shell.skip")}
      </a>
      {moving && <div className="shell-moving" aria-hidden="true" />}
      {me.demo && (
        <aside className="demo-strip" aria-label={t("shell.demo-notice")}>
          <strong>{t("shell.demo")}</strong> <span>{t("shell.demo-day", { day: formatDay(me.today) })}</span>
        </aside>
      )}
      <TopBar {...(openSearch && { onSearch: openSearch })} />
      <SideNav />
      <main className="shell-main" id="main" tabIndex={-1}>
        <OfflineBanner />
        <Place />
      </main>
      <BottomNav />
      {searching && (
        <Suspense fallback={null}>
          <Palette onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The page, if this account holds anything at the place of its address. */
function Place() {
  const t = useT();
  const me = useMe();
  const acting = useActingMaybe();
  const { pathname } = useLocation();
  const first = placesOf(me)[0];
  if (first === undefined) {
    return (
      <Page title={t("shell.no-grant-title")}>
        <EmptyState icon="key" title={t("shell.no-grant-title")}>
          {t("shell.no-grant")}
        </EmptyState>
      </Page>
    );
  }
  if (pathname === "/") {
    return (
      <>
        <Navigate to={homeOf(first)} replace />
        <Skeletons />
      </>
    );
  }
  if (acting === undefined && /^\/(u|ban)\//.test(pathname)) {
    return (
      <Page title={t("shell.not-yours-title")}>
        <EmptyState
          icon="units"
          title={t("shell.not-yours-title")}
          action={<a href={homeOf(first)}>{t("shell.go-home")}</a>}
        >
          {t("shell.not-yours")}
        </EmptyState>
      </Page>
    );
  }
  return <Outlet />;
}
