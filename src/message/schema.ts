// Side: union. One outbox; a row says what to tell whom, never where they can be reached.

/** Their words stand in this capability's catalogues as `message.<template>.subject` and `.body`. */
export type Template =
  | "report-adjusted"
  | "booking-link"
  | "reminder"
  | "place-offered"
  | "drive-moved"
  | "drive-cancelled"
  | "recall-invitation"
  | "place-reminder"
  | "thanks";

/** Exactly one addressee. */
type Addressee =
  | { readonly personId: string; readonly accountId?: undefined }
  | { readonly accountId: string; readonly personId?: undefined };

/** What to tell whom. The addressee's name is at hand to the words as `{name}`. */
export type EmailEntry = Addressee & {
  readonly template: Template;
  /** Names of drives, days, places: nothing about the addressee, whose name and address are looked up at sending. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Values that must not stand in the database in clear, e.g. a member's link. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly locale?: "vi" | "en";
};

/**
 * Why a message will never go out: no address, its secret cannot be opened here, too old, what it asks for was done
 * meanwhile, or the server refused it.
 */
export type DropReason =
  | "no-address"
  | "secret-lost"
  | "too-old"
  | "no-longer-needed"
  | "refused"
  | "given-up";
