// What is seldom needed stands behind one quiet button beside the strong one: a note, photos, another way.
import { Textarea } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { Icon } from "../../../platform/ui/icons.tsx";

interface NoteAreaProps {
  readonly label: string;
  readonly help: string;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

/** A note for the level above. */
export function NoteArea({ label, help, note, onNote }: NoteAreaProps) {
  return (
    <Textarea
      label={label}
      description={help}
      autosize
      minRows={2}
      maxLength={500}
      value={note}
      onChange={(event) => onNote(event.currentTarget.value)}
    />
  );
}

/** Shown or not; `startsOpen` when something was being written. */
export function useMore(startsOpen: boolean) {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return { open, id, toggle: () => setOpen((before) => !before) };
}
export type MoreState = ReturnType<typeof useMore>;

interface MoreButtonProps {
  readonly more: MoreState;
  readonly label: string;
}

export function MoreButton({ more, label }: MoreButtonProps) {
  return (
    <button
      type="button"
      className="more-button"
      aria-expanded={more.open}
      aria-controls={more.id}
      onClick={more.toggle}
    >
      {label}
      <Icon name="down" size={18} />
    </button>
  );
}

/** Stays in the page when closed, so that its button always names something. */
export function MorePart({ more, children }: { readonly more: MoreState; readonly children: ReactNode }) {
  return (
    <div className="duty-aside no-print" id={more.id} hidden={!more.open}>
      {more.open && children}
    </div>
  );
}
