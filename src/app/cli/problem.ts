// Bad input on the command line: one line and exit code 2.
export class BadInput extends Error {}
