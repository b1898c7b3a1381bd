// Entering outcomes: shown at once because entering again corrects them, taken back when the server refused.
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer } from "../../platform/contract/contract.ts";
import type { ProblemError } from "../../platform/ui/client.ts";
import { useWrite } from "../../platform/ui/queries.ts";
import { getTurnout, listOutcomes, recordOutcome } from "../contract.ts";
import type { Volume } from "../schema.ts";

type Listed = InfiniteData<Answer<typeof listOutcomes>>;
export type Donor = Answer<typeof listOutcomes>["items"][number];

export interface Outcomes {
  /** `null` takes an entry back. */
  readonly record: (donor: Donor, volume: Volume | null) => Promise<boolean>;
  /** Shows an entry that is on its way by other means. */
  readonly show: (bookingId: string, volume: Volume | null) => void;
  /** What the server said against the last entry of a donor. */
  readonly problems: ReadonlyMap<string, ProblemError>;
}

/** One for the page: the list and the fast entry show the same people. */
export function useOutcomes(driveId: string): Outcomes {
  const client = useQueryClient();
  const [problems, setProblems] = useState<ReadonlyMap<string, ProblemError>>(new Map());
  const write = useWrite(recordOutcome, {
    invalidates: [getTurnout],
    onProblem: (problem, { params }) => {
      setProblems((before) => new Map(before).set(params.bookingId, problem));
      void client.invalidateQueries({ queryKey: [listOutcomes.id] });
    },
  });
  const show = (bookingId: string, volume: Volume | null): void => {
    client.setQueriesData<Listed>({ queryKey: [listOutcomes.id] }, (listed) =>
      listed === undefined
        ? undefined
        : {
            ...listed,
            pages: listed.pages.map((page) => ({
              ...page,
              items: page.items.map((donor) =>
                donor.bookingId === bookingId ? { ...donor, volume } : donor,
              ),
            })),
          },
    );
  };
  const record = async ({ bookingId }: Donor, volume: Volume | null): Promise<boolean> => {
    setProblems((before) => {
      const rest = new Map(before);
      rest.delete(bookingId);
      return rest;
    });
    show(bookingId, volume);
    const done = await write.run({ params: { driveId, bookingId }, body: { volume } });
    return done !== undefined;
  };
  return { record, show, problems };
}
