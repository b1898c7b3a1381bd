// What the final figure will be, with a range: what was given, and what those registered and the places still planned
// will bring by the yield seen so far.

/** Of one unit's subtree in one campaign, as of a day. */
export interface ForecastFacts {
  /** Drives whose result is in, at which somebody of the subtree was registered. */
  readonly heldDrives: number;
  /** Places of all drives of the campaign whose result is in. */
  readonly heldPlaces: number;
  readonly registeredHeld: number;
  readonly donated: number;
  readonly unitsHundredths: number;
  readonly comingDrives: number;
  readonly comingPlaces: number;
  /** Registered for the coming drives so far. */
  readonly booked: number;
}

export type Forecast =
  | { readonly state: "too-little" }
  /** Nothing is to come: what is there is what it will be. */
  | { readonly state: "final"; readonly unitsHundredths: number }
  | {
      readonly state: "range";
      readonly low: number;
      readonly mid: number;
      readonly high: number;
      /** Donated of those registered at drives held, permille. */
      readonly yieldPermille: number;
      /** People expected to be registered when the coming drives begin; those booked so far are among them. */
      readonly expected: number;
    };

/** Under this many registered at drives held, a yield says nothing: "chưa đủ dữ liệu". */
export const LEAST_REGISTERED = 30;

/**
 * How alike people of one drive are (intra-class correlation of giving). From the eight mountain drives with both
 * figures in the domain dossier 4.3 (45% to 99%, mean 71%): variance between drives 0.027 over 0.71 × 0.29.
 */
export const LIKENESS = 0.13;
/** Four times in five the final figure lies within: normal quantile of 90%. */
const QUANTILE = 1.2816;

/**
 * The final figure in hundredths of đơn vị máu.
 *
 *   mid  = U + E·y·u     low = U + B·(y − d)·u     high = U + E·(y + d)·u
 *
 * U given so far; u units of a donor so far; y = donated / registered at drives held; B booked for the coming drives;
 * E = max(B, s·places coming) the people expected, s = registered / places of drives held, because a drive goes on
 * filling until its day. d = 1.2816·√V with V = p(1 − p)·[ρ/k + ρ/m + (1 − ρ)/R + (1 − ρ)/E]: k drives held, m coming, R
 * registered at those held, ρ = LIKENESS, p = (donated + 2)/(R + 4) so that a full yield is not taken for certainty.
 * The low end counts those booked alone: nobody else may come.
 */
export function forecastOf(facts: ForecastFacts): Forecast {
  const { unitsHundredths: given, booked, comingDrives, registeredHeld, donated, heldDrives } = facts;
  if (comingDrives === 0) return { state: "final", unitsHundredths: given };
  if (registeredHeld < LEAST_REGISTERED || heldDrives === 0 || donated === 0) return { state: "too-little" };
  const yielded = Math.min(1, donated / registeredHeld);
  const perDonor = given / donated;
  const filled = facts.heldPlaces === 0 ? 0 : Math.min(1, registeredHeld / facts.heldPlaces);
  const expected = Math.max(booked, Math.round(filled * facts.comingPlaces));
  const p = (donated + 2) / (registeredHeld + 4);
  const variance =
    Math.max(0, p * (1 - p)) *
    (LIKENESS / heldDrives +
      LIKENESS / comingDrives +
      (1 - LIKENESS) / registeredHeld +
      (1 - LIKENESS) / Math.max(1, expected));
  const doubt = QUANTILE * Math.sqrt(variance);
  const final = (people: number, share: number): number =>
    given + Math.round(people * Math.min(1, Math.max(0, share)) * perDonor);
  return {
    state: "range",
    low: final(booked, yielded - doubt),
    mid: final(expected, yielded),
    high: final(expected, yielded + doubt),
    yieldPermille: Math.round(yielded * 1000),
    expected,
  };
}
