// A unit's numbers with all those below: the pages after the first one are asked for until there is none.
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Answer, Ask } from "../../platform/contract/contract.ts";
import { call, type ProblemError } from "../../platform/ui/client.ts";
import { getTargets, listTargetChildren } from "../contract.ts";
import type { TargetChild, TargetView } from "../schema.ts";

/**
 * As `useRead` of `target.get`, with every child there is: a sum, a search by name and a column that is pasted need all
 * of them. Old with whatever makes `target.get` old. `next` is null.
 */
export const useTargets = (ask: Ask<typeof getTargets>): UseQueryResult<TargetView, ProblemError> =>
  useQuery<TargetView, ProblemError>({
    queryKey: [getTargets.id, ask.params, ask.query ?? null, "whole"],
    queryFn: async ({ signal }) => {
      const view = await call(getTargets, ask, { signal });
      const children: TargetChild[] = [...view.children];
      for (let after = view.next; after !== null; ) {
        const page: Answer<typeof listTargetChildren> = await call(
          listTargetChildren,
          { params: ask.params, query: { ...ask.query, after } },
          { signal },
        );
        children.push(...page.items);
        after = page.next;
      }
      return { ...view, children, next: null };
    },
  });
