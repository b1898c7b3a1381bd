// Words of the screens of places.
export const vi = {} as const;
