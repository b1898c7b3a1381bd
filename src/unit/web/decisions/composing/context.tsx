// What every form of an act needs: who decides, the day, the units to be opened, and names.
import { createContext, type ReactNode, useContext } from "react";
import type { UnitRef } from "../../../../platform/contract/shapes.ts";
import type { OpenedUnit } from "../../../schema/acts.ts";
import type { NameOf } from "../act-words.ts";

interface ComposeEnv {
  /** Who decides; units are found below it. */
  readonly unitId: string;
  /** The effective day once chosen: units are offered as they stand then. */
  readonly asOf: string | undefined;
  /** To be opened by other acts of the decision. */
  readonly opened: readonly OpenedUnit[];
  readonly nameOf: NameOf;
  /** Keeps the names of what was chosen. */
  readonly learn: (units: readonly Pick<UnitRef, "id" | "name">[]) => void;
}

const EnvContext = createContext<ComposeEnv | undefined>(undefined);

export function ComposeEnvProvider(props: { readonly env: ComposeEnv; readonly children: ReactNode }) {
  return <EnvContext value={props.env}>{props.children}</EnvContext>;
}

export function useCompose(): ComposeEnv {
  const env = useContext(EnvContext);
  if (env === undefined) throw new Error("outside ComposeEnvProvider");
  return env;
}
