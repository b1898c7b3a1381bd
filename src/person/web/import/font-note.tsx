// Names in an old font: what they looked like in the file, what they become, and the other choice.
import { Button } from "@mantine/core";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { ImportPreview } from "../../schema/importing.ts";

export function FontNote({
  font,
  busy,
  onRead,
}: {
  readonly font: NonNullable<ImportPreview["font"]>;
  readonly busy: boolean;
  readonly onRead: (fonts: "mend" | "as-is") => void;
}) {
  const t = useT();
  return (
    <div className="note note-plain">
      <div>
        <p>
          {t(font.applied ? "person.font-mended" : "person.font-found", {
            font: t(`person.font.${font.font}`),
          })}
        </p>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("person.font-before")}</th>
              <th scope="col">{t("person.font-after")}</th>
            </tr>
          </thead>
          <tbody>
            {font.samples.map(({ before, after }) => (
              <tr key={before}>
                <td lang="und">{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Button
          variant="default"
          size="sm"
          mt="xs"
          loading={busy}
          onClick={() => onRead(font.applied ? "as-is" : "mend")}
        >
          {t(font.applied ? "person.font-as-is" : "person.font-mend")}
        </Button>
      </div>
    </div>
  );
}
