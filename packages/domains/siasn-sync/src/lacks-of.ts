import { courseKindOfForm, structuralKindId, type Training, wholeHours } from '@sinau/siasn';
import type { CourseMapping } from './ports.ts';
import type { SyncSettings } from './settings.ts';
import type { Chosen, Content, Lack, SyncRow } from './sync-row.ts';

export interface Basis {
  readonly settings: SyncSettings;
  readonly nip: string | undefined;
  readonly mapping: CourseMapping | undefined;
  readonly chosen: SyncRow['chosen'];
}

/** Chosen for the line, else for the course, else for the agency. */
const subjectOf = ({ chosen, mapping, settings }: Basis): string | undefined =>
  chosen?.subjectId ?? mapping?.subjectId ?? settings.subjectId;
const levelOf = ({ chosen, mapping }: Basis): number | undefined => chosen?.levelId ?? mapping?.levelId;

const isLeadership = (form: string) => courseKindOfForm(form)?.id === structuralKindId;

/** As what it is sent now. */
export function asOf({ form }: Content, basis: Basis): Chosen {
  const [subjectId, levelId] = [subjectOf(basis), levelOf(basis)];
  if (isLeadership(form)) return levelId === undefined ? {} : { levelId };
  return subjectId === undefined ? {} : { subjectId };
}

/** What stands between a line and SIASN. */
export function lacksOf(content: Content, basis: Basis): readonly Lack[] {
  return [
    ...(basis.nip === undefined ? (['nip'] as const) : []),
    ...(wholeHours(content.jp) < 1 ? (['hours'] as const) : []),
    ...(content.organiser === '' ? (['organiser'] as const) : []),
    ...(isLeadership(content.form)
      ? levelOf(basis) === undefined
        ? (['level'] as const)
        : []
      : subjectOf(basis) === undefined
        ? (['subject'] as const)
        : []),
  ];
}

/** Parts of a certificate. */
export type ProofPart = 'number' | 'document';

/**
 * What of a certificate a line has not. Those who verify ask for one; whether SIASN refuses a line without is not known, so it is told and holds
 * nothing back.
 */
export const unprovenIn = ({ number, document, isPrinting }: Content): readonly ProofPart[] => [
  ...(number === undefined ? (['number'] as const) : []),
  ...(document === undefined && !isPrinting ? (['document'] as const) : []),
];

/** Degree study belongs to the history of education, which has another door. */
export const isDegree = ({ form }: Content): boolean => courseKindOfForm(form) === undefined;

/** In the words of SIASN; undefined while something is missing. */
export function trainingOf(content: Content, basis: Basis): Training | undefined {
  if (isDegree(content) || lacksOf(content, basis).length > 0) return undefined;
  const { title, organiser, from, to, jp, number, form } = content;
  const common = {
    ...{ title, organiser, from, to, hours: wholeHours(jp), path: [] },
    ...(number !== undefined && { number }),
  };
  const kind = courseKindOfForm(form);
  const [subjectId = '', levelId = 0] = [subjectOf(basis), levelOf(basis)];
  return isLeadership(form)
    ? { ...common, kind: 'leadership', levelId }
    : { ...common, kind: 'course', courseKindId: kind?.id ?? 0, subjectId };
}
