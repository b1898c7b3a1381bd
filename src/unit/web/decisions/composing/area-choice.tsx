// Choosing the communes and wards a union covers.
import { Button, TextInput } from "@mantine/core";
import { useDeferredValue, useState } from "react";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { Icon } from "../../../../platform/ui/icons.tsx";
import { useRead } from "../../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../../platform/ui/states.tsx";
import { listAreas } from "../../../contract.ts";
import { useCompose } from "./context.tsx";
import { Chosen } from "./unit-choice.tsx";

interface AreaChoiceProps {
  readonly value: readonly string[];
  readonly onChange: (areaIds: readonly string[]) => void;
}

export function AreaChoice({ value, onChange }: AreaChoiceProps) {
  const t = useT();
  const { asOf, learn } = useCompose();
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const found = useRead(
    listAreas,
    { query: { words: asked, ...(asOf !== undefined && { asOf }) } },
    { enabled: asked !== "", keep: true },
  );
  const areas = asked === "" ? [] : (found.data?.items ?? []).filter(({ id }) => !value.includes(id));
  return (
    <div>
      <TextInput
        label={t("unit.choose-areas")}
        description={`${t("unit.choose-areas-help")} ${t("unit.find-help")}`}
        leftSection={<Icon name="search" />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autoComplete="off"
      />
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      <ul className="found-units" aria-live="polite">
        {areas.map((area) => (
          <li key={area.id}>
            <span>
              {area.name}
              {area.code !== null && <small className="soft"> · {area.code}</small>}
            </span>
            <Button
              variant="default"
              size="sm"
              onClick={() => {
                learn([area]);
                onChange([...value, area.id]);
                setWords("");
              }}
            >
              {t("common.add")}
            </Button>
          </li>
        ))}
      </ul>
      {asked !== "" && !found.isFetching && areas.length === 0 && !found.error && (
        <p className="soft">{t("unit.choose-areas-none", { words: asked })}</p>
      )}
      <Chosen ids={value} onRemove={(areaId) => onChange(value.filter((id) => id !== areaId))} />
    </div>
  );
}
