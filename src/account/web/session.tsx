// Who is signed in, and in which place they act: the unit (or drive) named in the address.
import { createContext, type ReactNode, useContext } from "react";
import { useParams } from "react-router";
import type { GrantView, Me, Role } from "../schema.ts";

const MeContext = createContext<Me | undefined>(undefined);

export function MeProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

/** The signed-in account with its running grants. Only below the shell, which waits for it. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error("outside MeProvider");
  return me;
}

/** The unit or drive one acts for. */
export interface Acting {
  readonly placeId: string;
  readonly place: GrantView["place"];
  readonly name: string;
  readonly roles: readonly Role[];
}

/** The places of somebody's grants, each once, with all roles held there. */
export function placesOf(me: Me): readonly Acting[] {
  const places = new Map<string, Acting>();
  for (const { placeId, place, placeName, role } of me.grants) {
    const known = places.get(placeId);
    places.set(placeId, { placeId, place, name: placeName, roles: [...(known?.roles ?? []), role] });
  }
  return [...places.values()];
}

/** The place of the address, or undefined where the account holds nothing. For the shell. */
export function useActingMaybe(): Acting | undefined {
  const me = useMe();
  const { unitId, driveId } = useParams();
  return placesOf(me).find(({ placeId }) => placeId === (unitId ?? driveId));
}

/** The place one acts for; the shell shows no page without one. */
export function useActing(): Acting {
  const acting = useActingMaybe();
  if (acting === undefined) throw new Error("a page outside the places of this account");
  return acting;
}
