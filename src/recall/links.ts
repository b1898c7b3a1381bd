// Where links of invitations and thanks lead.
export const invitationAddress = (publicUrl: string, token: string): string => `${publicUrl}/moi/${token}`;
export const thanksAddress = (publicUrl: string, token: string): string => `${publicUrl}/cam-on/${token}`;
