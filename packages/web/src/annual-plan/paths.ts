/** Where an agency plans what its people are to learn in a year. */
export const plansPath = '/agency/annual-plan';

export interface PlanAt {
  readonly year: number;
  readonly version: number;
}

export const planPath = ({ year, version }: PlanAt): string => `${plansPath}/${year}/${version}`;
export const decreePath = (at: PlanAt, decreeId: string): string =>
  `${planPath(at)}/decrees/${encodeURIComponent(decreeId)}`;
export const standingPath = `${plansPath}/performance`;
export const rulesPath = `${plansPath}/rules`;
/** `new`: one that is yet to be written. */
export const rulePath = (ruleId: string): string => `${rulesPath}/${encodeURIComponent(ruleId)}`;
export const signalsPath = (year: number): string => `${plansPath}/${year}/signals`;
export const signalPath = (year: number, signalId: string): string =>
  `${signalsPath(year)}/${encodeURIComponent(signalId)}`;
/** `new`: one that is yet to be written. */
export const notePath = (year: number, noteId: string): string =>
  `${plansPath}/${year}/notes/${encodeURIComponent(noteId)}`;
/** What was learned in a year beside what plans name. */
export const fitPath = (year: number): string => `${plansPath}/${year}/fit`;
export const realisationPath = (at: PlanAt): string => `${planPath(at)}/realisation`;
/** Who has learned something that is held for an item. */
export const learnersPath = (year: number, { kind, learningId }: LearningAt): string =>
  `${plansPath}/${year}/realised/${kind}/${encodeURIComponent(learningId)}`;

export interface LearningAt {
  readonly kind: 'course' | 'event' | 'elsewhere';
  readonly learningId: string;
}

/** What is linked to an item by hand. */
export interface HeldAt extends LearningAt {
  readonly kind: 'course' | 'event';
}

/** Names an item in the address of the form for a new event. */
export const itemMark = ({ year, version }: PlanAt, itemId: string): string =>
  [year, version, itemId].join('~');

export const itemPath = (at: PlanAt, itemId: string): string =>
  `${planPath(at)}/items/${encodeURIComponent(itemId)}`;
export const itemLearningPath = (at: PlanAt, itemId: string): string => `${itemPath(at, itemId)}/learning`;
