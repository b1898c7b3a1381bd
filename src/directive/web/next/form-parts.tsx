// Parts the sections of the letter's form share: a section that folds, and an item that is moved and taken out.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";

interface SectionProps {
  readonly title: string;
  /** What stands in it now, beside its title when it is folded. */
  readonly said?: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

export function Section({ title, said, open = false, children }: SectionProps) {
  return (
    <details className="card next-section" open={open}>
      <summary>
        <h2>{title}</h2>
        {said && <span className="soft">{said}</span>}
      </summary>
      <div className="next-fields">{children}</div>
    </details>
  );
}

export function AddButton({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  return (
    <Button
      className="next-add"
      variant="default"
      leftSection={<Icon name="plus" size={18} />}
      onClick={onAdd}
    >
      {label}
    </Button>
  );
}

export function RemoveButton({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  const t = useT();
  return (
    <Button
      variant="subtle"
      color="gray"
      aria-label={label}
      leftSection={<Icon name="close" size={18} />}
      onClick={onRemove}
    >
      {t("common.remove")}
    </Button>
  );
}
