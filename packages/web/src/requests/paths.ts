export const myRequestsPath = '/account/data/requests';
export const operatorRequestsPath = '/operator/privacy/requests';
export const agencyRequestsPath = '/agency/requests';
export const holdsPath = '/operator/privacy/holds';
export const incidentsPath = '/operator/privacy/incidents';
