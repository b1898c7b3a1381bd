// The poster as it will look, roughly, and its two sheets to print.
import { Button } from "@mantine/core";
import { addressOf } from "../../../platform/ui/client.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Qr } from "../../../platform/ui/qr.tsx";
import { kitPoster } from "../../contract/kit.ts";
import type { KitContent, KitView } from "../../schema/kit.ts";

interface PosterProps {
  readonly kit: KitView;
  readonly content: KitContent;
  readonly placeId: string;
  readonly directiveId: string;
}

const SIZES = ["a4", "a3"] as const;

export function Poster({ kit, content, placeId, directiveId }: PosterProps) {
  const t = useT();
  const newest = Math.max(0, ...kit.versions.map(({ version }) => version));
  return (
    <section className="card" aria-labelledby="poster">
      <h2 className="section-head" id="poster">
        {t("directive.kit.poster")}
      </h2>
      <div className="poster-place">
        <PosterPreview poster={content.poster} pageUrl={kit.pageUrl} />
        <div className="poster-sheets no-print">
          {kit.current?.version === newest ? (
            SIZES.map((size) => (
              <Button
                key={size}
                component="a"
                href={addressOf(kitPoster, { params: { unitId: placeId, directiveId }, query: { size } })}
                download
                variant="default"
                leftSection={<Icon name="print" />}
              >
                {t(`directive.kit.poster-${size}`)}
              </Button>
            ))
          ) : (
            <p className="soft">{t("directive.kit.poster-newest")}</p>
          )}
          <p className="soft">{t("directive.kit.poster-help")}</p>
        </div>
      </div>
    </section>
  );
}

interface PreviewProps {
  readonly poster: KitContent["poster"];
  readonly pageUrl: string | null;
}

/** Also beside the form, while it is written. */
export function PosterPreview({ poster, pageUrl }: PreviewProps) {
  const t = useT();
  const { headline, lines, when, where } = poster;
  return (
    <div className="poster">
      <p className="poster-headline">{headline}</p>
      {lines.length > 0 && (
        <ul className="poster-lines">
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same while they are written
            <li key={at}>{line}</li>
          ))}
        </ul>
      )}
      <div className="poster-foot">
        <div className="poster-facts">
          {when !== "" && (
            <p>
              <strong>{t("directive.kit.when")}</strong> {when}
            </p>
          )}
          {where !== "" && (
            <p>
              <strong>{t("directive.kit.where")}</strong> {where}
            </p>
          )}
        </div>
        {pageUrl !== null && <Qr text={pageUrl} label={t("directive.kit.qr")} />}
      </div>
    </div>
  );
}
