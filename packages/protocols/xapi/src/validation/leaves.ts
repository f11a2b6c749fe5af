import { isUuid } from '@sinau/kernel';
import { isIri } from '../syntax/iri.ts';
import { isLanguageTag } from '../syntax/language-tag.ts';
import { parseTimestamp } from '../syntax/timestamp.ts';
import { isObject, pointer, type Rule, report, type Wanted, wrongType } from './check.ts';

/** A string that passes `test`; `kind` names the format in the message. */
export function text(wanted: Wanted, test?: (value: string) => boolean): Rule {
  return (check, value, path) => {
    if (typeof value === 'string' && (test === undefined || test(value))) return;
    wrongType(check, { value, path }, wanted);
  };
}

export const string = (requirement: string): Rule => text({ kind: 'a string', requirement });

export const uuid = (requirement: string): Rule => text({ kind: 'a UUID', requirement }, isUuid);

/** The specification says IRI, URI or IRL; the test is the same, a scheme is always needed. */
export const iri = (requirement: string): Rule =>
  text({ kind: 'an absolute IRI with a scheme', requirement }, isIri);

export const languageTag = (requirement: string): Rule =>
  text({ kind: 'an RFC 5646 language tag', requirement }, isLanguageTag);

export const boolean =
  (requirement: string): Rule =>
  (check, value, path) => {
    if (typeof value !== 'boolean') wrongType(check, { value, path }, { kind: 'true or false', requirement });
  };

export const number =
  (requirement: string): Rule =>
  (check, value, path) => {
    if (!Number.isFinite(value)) wrongType(check, { value, path }, { kind: 'a number', requirement });
  };

export const timestamp =
  (requirement: string): Rule =>
  (check, value, path) => {
    if (typeof value === 'string' && parseTimestamp(value, check.version) !== undefined) return;
    const kind =
      check.version === '2.0.0'
        ? 'an RFC 3339 timestamp with a time zone other than -00:00'
        : 'an ISO 8601 date and time, without the offset -00:00';
    wrongType(check, { value, path }, { kind, requirement });
  };

/** One of a closed list, letter case included. */
export function oneOf(values: readonly string[], requirement: string): Rule {
  const known = new Set<unknown>(values);
  return (check, value, path) => {
    if (!known.has(value))
      wrongType(check, { value, path }, { kind: `one of ${values.join(', ')}`, requirement });
  };
}

export const languageMap =
  (requirement: string): Rule =>
  (check, value, path) => {
    if (!isObject(value)) {
      wrongType(check, { value, path }, { kind: 'a language map', requirement });
      return;
    }
    for (const tag of Object.keys(value)) {
      const at = `${path}/${pointer(tag)}`;
      if (!isLanguageTag(tag)) {
        report(check, at, { message: 'the key must be an RFC 5646 language tag', requirement: 'XAPI-00121' });
      } else if (typeof value[tag] !== 'string') {
        wrongType(check, { value: value[tag], path: at }, { kind: 'a string', requirement });
      }
    }
  };

/** Keys are IRIs, values any JSON, nulls included. */
export const extensions =
  (requirement: string): Rule =>
  (check, value, path) => {
    if (!isObject(value)) {
      wrongType(check, { value, path }, { kind: 'an object whose keys are IRIs (extensions)', requirement });
      return;
    }
    for (const key of Object.keys(value)) {
      if (isIri(key)) continue;
      report(check, `${path}/${pointer(key)}`, {
        message: 'the key of an extension must be an absolute IRI',
        requirement: 'XAPI-00118',
      });
    }
  };
