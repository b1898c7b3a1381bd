// Ctrl-K: from anywhere to a union or a part of the program, without accents.
import { useLocation } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { dayShownAt, unitPath } from "../../unit/web/paths.ts";
import { UnitPalette } from "../../unit/web/unit-palette.tsx";
import { navOf } from "./nav.ts";

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const acting = useActing();
  const day = dayShownAt(acting.placeId, useLocation(), useToday());
  const places = navOf(acting).map(({ to, label, icon }) => ({ to, label: t(label), icon }));
  return (
    <UnitPalette
      rootId={acting.placeId}
      places={places}
      day={day}
      hrefOf={(unitId, shown) => unitPath(acting.placeId, unitId, shown)}
      onClose={onClose}
    />
  );
}
