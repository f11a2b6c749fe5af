/** Verbs of cmi5 9.3 by their names; an AU may send the first five, the LMS the others. */
export const verbs = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
  launched: 'http://adlnet.gov/expapi/verbs/launched',
  abandoned: 'https://w3id.org/xapi/adl/verbs/abandoned',
  waived: 'https://w3id.org/xapi/adl/verbs/waived',
  satisfied: 'https://w3id.org/xapi/adl/verbs/satisfied',
} as const;
export type VerbName = keyof typeof verbs;

export const auVerbNames = ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const;
export type AuVerbName = (typeof auVerbNames)[number];

/** Never to be sent by an AU (6.3.0.0-1). */
export const voidedVerb = 'http://adlnet.gov/expapi/verbs/voided';

export const categories = {
  /** Marks a statement as cmi5 defined (9.6.2.1). */
  cmi5: 'https://w3id.org/xapi/cmi5/context/categories/cmi5',
  /** Marks success and completion (9.6.2.2). */
  moveOn: 'https://w3id.org/xapi/cmi5/context/categories/moveon',
} as const;

export const contextExtensions = {
  sessionId: 'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
  masteryScore: 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore',
  launchMode: 'https://w3id.org/xapi/cmi5/context/extensions/launchmode',
  launchUrl: 'https://w3id.org/xapi/cmi5/context/extensions/launchurl',
  moveOn: 'https://w3id.org/xapi/cmi5/context/extensions/moveon',
  launchParameters: 'https://w3id.org/xapi/cmi5/context/extensions/launchparameters',
} as const;

export const resultExtensions = {
  progress: 'https://w3id.org/xapi/cmi5/result/extensions/progress',
  reason: 'https://w3id.org/xapi/cmi5/result/extensions/reason',
} as const;

export const activityTypes = {
  block: 'https://w3id.org/xapi/cmi5/activitytype/block',
  course: 'https://w3id.org/xapi/cmi5/activitytype/course',
} as const;

/** What the learner's doing counts for (10.2.2): in Browse and Review nothing is judged. */
export const launchModes = ['Normal', 'Browse', 'Review'] as const;
export type LaunchMode = (typeof launchModes)[number];

/** Reasons the specification proposes for waiving (9.5.5.2). */
export const waiveReasons = [
  'Tested Out',
  'Equivalent AU',
  'Equivalent Outside Activity',
  'Administrative',
] as const;
export type WaiveReason = (typeof waiveReasons)[number];

export const launchDataStateId = 'LMS.LaunchData';
export const learnerPreferencesProfileId = 'cmi5LearnerPreferences';
