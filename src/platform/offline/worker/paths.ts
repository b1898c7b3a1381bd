// Which addresses the service worker may look at, told by patterns like `/api/units/:unitId/tasks`.

/** Whether `path` is one of `patterns`; a parameter is one id, never a word. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.map(
    (pattern) => new RegExp(`^${pattern.replace(/:\w+/g, "[0-9a-f]{8}-[0-9a-f-]{27}")}$`),
  );
  return (path) => expressions.some((expression) => expression.test(path));
}
