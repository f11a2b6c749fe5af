/** IRIs of the xAPI SCORM profile and of ADL's vocabulary. */
export const scormProfile = 'https://w3id.org/xapi/scorm';

const verb = (name: string) => `http://adlnet.gov/expapi/verbs/${name}`;
const activity = (name: string) => `http://adlnet.gov/expapi/activities/${name}`;

export const scormVerbNames = [
  'initialized',
  'resumed',
  'suspended',
  'terminated',
  'completed',
  'passed',
  'failed',
  'scored',
  'progressed',
  'responded',
  'commented',
] as const;
export type ScormVerbName = (typeof scormVerbNames)[number];

export function verbIri(name: ScormVerbName): string {
  return verb(name);
}

export const scormActivityTypes = {
  profile: activity('profile'),
  course: activity('course'),
  attempt: activity('attempt'),
  lesson: activity('lesson'),
  objective: activity('objective'),
  // The profile's table says "interaction"; xAPI knows only this one.
  interaction: activity('cmi.interaction'),
} as const;

export const scormDocumentIds = {
  activityState: `${scormProfile}/activity-state`,
  attemptState: `${scormProfile}/attempt-state`,
  suspendData: `${scormProfile}/attempt-state/suspend-data`,
  activityProfile: `${scormProfile}/activity-profile`,
  agentProfile: `${scormProfile}/agent-profile`,
} as const;
