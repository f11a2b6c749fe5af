import { describe, expect, it } from 'vitest';
import { createActivityTitles } from './activity-titles.ts';

const none = async () => undefined;
const neverAsked = () => Promise.reject(new Error('the key is longer than DynamoDB takes'));

describe('createActivityTitles', () => {
  it.each(['%E0%A4', '%FF', '%zz', 'x'.repeat(3000)])(
    'F5: an id that content made up with %s hides no record',
    async (segment) => {
      const base = 'https://sinau.example/activities';
      const titles = createActivityTitles(
        {
          addresses: { activityBase: base },
          courses: { find: neverAsked },
          enrolments: { findCurrent: none },
          content: { find: none },
          digest: { sha256: () => '' },
        } as never,
        { personId: 'p' } as never,
      );
      const object = { id: `${base}/${segment}/au/last` };
      expect(await titles({ object } as never)).toEqual({ object: { und: 'last' } });
      const context = { contextActivities: { grouping: [object], parent: [object] } };
      expect(await titles({ object: { id: 'https://x.example/a' }, context } as never)).toEqual({
        object: { und: 'a' },
      });
    },
  );
});
