// What somebody who invited others may know: how many came and, once there are enough, how many gave. Never who.

const STEP = 5;

/**
 * The number of givers that may be told: rounded down to a multiple of five, and only from five up. Whoever knows the
 * people they invited learns from it about nobody that they did not give; a step upward says only that people gave.
 */
export const gaveToTell = (gave: number): number | null =>
  gave < STEP ? null : Math.floor(gave / STEP) * STEP;
