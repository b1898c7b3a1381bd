// Words of the screens of donation days.
export const vi = {} as const;
