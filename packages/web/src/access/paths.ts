export const accessPath = '/operator/privacy/access';
