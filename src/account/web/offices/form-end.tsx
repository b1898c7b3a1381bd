// How a small form of an office ends: the problem there was, what it does, and the way out.
import { Button } from "@mantine/core";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { Write } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";

interface FormEndProps {
  readonly write: Pick<Write<never>, "busy" | "problem">;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onCancel: () => void;
}

export function FormEnd({ write, label, disabled = false, onCancel }: FormEndProps) {
  const t = useT();
  return (
    <>
      <ProblemNote problem={write.problem} />
      <div className="button-row">
        <Button type="submit" size="sm" loading={write.busy} disabled={disabled}>
          {label}
        </Button>
        <Button variant="default" size="sm" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </>
  );
}
