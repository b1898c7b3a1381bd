// One short notice at the foot of the screen: what was done, and how to undo it.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { useT } from "./i18n.tsx";
import { Icon } from "./icons.tsx";

interface Notice {
  readonly text: string;
  readonly undo?: () => void;
}
type Tell = (notice: Notice) => void;

const NoticeContext = createContext<Tell>(() => {});
const SHOWN_MS = 9000;

/** Holds the notice; a new one takes the place of the last. It waits longer than a careful reader needs. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const [notice, setNotice] = useState<Notice>();
  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(() => setNotice(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const tell = useCallback<Tell>((told) => setNotice(told), []);
  return (
    <NoticeContext value={tell}>
      {children}
      <div className="notice-place" role="status">
        {notice && (
          <div className="notice">
            <Icon name="check" />
            <span>{notice.text}</span>
            {notice.undo && (
              <button
                type="button"
                onClick={() => {
                  notice.undo?.();
                  setNotice(undefined);
                }}
              >
                {t("common.undo")}
              </button>
            )}
          </div>
        )}
      </div>
    </NoticeContext>
  );
}

/** `tell({ text, undo })`: after an act that can be taken back, instead of asking before it. */
export const useNotice = (): Tell => useContext(NoticeContext);
