// The tree of unions with the office-holders of the shown one beside it.
import { OfficeHolders } from "../../account/web/office-holders.tsx";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { UnitsPage } from "../../unit/web/units-page.tsx";

export function Units() {
  const { placeId } = useActing();
  return (
    <UnitsPage
      hrefOf={(unitId) => atUnit(placeId, "cong-doan", ...(unitId === placeId ? [] : [unitId]))}
      beside={({ id, name }) => <OfficeHolders key={id} unitId={id} unitName={name} />}
    />
  );
}
