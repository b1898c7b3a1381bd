// Words of the screens of outcomes.
export const vi = {} as const;
