import { personPath } from '../people/desk.tsx';

/** Of one of an agency's people. */
export const transcriptOfPath = (personId: string): string => `${personPath('agency', personId)}/transcript`;
