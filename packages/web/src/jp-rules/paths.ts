export const agencyRulesPath = '/agency/jp-rules';
export const nationalRulesPath = '/operator/jp-rules';
