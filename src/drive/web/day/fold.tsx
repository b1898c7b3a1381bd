// A part of a drive's page that is read when it is opened, so that the page stays short on a phone.
import { type ReactNode, useState } from "react";

interface FoldProps {
  readonly title: string;
  /** Opened from the beginning. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

export function Fold({ title, open = false, children }: FoldProps) {
  const [shown, setShown] = useState(open);
  return (
    <details
      className="card fold"
      open={open}
      onToggle={(event) => event.currentTarget.open && setShown(true)}
    >
      <summary>{title}</summary>
      {shown && <div className="day-part">{children}</div>}
    </details>
  );
}
