// What a decision would touch, in the words of the capability that holds it. Pure.
import type { MessageKey, T } from "../../../platform/ui/i18n.tsx";

/** `touch.<what>` with its count; the bare word where a capability has none. */
export function touchWords(t: T, what: string, count: number): string {
  const key = `touch.${what}` as MessageKey;
  const words = t(key, { count });
  return words === key ? `${what}: ${count}` : words;
}

export function capabilityWords(t: T, capability: string): string {
  const key = `unit.capability.${capability}` as MessageKey;
  const words = t(key);
  return words === key ? capability : words;
}

/** One thing that stands in the way of undoing, as a refusal names it: `account.grants-since:3`. */
export function blockingOf(detail: unknown): { capability: string; what: string; count: number } | undefined {
  const [, capability, what, count] = /^([^.:]+)\.([^:]+):(\d+)$/.exec(String(detail)) ?? [];
  if (capability === undefined || what === undefined) return undefined;
  return { capability, what, count: Number(count) };
}
