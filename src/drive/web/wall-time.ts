// Hours as they are typed: 7:30, 7h30, 0730, 7 → 07:30.
// vi-data: the word for hour is what officers type, in every interface language.

/** HH:MM, or undefined when there is no such hour. */
export function parseTypedTime(typed: string): string | undefined {
  const text = typed.trim();
  const parts =
    /^(\d{1,2})(?:\s*(?:[:.hg]|giờ)\s*(\d{1,2})?)?$/iu.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
