// One-time codes as cards: shown once, printed one under the other, each with the address as a picture to scan.
import { Button } from "@mantine/core";
import { lazy, Suspense } from "react";
import { createPortal } from "react-dom";
import { formatInstant } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { USE_CODE } from "./paths.ts";

// The drawing comes with a library of its own; the card can be used before it is there.
const Qr = lazy(async () => ({ default: (await import("../../platform/ui/qr.tsx")).Qr }));

export interface PrintedCode {
  readonly id: string;
  readonly code: string;
  readonly expiresAt: string;
  readonly unitName: string;
  readonly purpose: "join" | "reset";
  /** The role of a new person, or whose password it resets. */
  readonly whom: string;
}

/** The code stands behind the #, which a browser never sends: it is in no log. */
const addressOf = (code: string): string =>
  `${window.location.origin}${USE_CODE}#${encodeURIComponent(code)}`;

export function CodeCards({ codes }: { readonly codes: readonly PrintedCode[] }) {
  const t = useT();
  if (codes.length === 0) return null;
  const cards = codes.map((code) => <CodeCard key={code.id} code={code} />);
  return (
    <div role="status">
      <p className="note">
        <Icon name="alarm" />
        {t("account.code-once")}
      </p>
      {cards}
      <Button leftSection={<Icon name="print" />} onClick={() => window.print()}>
        {t("account.print-cards")}
      </Button>
      {createPortal(<div className="print-sheet">{cards}</div>, document.body)}
    </div>
  );
}

function CodeCard({ code }: { readonly code: PrintedCode }) {
  const t = useT();
  return (
    <article className="code-card">
      <div>
        <strong>{code.unitName}</strong>
        <p>{t(`account.card.${code.purpose}`, { whom: code.whom })}</p>
      </div>
      <Suspense fallback={null}>
        <Qr text={addressOf(code.code)} label={t("account.card-picture")} />
      </Suspense>
      <p className="code">{code.code}</p>
      <div>
        <ol>
          <li>{t("account.card-step-open", { address: `${window.location.host}${USE_CODE}` })}</li>
          <li>{t("account.card-step-type")}</li>
        </ol>
        <p className="soft">{t("account.card-expires", { at: formatInstant(code.expiresAt) })}</p>
      </div>
    </article>
  );
}
