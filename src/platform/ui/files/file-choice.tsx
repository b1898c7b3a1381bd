// A button that opens the device's own chooser for one file.
import { Button, type ButtonProps } from "@mantine/core";
import { type ChangeEvent, useRef } from "react";
import { Icon } from "../icons.tsx";

/** Forms a letter can be read from. */
export const READABLE =
  ".docx,.pdf,.txt,application/pdf,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** Forms that are kept as they came. */
export const KEEPABLE = `${READABLE},.jpg,.jpeg,.png,image/jpeg,image/png`;

interface FileChoiceProps extends ButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

export function FileChoice({ label, accept, onFile, ...rest }: FileChoiceProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.currentTarget.files ?? [];
    if (file) onFile(file);
    // The same file again, corrected meanwhile, is a change too.
    event.currentTarget.value = "";
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="upload" />}
        {...rest}
        onClick={() => chooser.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={choose}
      />
    </>
  );
}
