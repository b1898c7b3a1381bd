// How many people were reached, by which channel: here and below, then each branch.
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { Count } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useReadPages } from "../../../platform/ui/queries.ts";
import { ErrorState, LoadMore, Skeletons } from "../../../platform/ui/states.tsx";
import { listReach } from "../../contract/kit.ts";
import type { KitView, Reach } from "../../schema/kit.ts";
import { Channel } from "../../schema.ts";

interface KitReachProps {
  readonly kit: KitView;
  readonly placeId: string;
  readonly directiveId: string;
}

const CHANNELS = Channel.options;
const byChannel = (reach: readonly Reach[], channel: Reach["channel"]): Reach | undefined =>
  reach.find((one) => one.channel === channel);

export function KitReach({ kit: { reach }, placeId, directiveId }: KitReachProps) {
  const t = useT();
  const people = reach.reduce((sum, one) => sum + one.people, 0);
  const times = reach.reduce((sum, one) => sum + one.times, 0);
  const most = Math.max(1, ...reach.map((one) => one.people));
  return (
    <section className="card" aria-labelledby="reach">
      <h2 className="section-head" id="reach">
        {t("directive.reach.title")}
      </h2>
      {times === 0 ? (
        <p>{t("directive.reach.none")}</p>
      ) : (
        <>
          <p>
            {t("directive.reach.words", { people: formatCount(people), times: formatCount(times) })}{" "}
            <span className="soft">{t("directive.reach.twice")}</span>
          </p>
          <ul className="reach-bars">
            {CHANNELS.map((channel) => {
              const one = byChannel(reach, channel);
              return (
                <li key={channel}>
                  <span>{t(`directive.channel.${channel}`)}</span>
                  <span className="reach-bar" aria-hidden="true">
                    <span style={{ width: `${((one?.people ?? 0) / most) * 100}%` }} />
                  </span>
                  <span className="reach-figures">
                    {t("directive.reach.figures", {
                      people: formatCount(one?.people ?? 0),
                      times: formatCount(one?.times ?? 0),
                    })}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <Branches placeId={placeId} directiveId={directiveId} />
    </section>
  );
}

function Branches({ placeId, directiveId }: { readonly placeId: string; readonly directiveId: string }) {
  const t = useT();
  const pages = useReadPages(listReach, { params: { unitId: placeId, directiveId } });
  if (pages.items === undefined)
    return pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons rows={3} />;
  if (pages.items.length === 0) return null;
  return (
    <>
      <h3 className="section-head">{t("directive.reach.branches")}</h3>
      <div className="table-place">
        <table className="table stack-table">
          <thead>
            <tr>
              <th scope="col">{t("directive.column-unit")}</th>
              {CHANNELS.map((channel) => (
                <th key={channel} scope="col" className="number">
                  {t(`directive.channel.${channel}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t("directive.reach.column-people")}
              </th>
            </tr>
          </thead>
          <tbody>
            {pages.items.map(({ unit, reach, people }) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                {CHANNELS.map((channel) => {
                  const one = byChannel(reach, channel);
                  return (
                    <td
                      key={channel}
                      className={one === undefined ? "number cell-blank" : "number"}
                      data-label={t(`directive.channel.${channel}`)}
                    >
                      <Count value={one?.people ?? null} />
                    </td>
                  );
                })}
                <td className="number" data-label={t("directive.reach.column-people")}>
                  <Count value={people} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore pages={pages} />
    </>
  );
}
