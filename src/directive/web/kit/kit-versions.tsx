// Which version is shown, what changed in it, and the versions before it. The version stands in the address.
import { Link } from "react-router";
import { formatInstant, InstantText } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { KitView } from "../../schema/kit.ts";

/** Name of the version in the address. */
export const VERSION = "ban";

export function KitVersions({ kit: { current, versions } }: { readonly kit: KitView }) {
  const t = useT();
  if (current === null) return null;
  const newest = Math.max(...versions.map(({ version }) => version), current.version);
  return (
    <>
      <p>
        {t("directive.kit.version", {
          version: current.version,
          at: formatInstant(current.publishedAt),
        })}
        {current.note !== "" && ` ${t("directive.kit.version-note", { note: current.note })}`}
      </p>
      {current.version < newest && (
        <p className="note">
          <Icon name="clock" />
          <span>
            {t("directive.kit.not-newest", { version: newest })}{" "}
            <Link className="plain-link" to="?">
              {t("directive.kit.to-newest")}
            </Link>
          </span>
        </p>
      )}
      {versions.length > 1 && (
        <details className="fold-plain no-print">
          <summary>{t("directive.kit.versions", { count: versions.length })}</summary>
          <ul className="kit-versions">
            {versions.map(({ id, version, note, publishedAt }) => (
              <li key={id}>
                <Link
                  className="plain-link"
                  to={version === newest ? "?" : `?${VERSION}=${version}`}
                  aria-current={version === current.version ? "true" : undefined}
                >
                  {t("directive.kit.version-short", { version })}
                </Link>
                <span className="soft">
                  <InstantText at={publishedAt} />
                </span>
                {note !== "" && <span>{note}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
