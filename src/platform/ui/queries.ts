// Reads and writes as hooks: one cache keyed by contract, writes that may be tried again without harm.
import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useRef } from "react";
import type { Answer, AnyContract, Ask } from "../contract/contract.ts";
import { type AnyAsk, call, type ProblemError } from "./client.ts";
import { asProblem, repeatable } from "./repeat.ts";

// What was read a moment ago may have been changed by somebody else since: every screen asks again.
const FRESH_MS = 0;
const READ_RETRIES = 2;

/** One per page load. Refusals are final; only a lost or failed answer is asked for again. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => asProblem(error).uncertain && failures < READ_RETRIES,
        networkMode: "always",
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });

const keyOf = (contract: AnyContract, ask: AnyAsk) =>
  [contract.id, ask.params ?? null, ask.query ?? null, ask.body ?? null] as const;

export interface ReadOptions {
  /** false: do not ask yet. */
  readonly enabled?: boolean;
  /** Keep showing the answer before while a changed question is asked (search, day control). */
  readonly keep?: boolean;
  /** A page may be empty and yet not the last: such pages are passed over. */
  readonly passEmpty?: boolean;
}

/** Asks a GET contract, or a POST that writes nothing. `data`, `error` (a ProblemError), `isPending`, `refetch` as TanStack Query gives them. */
export function useRead<C extends AnyContract>(
  contract: C,
  ask: Ask<C>,
  options: ReadOptions = {},
): UseQueryResult<Answer<C>, ProblemError> {
  return useQuery<Answer<C>, ProblemError>({
    queryKey: keyOf(contract, ask as AnyAsk),
    queryFn: ({ signal }) => call(contract, ask, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keep && { placeholderData: keepPreviousData }),
  });
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
type ItemOf<C extends AnyContract> = Answer<C> extends { items: readonly (infer Item)[] } ? Item : never;

/** What a list by pages shows: the rows so far, and whether there are more. */
export interface Pages<Item> {
  readonly items: readonly Item[] | undefined;
  readonly error: ProblemError | null;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly more: () => void;
  readonly retry: () => void;
}

/** Asks a GET contract that pages by key; rows add up as `more()` is called. */
export function useReadPages<C extends AnyContract>(
  contract: C,
  ask: Ask<C>,
  options: ReadOptions = {},
): Pages<ItemOf<C>> & { readonly first: Answer<C> | undefined } {
  const given = ask as AnyAsk;
  const pageAfter = (after: string | undefined, signal: AbortSignal) =>
    call(contract, { ...given, query: { ...given.query, after } } as unknown as Ask<C>, {
      signal,
    }) as Promise<Page<ItemOf<C>>>;
  const read = useInfiniteQuery({
    ...infiniteQueryOptions<
      Page<ItemOf<C>>,
      ProblemError,
      InfiniteData<Page<ItemOf<C>>>,
      readonly unknown[],
      string | undefined
    >({
      queryKey: [...keyOf(contract, given), "pages"],
      queryFn: async ({ signal, pageParam }) => {
        const page = await pageAfter(pageParam, signal);
        let { items, next } = page;
        while (options.passEmpty && items.length === 0 && next !== null)
          ({ items, next } = await pageAfter(next, signal));
        return { ...page, items, next };
      },
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    enabled: options.enabled ?? true,
    ...(options.keep && { placeholderData: keepPreviousData }),
  });
  return {
    items: read.data?.pages.flatMap((page) => page.items),
    first: read.data?.pages[0] as Answer<C> | undefined,
    error: read.error,
    hasMore: read.hasNextPage,
    loadingMore: read.isFetchingNextPage,
    more: () => void read.fetchNextPage(),
    retry: () => void read.refetch(),
  };
}

export interface WriteOptions<C extends AnyContract> {
  /** Contracts whose answers this write makes old. */
  readonly invalidates?: readonly AnyContract[];
  readonly onDone?: (answer: Answer<C>, ask: Ask<C>) => void;
  readonly onProblem?: (problem: ProblemError, ask: Ask<C>) => void;
}

export interface Write<C extends AnyContract> {
  /** Resolves to the answer, or undefined when there was a problem (then `problem` says which). */
  readonly run: (ask: Ask<C>) => Promise<Answer<C> | undefined>;
  readonly busy: boolean;
  readonly problem: ProblemError | null;
  /** Forgets the problem shown. */
  readonly clear: () => void;
}

/**
 * Calls a writing contract. An attempt whose answer was lost is repeated with the same key, at once and also
 * when the person presses again with the same words: the server answers as it did the first time.
 */
export function useWrite<C extends AnyContract>(contract: C, options: WriteOptions<C> = {}): Write<C> {
  const client = useQueryClient();
  const write = useRef<((ask: Ask<C>) => Promise<Answer<C>>) | undefined>(undefined);
  const mutation = useMutation<Answer<C>, ProblemError, Ask<C>>({
    mutationFn: (ask) => {
      write.current ??= repeatable(contract);
      return write.current(ask);
    },
  });
  const run = async (ask: Ask<C>): Promise<Answer<C> | undefined> => {
    try {
      const answer = await mutation.mutateAsync(ask);
      await Promise.all(
        (options.invalidates ?? []).map(({ id }) => client.invalidateQueries({ queryKey: [id] })),
      );
      options.onDone?.(answer, ask);
      return answer;
    } catch (error) {
      options.onProblem?.(asProblem(error), ask);
      return undefined;
    }
  };
  return { run, busy: mutation.isPending, problem: mutation.error, clear: mutation.reset };
}
