/** Where an agency plans what its people are to learn in a year. */
export const plansPath = '/agency/annual-plan';

export interface PlanAt {
  readonly year: number;
  readonly version: number;
}

export const planPath = ({ year, version }: PlanAt): string => `${plansPath}/${year}/${version}`;
export const signalsPath = (year: number): string => `${plansPath}/${year}/signals`;
export const signalPath = (year: number, signalId: string): string =>
  `${signalsPath(year)}/${encodeURIComponent(signalId)}`;
/** `new`: one that is yet to be written. */
export const notePath = (year: number, noteId: string): string =>
  `${plansPath}/${year}/notes/${encodeURIComponent(noteId)}`;
export const itemPath = (at: PlanAt, itemId: string): string =>
  `${planPath(at)}/items/${encodeURIComponent(itemId)}`;
