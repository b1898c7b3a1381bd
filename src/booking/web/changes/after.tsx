// What will follow, said before the button is pressed.
import { useT } from "../../../platform/ui/i18n.tsx";

export function After({ lines }: { readonly lines: readonly string[] }) {
  const t = useT();
  return (
    <section className="note" aria-labelledby="change-after">
      <div>
        <h2 className="change-after" id="change-after">
          {t("booking.change.after")}
        </h2>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
