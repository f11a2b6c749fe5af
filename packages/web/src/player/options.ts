import { contentSecurityPolicy, framesTools, type PolicyInput } from '../policy.ts';

/** What pages that show a part of a course are told of the place where they stand. */
export function playerOptions(options: {
  readonly portalOrigin: string;
  readonly contentSecurityPolicy: PolicyInput;
  readonly notFound: () => Error;
}) {
  return {
    portalOrigin: options.portalOrigin,
    notFound: options.notFound,
    framedContentSecurityPolicy: contentSecurityPolicy(options.contentSecurityPolicy, "'self'"),
    toolContentSecurityPolicy: framesTools(options.contentSecurityPolicy),
  };
}
