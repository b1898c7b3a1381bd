// A letter's subject as a heading: written after "V/v" it begins small, alone it begins with a capital.
export const titled = (subject: string): string =>
  subject.charAt(0).toLocaleUpperCase("vi") + subject.slice(1);
