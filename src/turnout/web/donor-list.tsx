// Everybody with a confirmed place, by given name, each with four buttons; after closing, each with the outcome.
import { SegmentedControl, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { clockOf } from "../../drive/web/words.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { EmptyState, LoadMore, ProblemNote, Shown } from "../../platform/ui/states.tsx";
import { listOutcomes } from "../contract.ts";
import { CorrectButton } from "./correct-form.tsx";
import { OutcomeButtons } from "./outcome-buttons.tsx";
import type { Donor, Outcomes } from "./outcomes.ts";
import { outcomeState } from "./volumes.ts";

interface DonorListProps {
  readonly driveId: string;
  readonly outcomes: Outcomes;
  /** Whether outcomes may be entered now. */
  readonly open: boolean;
  /** After closing: whether a fact written wrong may be put right. */
  readonly mayCorrect?: boolean;
}

const PAGE = 100;

export function DonorList({ driveId, outcomes, open, mayCorrect = false }: DonorListProps) {
  const t = useT();
  const donors = useReadPages(listOutcomes, { params: { driveId }, query: { limit: PAGE } });
  const [only, setOnly] = useState<"all" | "open">("all");
  // Somebody just entered stays where the finger is, so that a slip can be mended.
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const isShown = (donor: Donor): boolean =>
    only === "all" || donor.volume === null || touched.has(donor.bookingId);
  return (
    <section className="donors">
      <div className="donors-head">
        <Title order={2} size="h3">
          {t("turnout.people")}
        </Title>
        {open && (
          <SegmentedControl
            className="no-print"
            aria-label={t("turnout.show")}
            size="md"
            value={only}
            onChange={(value) => {
              setOnly(value === "open" ? "open" : "all");
              setTouched(new Set());
            }}
            data={[
              { value: "all", label: t("turnout.show-all") },
              { value: "open", label: t("turnout.show-open") },
            ]}
          />
        )}
      </div>
      <Shown read={{ data: donors.items, error: donors.error, refetch: donors.retry }} rows={5}>
        {(items) => {
          const shown = items.filter(isShown);
          if (items.length === 0) {
            return (
              <EmptyState icon="people" title={t("turnout.empty-title")}>
                {t("turnout.empty")}
              </EmptyState>
            );
          }
          return (
            <>
              {shown.length === 0 && <p className="soft">{t("turnout.none-open")}</p>}
              <ul className="donor-rows">
                {shown.map((donor) => (
                  <DonorItem
                    key={donor.bookingId}
                    donor={donor}
                    outcomes={outcomes}
                    open={open}
                    onTouch={() => setTouched((before) => new Set(before).add(donor.bookingId))}
                  >
                    {mayCorrect && donor.volume !== null && (
                      <CorrectButton driveId={driveId} donor={donor} from={donor.volume} />
                    )}
                  </DonorItem>
                ))}
              </ul>
              <LoadMore pages={donors} />
            </>
          );
        }}
      </Shown>
    </section>
  );
}

interface DonorItemProps {
  readonly donor: Donor;
  readonly outcomes: Outcomes;
  readonly open: boolean;
  readonly onTouch?: () => void;
  /** What may be done with an outcome once the books are closed. */
  readonly children?: ReactNode;
}

/** One person with four buttons; once the books are closed, with the outcome. */
export function DonorItem({ donor, outcomes, open, onTouch, children }: DonorItemProps) {
  const t = useT();
  const { volume } = donor;
  return (
    <li className={open ? "donor" : "donor donor-told"}>
      <DonorWords donor={donor} />
      {open && (
        <OutcomeButtons
          donor={donor}
          onChoose={(chosen) => {
            onTouch?.();
            void outcomes.record(donor, chosen);
          }}
        />
      )}
      {!open && volume !== null && (
        <span className="donor-outcome">
          <StateChip state={volume === 0 ? "missing" : "done"} word={outcomeState(t, volume)} />
          {children}
        </span>
      )}
      <ProblemNote problem={outcomes.problems.get(donor.bookingId)} />
    </li>
  );
}

/** Name, and what tells namesakes apart. */
export function DonorWords({ donor }: { readonly donor: Donor }) {
  const t = useT();
  const parts = [
    ...(donor.number === null ? [] : [t("turnout.number", { number: donor.number })]),
    clockOf(donor.startsAt),
    ...(donor.birthYear === null ? [] : [t("turnout.born", { year: String(donor.birthYear) })]),
    donor.unit.shortName,
  ];
  return (
    <span className="donor-words">
      <strong>{donor.fullName}</strong>
      <span>{parts.join(" · ")}</span>
    </span>
  );
}
