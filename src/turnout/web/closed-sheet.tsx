// The figures of a closed drive, as they were published.
import { Title } from "@mantine/core";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { Count, formatInstant } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { people } from "../rules/differences.ts";
import type { TurnoutView } from "../schema.ts";
import { PresenceWords } from "./presence-words.tsx";
import { BY_VOLUME } from "./volumes.ts";

export function ClosedSheet({ turnout, at }: { readonly turnout: TurnoutView; readonly at: string }) {
  const t = useT();
  const { donated } = turnout.entered;
  const { outside, bags } = turnout.sheet;
  return (
    <>
      <p className="note note-done">
        <Icon name="check" />
        {t("turnout.closed", { at: formatInstant(at) })}
      </p>
      <section className="card sheet">
        <Title order={2} size="h3">
          {t("turnout.closed-figures")}
        </Title>
        <div className="table-place">
          <table className="table card-table">
            <thead>
              <tr>
                <th scope="col">{t("turnout.volume")}</th>
                <th scope="col" className="number">
                  {t("turnout.in-list")}
                </th>
                <th scope="col" className="number">
                  {t("turnout.outside")}
                </th>
                <th scope="col" className="number">
                  {t("turnout.bags")}
                </th>
              </tr>
            </thead>
            <tbody>
              {BY_VOLUME.map(({ ml, key }) => (
                <tr key={key}>
                  <th scope="row">{t("turnout.ml", { ml: formatCount(ml) })}</th>
                  <td className="number" data-label={t("turnout.in-list")}>
                    <Count value={donated[key]} />
                  </td>
                  <td className="number" data-label={t("turnout.outside")}>
                    <Count value={outside[key]} />
                  </td>
                  <td className="number" data-label={t("turnout.bags")}>
                    <Count value={bags[key]} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t("turnout.total")}</th>
                <td className="number" data-label={t("turnout.in-list")}>
                  <Count value={people(donated)} />
                </td>
                <td className="number" data-label={t("turnout.outside")}>
                  <Count value={people(outside)} />
                </td>
                <td className="number" data-label={t("turnout.bags")}>
                  <Count value={people(bags)} />
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
        <PresenceWords presence={turnout.presence} />
      </section>
    </>
  );
}
