import { isMediaType, isSha2 } from '../syntax/identifiers.ts';
import { arrayOf, object, type Rule, wrongType } from './check.ts';
import { iri, languageMap, text } from './leaves.ts';

const length: Rule = (check, value, path) => {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return;
  wrongType(check, { value, path }, { kind: 'a whole number of bytes', requirement: 'XAPI-00102' });
};

const attachment = object({
  name: 'an attachment',
  requirement: 'XAPI-00025',
  properties: {
    usageType: { rule: iri('XAPI-00107'), required: 'XAPI-00107' },
    display: { rule: languageMap('XAPI-00106'), required: 'XAPI-00106' },
    description: { rule: languageMap('XAPI-00106') },
    contentType: {
      rule: text({ kind: 'a media type', requirement: 'XAPI-00105' }, isMediaType),
      required: 'XAPI-00105',
    },
    length: { rule: length, required: 'XAPI-00102' },
    sha2: {
      rule: text({ kind: 'the SHA-2 of the data in hex', requirement: 'XAPI-00103' }, isSha2),
      required: 'XAPI-00103',
    },
    fileUrl: { rule: iri('XAPI-00104') },
  },
});

export const attachments: Rule = arrayOf(attachment, {
  kind: 'an array of attachments',
  requirement: 'XAPI-00025',
});
