// A note for the level above: out of the way until somebody has one.
import { Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Icon } from "../../../platform/ui/icons.tsx";

interface NoteFieldProps {
  readonly summary: string;
  readonly label: string;
  readonly help: string;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

export function NoteField({ summary, ...field }: NoteFieldProps) {
  return (
    <Aside summary={summary} open={field.note !== ""}>
      <NoteArea {...field} />
    </Aside>
  );
}

export function NoteArea({ label, help, note, onNote }: Omit<NoteFieldProps, "summary">) {
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

interface AsideProps {
  readonly summary: string;
  /** At first; afterwards as the person leaves it. */
  readonly open: boolean;
  readonly children: ReactNode;
}

/** What is seldom needed, under one quiet line. */
export function Aside({ summary, open, children }: AsideProps) {
  const [atFirst] = useState(open);
  return (
    <details className="inner-form duty-aside no-print" open={atFirst}>
      <summary>
        <span>{summary}</span>
        <Icon name="edit" size={18} />
      </summary>
      <div className="duty-aside-body">{children}</div>
    </details>
  );
}
