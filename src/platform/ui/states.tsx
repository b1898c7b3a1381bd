// What a screen shows while it waits, when it failed, and when there is nothing yet.
import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { ProblemError } from "./client.ts";
import { type MessageKey, type T, useT } from "./i18n.tsx";
import { Icon, type IconName } from "./icons.tsx";

/** Grey shapes of the rows to come, announced once. */
export function Skeletons({ rows = 4, height = 64 }: { readonly rows?: number; readonly height?: number }) {
  const t = useT();
  return (
    <Stack gap="sm" role="status" aria-label={t("common.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}

/** The words of a problem: the server's own, else ours for its code, else the general ones. */
export function problemText(t: T, problem: ProblemError): string {
  if (problem.title !== undefined && problem.title !== `problem.${problem.code}`) return problem.title;
  const key = `problem.${problem.code}` as MessageKey;
  const text = t(key);
  return text === key ? t("problem.internal-error") : text;
}

interface ProblemProps {
  readonly problem: ProblemError | null | undefined;
  readonly onRetry?: () => void;
}

/** A refused or failed write, beside the button that was pressed. Nothing when there is no problem. */
export function ProblemNote({ problem, onRetry }: ProblemProps) {
  const t = useT();
  if (!problem) return null;
  return (
    <div className="note note-error" role="alert">
      <Icon name="error" />
      <div>
        <p>{problemText(t, problem)}</p>
        {onRetry && problem.uncertain && (
          <Button variant="default" size="sm" mt="xs" onClick={onRetry}>
            {t("common.retry")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A read that failed, in the place of what it would have shown. */
export function ErrorState({
  problem,
  onRetry,
}: {
  readonly problem: ProblemError;
  readonly onRetry: () => void;
}) {
  const t = useT();
  return (
    <div className="empty" role="alert">
      <Icon name="error" size={32} />
      <Title order={2} size="h4">
        {t("problem.title")}
      </Title>
      <Text>{problemText(t, problem)}</Text>
      <Button variant="default" onClick={problem.code === "answer-not-understood" ? reload : onRetry}>
        {problem.code === "answer-not-understood" ? t("common.reload") : t("common.retry")}
      </Button>
    </div>
  );
}

const reload = (): void => window.location.reload();

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  /** What this place is for and what fills it. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here yet: says what will be, and what to press first. */
export function EmptyState({ icon, title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <Icon name={icon} size={32} />
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed">{children}</Text>
      {action}
    </div>
  );
}

interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: ProblemError | null;
  readonly refetch: () => unknown;
}

/** Shows a read in its three states. `children` gets the data; stale data stays visible beside a later failure. */
export function Shown<Data>(props: {
  readonly read: Asked<Data>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}) {
  const { read, rows, children } = props;
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <ErrorState problem={read.error} onRetry={() => void read.refetch()} />;
  return <Skeletons {...(rows !== undefined && { rows })} />;
}

/** "Tải thêm" under a list that pages by key; nothing at its end. */
export function LoadMore(props: {
  readonly pages: { readonly hasMore: boolean; readonly loadingMore: boolean; readonly more: () => void };
}) {
  const t = useT();
  if (!props.pages.hasMore) return null;
  return (
    <Button variant="default" fullWidth loading={props.pages.loadingMore} onClick={props.pages.more} mt="sm">
      {t("common.more")}
    </Button>
  );
}
