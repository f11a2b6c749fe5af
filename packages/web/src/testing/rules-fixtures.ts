import type { DomainError, Jp } from '@sinau/kernel';
import type { RuleRowView, RulesPorts, RuleTopicView, RuleWhat } from '../jp-rules/ports.ts';

const jp = (hours: number) => (hours * 100) as Jp;
const row = (what: RuleWhat, more: Partial<RuleRowView> = {}): RuleRowView => ({
  ...{ what, scope: 'national', legalBasis: 'PerLAN 10/2018', verified: false, repealed: false },
  ...{ validFrom: '2018-01-01', ...more },
});

const daily: RuleWhat = {
  ...{ kind: 'conversion', unit: 'programme_jp' },
  cap: { amount: 300, period: 'day', measure: 'jp' },
};
const stricter: RuleWhat = { ...daily, cap: { amount: 200, period: 'day', measure: 'jp' } };
const own = row(stricter, {
  ...{ scope: 'agency', validFrom: '2026-02-01', by: 'Agus', at: '2026-01-30T02:00:00.000Z' },
});

const one = (topic: string, what: RuleWhat): RuleTopicView => ({
  ...{
    topic,
    title: { id: topic, en: topic },
    today: '2026-11-28',
    current: row(what),
    coming: [],
    rows: [row(what)],
  },
});

const topics: readonly RuleTopicView[] = [
  {
    ...one('conversion:NKL03', stricter),
    ...{ current: own, national: row(daily), coming: [{ ...own, validFrom: '2027-01-01' }] },
    rows: [
      { ...own, repealed: true },
      own,
      row(daily, { verified: true, words: 'JDIH LAN, dibaca 3 Maret' }),
    ],
  },
  one('conversion:NKL01', {
    ...{ kind: 'conversion', unit: 'session', jpPerUnit: jp(2) },
    cap: { amount: 200, period: 'month', measure: 'count' },
  }),
  one('year:PNS', { kind: 'year', minimum: jp(20), period: 'calendar-year', countsBy: 'last-day' }),
  one('year:PPPK', { kind: 'year', maximum: jp(24), period: 'contract-year', countsBy: 'last-day' }),
  one('effort', { kind: 'effort', leastShare: 20, idleMinutes: 30 }),
];

export function createRulesFixtures(refusal: () => DomainError, notAllowed: () => DomainError): RulesPorts {
  return {
    rulesOf: async () => topics,
    topicOf: async (_reader, asked) => {
      const found = topics.find(({ topic }) => topic === asked);
      if (!found) throw refusal();
      return found;
    },
    preview: async (_reader, { topic }) =>
      topic === 'effort' ? { kind: 'beyond' } : { kind: 'counted', people: 12, jp: jp(-3), year: 2026 },
    add: async (_reader, { validFrom }) => {
      if ((validFrom ?? '') < '2026-01-01') throw notAllowed();
    },
  };
}
