// Words of the screens of the overview.
export const vi = {} as const;
