/** What a table that a provider sends may be about. */
export const tableKinds = ['catalogue', 'results', 'enrolments'] as const;
export type TableKind = (typeof tableKinds)[number];
