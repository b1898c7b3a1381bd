// The form of another capability, or of the letter's page, that settles a duty.

/** Where a duty is settled, in words of a button. */
export interface TaskForm {
  readonly to: string;
  readonly label: string;
}
