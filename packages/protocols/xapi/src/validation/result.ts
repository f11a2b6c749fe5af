import { isDuration } from '../syntax/duration.ts';
import { type Check, object, type Rule, report } from './check.ts';
import { boolean, extensions, number, string, text } from './leaves.ts';

const score: Rule = object(
  {
    name: 'a score',
    requirement: 'XAPI-00079',
    properties: {
      scaled: { rule: number('XAPI-00083') },
      raw: { rule: number('XAPI-00082') },
      min: { rule: number('XAPI-00081') },
      max: { rule: number('XAPI-00080') },
    },
  },
  checkRanges,
);

export const result: Rule = object({
  name: 'a result',
  requirement: 'XAPI-00006',
  properties: {
    score: { rule: score },
    success: { rule: boolean('XAPI-00074') },
    completion: { rule: boolean('XAPI-00075') },
    response: { rule: string('XAPI-00076') },
    duration: {
      rule: text({ kind: 'an ISO 8601 duration, e.g. PT4M30S', requirement: 'XAPI-00077' }, isDuration),
    },
    extensions: { rule: extensions('XAPI-00078') },
  },
});

function checkRanges(check: Check, value: Readonly<Record<string, unknown>>, path: string): void {
  const { scaled, raw, min, max } = value;
  if (typeof scaled === 'number' && (scaled < -1 || scaled > 1)) {
    report(check, `${path}/scaled`, { message: 'must lie between -1 and 1', requirement: 'XAPI-00083' });
  }
  if (typeof min === 'number' && typeof max === 'number' && min >= max) {
    report(check, `${path}/min`, { message: 'must be less than max', requirement: 'XAPI-00081' });
  }
  if (typeof raw !== 'number') return;
  if ((typeof min === 'number' && raw < min) || (typeof max === 'number' && raw > max)) {
    report(check, `${path}/raw`, { message: 'must lie between min and max', requirement: 'XAPI-00082' });
  }
}
