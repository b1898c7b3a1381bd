// What ends a command with one line instead of a stack.

/** Bad input on the command line: exit code 2. */
export class BadInput extends Error {}

/** It could not be done here: exit code 1. */
export class CannotRun extends Error {}
