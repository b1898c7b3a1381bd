// Two ways to a photo: the camera at once (a telephone has one), or what is on the device.
import { Button } from "@mantine/core";
import { type ChangeEvent, useRef } from "react";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon, type IconName } from "../../../platform/ui/icons.tsx";

const PHOTOS = "image/*";
const PHOTOS_AND_PDF = "image/jpeg,image/png,image/webp,application/pdf,.pdf";

interface EvidenceChoiceProps {
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function EvidenceChoice({ busy, onFiles }: EvidenceChoiceProps) {
  const t = useT();
  return (
    <div className="button-row">
      <Choice camera icon="camera" label={t("directive.evidence.take")} busy={busy} onFiles={onFiles} />
      <Choice icon="upload" label={t("directive.evidence.choose")} busy={busy} onFiles={onFiles} />
    </div>
  );
}

interface ChoiceProps extends EvidenceChoiceProps {
  readonly label: string;
  readonly icon: IconName;
  readonly camera?: boolean;
}

function Choice({ label, icon, camera = false, busy, onFiles }: ChoiceProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.currentTarget.files ?? [])];
    if (files.length > 0) onFiles(files);
    // The same photo again is a change too.
    event.currentTarget.value = "";
  };
  return (
    // A desk has no camera to hold up: see tasks.css.
    <div className={camera ? "by-camera" : undefined}>
      <Button
        variant="default"
        leftSection={<Icon name={icon} />}
        loading={busy}
        onClick={() => chooser.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept={camera ? PHOTOS : PHOTOS_AND_PDF}
        {...(camera ? { capture: "environment" as const } : { multiple: true })}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={choose}
      />
    </div>
  );
}
