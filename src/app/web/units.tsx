// The tree of unions with the office-holders of the shown one beside it.
import { OfficeHolders } from "../../account/web/office-holders.tsx";
import { useActing } from "../../account/web/session.tsx";
import { UnitsPage } from "../../unit/web/units-page.tsx";
import { holdsOffice } from "./nav.ts";

export function Units() {
  const acting = useActing();
  return (
    <UnitsPage
      decides={holdsOffice(acting)}
      beside={({ id, name }) => <OfficeHolders key={id} unitId={id} unitName={name} />}
    />
  );
}
