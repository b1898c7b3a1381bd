/** The folder of PostgreSQL 15's programs, or undefined where it is not installed. */
export function findPostgres15(): string | undefined;
