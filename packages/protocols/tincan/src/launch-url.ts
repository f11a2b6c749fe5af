/** What content is told with its launch; see "Incorporating a TinCan LRS into an LMS", Launch. */
export interface TincanLaunch {
  /** Of the record store; the slash at its end is added where it is missing: content appends `statements`. */
  readonly endpoint: string;
  /** Value of the Authorization header: `Basic …`. */
  readonly auth: string;
  /** xAPI agent, as JSON text. */
  readonly actor: string;
  readonly registration: string;
  /** Of the launchable activity, as the package names it. */
  readonly activityId: string;
  /** Activity that everything of this course belongs to. */
  readonly grouping?: string;
  /** Most preferred first, as in the header Accept-Language. */
  readonly language?: string;
}

/** `address` may bring a query and a fragment of its own; launch parameters come behind its query. */
export function tincanLaunchUrl(address: string, launch: TincanLaunch): string {
  const [, before = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(address) ?? [];
  const parameters = {
    endpoint: launch.endpoint.replace(/\/*$/, '/'),
    auth: launch.auth,
    actor: launch.actor,
    registration: launch.registration,
    activity_id: launch.activityId,
    activity_platform: 'Sinau',
    ...(launch.language !== undefined && { 'Accept-Language': launch.language }),
    ...(launch.grouping !== undefined && { grouping: launch.grouping }),
  };
  // Not as a form: content decodes with decodeURIComponent, which leaves a plus sign as it is.
  const query = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const joint = before.includes('?') ? (/[?&]$/.test(before) ? '' : '&') : '?';
  return `${before}${joint}${query}${fragment}`;
}
