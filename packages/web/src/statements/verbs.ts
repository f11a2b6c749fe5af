import type { Dictionary } from '../i18n/dictionary.ts';

type VerbName = keyof Dictionary['statements']['verbs'];

const adl = 'http://adlnet.gov/expapi/verbs';
const cmi5 = 'https://w3id.org/xapi/adl/verbs';

/** Verbs one can choose from; any other is found by following a statement that has it. */
export const knownVerbs: readonly (readonly [VerbName, string])[] = [
  ['launched', `${adl}/launched`],
  ['initialized', `${adl}/initialized`],
  ['completed', `${adl}/completed`],
  ['passed', `${adl}/passed`],
  ['failed', `${adl}/failed`],
  ['terminated', `${adl}/terminated`],
  ['abandoned', `${cmi5}/abandoned`],
  ['waived', `${cmi5}/waived`],
  ['satisfied', `${cmi5}/satisfied`],
  ['experienced', `${adl}/experienced`],
  ['answered', `${adl}/answered`],
  ['attempted', `${adl}/attempted`],
  ['progressed', `${adl}/progressed`],
  ['voided', `${adl}/voided`],
];
