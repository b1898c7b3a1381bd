// The day and the instant the installation lives in: a demo's clock is not this device's.
import { createContext, type ReactNode, useContext } from "react";
import type { Day } from "../pure/calendar.ts";

const TodayContext = createContext<Day | undefined>(undefined);

export function TodayProvider({ today, children }: { readonly today: Day; readonly children: ReactNode }) {
  return <TodayContext value={today}>{children}</TodayContext>;
}

/** Today as the server says it, YYYY-MM-DD. Screens never ask the device. */
export function useToday(): Day {
  const today = useContext(TodayContext);
  if (today === undefined) throw new Error("outside TodayProvider");
  return today;
}
