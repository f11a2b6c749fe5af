export const accessPath = '/operator/privacy/access';
/** What an agency's own office looked at. */
export const officePath = '/agency/access';
