// Words of the screens of campaign.
export const vi = {
} as const;
