/** What of a person may leave to a provider beside the pseudonym; nothing leaves that no agreement names. */
export const shareableAttributes = ['name', 'email', 'employee-number', 'agency', 'unit', 'locale'] as const;
export type ShareableAttribute = (typeof shareableAttributes)[number];
