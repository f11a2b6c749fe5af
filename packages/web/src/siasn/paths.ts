export const siasnPath = '/agency/siasn';
export const siasnSettingsPath = `${siasnPath}/settings`;
export const siasnRowsPath = `${siasnPath}/rows`;
export const siasnRowsHref = (state: string): string => `${siasnRowsPath}?state=${state}`;
export const siasnLineHref = (of: { readonly personId: string; readonly lineId: string }): string =>
  `${siasnPath}/lines/${encodeURIComponent(of.personId)}/${encodeURIComponent(of.lineId)}`;
/** How official values of IP ASN are read. */
export const siasnIndexesPath = `${siasnPath}/indexes`;
