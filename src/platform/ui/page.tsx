// The frame of one screen: its heading (which takes the focus), document title, way back and actions.
import { Button, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "react-router";
import { useT } from "./i18n.tsx";
import { Icon } from "./icons.tsx";

export interface Crumb {
  readonly label: string;
  /** Absent for the last one: here. */
  readonly to?: string;
}

/** The way down to what is shown, e.g. the path of the tree. */
export function Crumbs({ items, label }: { readonly items: readonly Crumb[]; readonly label: string }) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {items.map(({ label: word, to }) => (
          <li key={`${to ?? ""} ${word}`}>
            {to === undefined ? <span aria-current="page">{word}</span> : <Link to={to}>{word}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PageProps {
  readonly title: string;
  /** A line under the heading. */
  readonly lead?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  /** Buttons beside the heading; hidden on paper. */
  readonly actions?: ReactNode;
  /** Offer "In". */
  readonly printable?: boolean;
  readonly children: ReactNode;
}

/** Every screen is one Page. On navigation the heading takes the focus, so that it is read out and Tab starts there. */
export function Page({ title, lead, back, actions, printable = false, children }: PageProps) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  useEffect(() => {
    document.title = `${title} · ${t("common.app")}`;
  }, [title, t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arriving at another address only
  useEffect(() => {
    // The first page keeps the focus where the browser has put it.
    if (key !== "default") heading.current?.focus();
  }, [pathname]);
  return (
    <>
      {back && (
        <Link className="page-back no-print" to={back.to}>
          <Icon name="left" size={18} />
          {back.label}
        </Link>
      )}
      <header className="page-head">
        <div>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {(actions !== undefined || printable) && (
          <div className="page-actions no-print">
            {actions}
            {printable && (
              <Button
                variant="default"
                className="print-button"
                leftSection={<Icon name="print" />}
                onClick={() => window.print()}
              >
                {t("common.print")}
              </Button>
            )}
          </div>
        )}
      </header>
      {children}
    </>
  );
}
