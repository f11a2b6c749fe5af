/** Of a pseudonym, what a person can read out at the door. */
export const codeOf = (subject: string): string => {
  const first = subject.slice(0, 8).toUpperCase();
  return `${first.slice(0, 4)}-${first.slice(4)}`;
};
