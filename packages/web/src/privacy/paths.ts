export const privacyPath = '/operator/privacy';
export const myDataPath = '/account/data';
export const retentionPath = `${privacyPath}/retention`;
