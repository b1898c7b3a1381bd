// People of a unit and the units below it: found without accents, added one at a time.
import { Button, TextInput } from "@mantine/core";
import { useDeferredValue, useState } from "react";
import { Link } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { EmptyState, ErrorState, LoadMore, Skeletons } from "../../platform/ui/states.tsx";
import { listPeople } from "../contract.ts";
import { alikePath, importPath, personPath } from "./paths.ts";
import { PersonForm } from "./person-form.tsx";

export function PeoplePage() {
  const t = useT();
  const { placeId: unitId } = useActing();
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const pages = useReadPages(
    listPeople,
    { params: { unitId }, query: asked === "" ? {} : { words: asked } },
    { keep: true },
  );
  const { items } = pages;
  return (
    <Page title={t("person.title")} lead={t("person.lead")} printable>
      <PersonForm unitId={unitId} />
      <nav className="button-row person-acts no-print" aria-label={t("person.tools")}>
        <Button
          component={Link}
          to={importPath(unitId)}
          variant="default"
          leftSection={<Icon name="upload" />}
        >
          {t("person.import-title")}
        </Button>
        <Button component={Link} to={alikePath(unitId)} variant="default" leftSection={<Icon name="copy" />}>
          {t("person.alike-title")}
        </Button>
      </nav>
      <TextInput
        className="no-print people-search"
        label={t("person.search")}
        description={t("person.search-help")}
        leftSection={<Icon name="search" />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autoComplete="off"
      />
      {items === undefined &&
        (pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons />)}
      {items?.length === 0 && (
        <EmptyState icon="people" title={asked === "" ? t("person.none") : t("person.none-found")}>
          {asked === "" ? t("person.none-help") : t("person.none-found-help", { words: asked })}
        </EmptyState>
      )}
      {items !== undefined && items.length > 0 && (
        <div className="card table-place">
          <table className="table stack-table">
            <thead>
              <tr>
                <th scope="col">{t("person.column-name")}</th>
                <th scope="col" className="number">
                  {t("person.column-born")}
                </th>
                <th scope="col">{t("person.column-relation")}</th>
                <th scope="col">{t("person.column-unit")}</th>
                <th scope="col">{t("person.column-reach")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((person) => (
                <tr key={person.id}>
                  <th scope="row">
                    <Link className="person-link" to={personPath(unitId, person.id)}>
                      {person.fullName}
                    </Link>
                  </th>
                  <td className="number" data-label={t("person.column-born")}>
                    <span className="figure">{person.birthYear ?? "–"}</span>
                  </td>
                  <td>{t(`person.relation.${person.relation}`)}</td>
                  <td>{person.unitName}</td>
                  <td data-label={t("person.column-reach")}>
                    {person.reachable.length === 0
                      ? t("person.reach-none")
                      : person.reachable.map((way) => t(`person.reach.${way}`)).join(", ")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LoadMore pages={pages} />
    </Page>
  );
}
