// Marks of the cascade: how far a unit is (the same shapes as in the picture), and the player's signs.
import type { Standing } from "./moment.ts";

const SIGNS = {
  play: "M7 4.5v15l12-7.5z",
  pause: "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z",
  back: "M7 5v14M19 5l-9 7 9 7z",
  forward: "M17 5v14M5 5l9 7-9 7z",
} as const;

export function PlayMark({ name }: { readonly name: keyof typeof SIGNS }) {
  return (
    <svg className="icon" width={20} height={20} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={SIGNS[name]}
        fill="currentColor"
        stroke="currentColor"
        strokeWidth={1.8}
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Hollow, half, full, a ring around: read without colour. */
export function StandingMark({
  standing,
  late = false,
}: {
  readonly standing: Standing | undefined;
  readonly late?: boolean;
}) {
  return (
    <svg className="standing-mark" width={22} height={22} viewBox="-11 -11 22 22" aria-hidden="true">
      {standing === "not-reached" && <circle className="cascade-not-reached" r={3} />}
      {standing === "not-received" && <circle className="cascade-not-received" r={6} />}
      {standing === "received" && (
        <>
          <circle className="cascade-received" r={6} />
          <path className="cascade-received-half" d="M0-6a6 6 0 0 0 0 12z" />
        </>
      )}
      {standing === "disseminated" && <circle className="cascade-disseminated" r={6} />}
      {standing === "source" && <circle className="cascade-source" r={6} />}
      {late && <circle className="cascade-late" r={9.4} />}
    </svg>
  );
}
