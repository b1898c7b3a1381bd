// Ctrl-K: from anywhere to a union or a part of the program, without accents.

import { useActing } from "../../account/web/session.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { UnitPalette } from "../../unit/web/unit-palette.tsx";
import { navOf } from "./nav.ts";

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const acting = useActing();
  const places = navOf(acting).map(({ to, label, icon }) => ({ to, label: t(label), icon }));
  return (
    <UnitPalette
      rootId={acting.placeId}
      places={places}
      hrefOf={(unitId) => `/u/${acting.placeId}/cong-doan/${unitId}`}
      onClose={onClose}
    />
  );
}
