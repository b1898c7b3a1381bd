// Words of the screens of reports.
export const vi = {} as const;
