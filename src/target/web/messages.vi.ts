// Words of the screens of target.
export const vi = {
} as const;
