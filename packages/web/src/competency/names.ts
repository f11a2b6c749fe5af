export type Desk = 'own' | 'team' | 'agency';
export type FamilyName = 'managerial' | 'sociocultural' | 'technical';
export type StandingName = 'met' | 'short' | 'not-assessed' | 'expired';
export type MethodName = 'assessment-center' | 'competency-test' | 'supervisor' | 'self';
export type BandName = 'high' | 'middle' | 'low';
export const formalMethodNames = ['assessment-center', 'competency-test'] as const;
export const formNames = [
  ...(['KL02', 'KL03', 'KL04', 'KL05', 'KL06', 'KL07', 'KL08', 'KL10'] as const),
  ...(['NKL01', 'NKL02', 'NKL03', 'NKL04', 'NKL05', 'NKL07', 'NKL09', 'NKL10', 'NKL11', 'NKL12'] as const),
] as const;
export type FormName = (typeof formNames)[number];
/** Forms that the catalogue has courses for (PerLAN 10/2018). */
export const courseForms: readonly FormName[] = [
  ...(['KL02', 'KL03', 'KL04', 'KL05', 'KL08', 'NKL03', 'NKL04'] as const),
];
export type ItemStateName = 'proposed' | 'agreed' | 'returned' | 'done' | 'dropped';
export const moveNames = ['agree', 'return', 'finish', 'reopen', 'drop', 'undo'] as const;
export type MoveName = (typeof moveNames)[number];
export const groupNames = [
  ...(['jpt-utama', 'jpt-madya', 'jpt-pratama', 'administrator', 'pengawas', 'pelaksana'] as const),
  ...(['ahli-pertama', 'ahli-muda', 'ahli-madya', 'ahli-utama'] as const),
  ...(['pemula', 'terampil', 'mahir', 'penyelia'] as const),
] as const;
export type GroupName = (typeof groupNames)[number];
export const levelValues = ['1', '2', '3', '4', '5'] as const;
export const heldLevelValues = ['0', ...levelValues] as const;
export const standingFilters = ['short', 'met', 'not-assessed'] as const;
export type StandingFilter = (typeof standingFilters)[number];
