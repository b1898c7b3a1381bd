// Finds one unit below another by its name, without accents, and hands it over.
import { Button, TextInput } from "@mantine/core";
import { useDeferredValue, useState } from "react";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { searchUnits } from "../contract.ts";
import type { UnitNode } from "../schema.ts";

interface UnitFinderProps {
  readonly rootId: string;
  readonly label: string;
  /** Said before how to search. */
  readonly description?: string;
  /** The tree of this day; today when absent. */
  readonly asOf?: string;
  readonly onChoose: (unit: UnitNode) => void;
}

export function UnitFinder({ rootId, label, description, asOf, onChoose }: UnitFinderProps) {
  const t = useT();
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const found = useRead(
    searchUnits,
    { params: { unitId: rootId }, query: { words: asked, ...(asOf !== undefined && { asOf }) } },
    { enabled: asked !== "", keep: true },
  );
  const units = asked === "" ? [] : (found.data?.items ?? []);
  return (
    <div>
      <TextInput
        label={label}
        description={
          description === undefined ? t("unit.find-help") : `${description} ${t("unit.find-help")}`
        }
        leftSection={<Icon name="search" />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autoComplete="off"
      />
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      <ul className="found-units" aria-live="polite">
        {units.map((unit) => (
          <li key={unit.id}>
            <span>{unit.name}</span>
            <Button
              variant="default"
              size="sm"
              onClick={() => {
                onChoose(unit);
                setWords("");
              }}
            >
              {t("common.add")}
            </Button>
          </li>
        ))}
      </ul>
      {asked !== "" && !found.isFetching && units.length === 0 && !found.error && (
        <p className="soft">{t("unit.search-none", { words: asked })}</p>
      )}
    </div>
  );
}
