// Words for a chat group, and the open page that anybody may see.
import { CopyButton } from "../../../platform/ui/copy-button.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Qr } from "../../../platform/ui/qr.tsx";

interface ChatProps {
  readonly text: string;
  readonly pageUrl: string | null;
}

export function Chat({ text, pageUrl }: ChatProps) {
  const t = useT();
  const whole = pageUrl === null || text.includes(pageUrl) ? text : `${text}\n${pageUrl}`;
  return (
    <section className="card" aria-labelledby="chat">
      <h2 className="section-head" id="chat">
        {t("directive.kit.chat")}
      </h2>
      <p className="copied-text">{whole}</p>
      <CopyButton text={whole} variant="filled" className="no-print" />
    </section>
  );
}

export function OpenPage({ url }: { readonly url: string }) {
  const t = useT();
  return (
    <section className="card" aria-labelledby="open-page">
      <h2 className="section-head" id="open-page">
        {t("directive.kit.page")}
      </h2>
      <div className="open-page">
        <Qr text={url} label={t("directive.kit.qr")} />
        <div>
          <p>{t("directive.kit.page-help")}</p>
          <p>
            <a className="plain-link kit-url" href={url} target="_blank" rel="noreferrer">
              {url}
            </a>
          </p>
          <CopyButton text={url} label={t("directive.kit.copy-link")} className="no-print" />
        </div>
      </div>
    </section>
  );
}
