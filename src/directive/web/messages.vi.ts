// Words of the screens of directive.
export const vi = {
} as const;
