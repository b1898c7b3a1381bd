// Says in words that the network is gone, and that it is back.
import { useEffect, useState } from "react";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";

export function OfflineBanner() {
  const t = useT();
  const tell = useNotice();
  const [offline, setOffline] = useState(() => !navigator.onLine);
  useEffect(() => {
    const gone = (): void => setOffline(true);
    const back = (): void => {
      setOffline(false);
      tell({ text: t("shell.online-again") });
    };
    window.addEventListener("offline", gone);
    window.addEventListener("online", back);
    return () => {
      window.removeEventListener("offline", gone);
      window.removeEventListener("online", back);
    };
  }, [t, tell]);
  return (
    <div role="status">
      {offline && (
        <p className="note offline-note no-print">
          <Icon name="offline" />
          {t("shell.offline")}
        </p>
      )}
    </div>
  );
}
