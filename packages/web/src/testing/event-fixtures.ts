import type { DomainError } from '@sinau/kernel';
import type { EventPaymentsPorts, PartnerEventRow, PartnerEventsPorts } from '../events/agency-ports.ts';
import type { DeskEventView, EventOrder, EventsDeskPorts } from '../events/desk-ports.ts';
import type { EventCard, EventsPorts, EventView } from '../events/ports.ts';

const zone = 'Asia/Makassar';

const card: EventCard = {
  ...{
    eventId: 'seminar',
    title: 'Seminar <b>layanan</b> publik',
    organiser: 'Badan Contoh',
    mode: 'hybrid',
    zone,
  },
  ...{
    startsAt: '2026-12-01T01:00:00.000Z',
    endsAt: '2026-12-02T04:00:00.000Z',
    place: 'Aula',
    sessionCount: 2,
  },
  ...{ isOver: false, isCancelled: false },
};

const sessions: EventView['sessions'] = [
  {
    ...{ sessionId: 'h1', title: 'Hari pertama', place: 'Aula', present: true },
    ...{ startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T04:00:00.000Z' },
  },
  {
    ...{ sessionId: 'h2', place: 'Aula', link: 'https://rapat.example/2', present: false },
    ...{ startsAt: '2026-12-02T01:00:00.000Z', endsAt: '2026-12-02T04:00:00.000Z' },
  },
];

const { seat: _seat, place: _place, ...shown } = card;
const event: EventView = {
  ...{
    ...shown,
    heldBy: 'agency',
    about: 'Dua hari.\nDengan praktisi.',
    form: { id: 'Seminar', en: 'Seminar' },
    sessions,
  },
  speakers: [{ name: 'Dr. Sari', post: 'Widyaiswara', bio: 'Mengajar pelayanan publik.' }],
  ...{ worth: 800 as EventView['worth'] & number, capacity: 40, taken: 40, waiting: 3, registration: 'open' },
  ...{ opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-11-30T16:00:00.000Z', asksSupervisor: false },
  ...{ clashes: [], links: [], materials: [] },
};

/** What an id in an address stands for. */
function eventOf(eventId: string, absent: () => DomainError): EventView {
  const seat = { mayLeave: true } as const;
  switch (eventId) {
    case 'tidak-ada':
      throw absent();
    case 'antre':
      return { ...event, eventId, seat: { ...seat, state: 'waiting', ahead: 2 } };
    case 'tawaran':
      return {
        ...event,
        eventId,
        seat: { ...seat, state: 'offered', offeredUntil: '2026-11-29T01:00:00.000Z' },
      };
    case 'webinar':
      return {
        ...{ ...event, eventId, heldBy: 'provider', code: '3F2A-9C1B', organiser: 'Universitas Contoh' },
        seat: { ...seat, state: 'confirmed' },
        price: 250_000,
      };
    case 'anggaran':
      return { ...event, eventId, price: 250_000, seat: { ...seat, state: 'unfunded' } };
    case 'bentrok':
      return { ...event, eventId, clashes: [{ eventId: 'seminar', title: 'Rapat <i>lain</i>' }] };
    case 'lain':
      return { ...event, eventId, registration: 'for-others' };
    case 'batal':
      return { ...event, eventId, isCancelled: true, cancelReason: 'Banjir <b>besar</b>' };
    case 'hadir':
      return {
        ...{
          ...event,
          eventId,
          isOver: true,
          registration: 'over',
          seat: { state: 'confirmed', mayLeave: false },
        },
        attended: { days: 1, sessions: 1, isSettled: true },
        ownEvaluation: { evaluationId: 'e-hadir', waits: true },
        materials: [{ materialId: 'm1', name: 'Paparan <b>akhir</b>.pdf', sizeBytes: 2_048, pages: 12 }],
        links: [{ title: 'Bahan <b>paparan</b>', url: 'https://bahan.example/1' }],
        evaluation: 'https://nilai.example/1',
      };
    default:
      return event;
  }
}

const order: EventOrder = {
  ...{
    title: 'Seminar',
    form: 'KL06',
    mode: 'in-person',
    abroad: false,
    zone,
    capacity: 40,
    confirmHours: 24,
  },
  sessions: [{ sessionId: 'h1', date: '2026-12-01', from: '09:00', until: '12:00', place: 'Aula' }],
  speakers: [{ name: 'Dr. Sari', post: 'Widyaiswara' }],
  ...{ opensAt: '2026-11-01T08:00', closesAt: '2026-11-30T16:00', audience: 'units', unitIds: ['u1'] },
  ...{ asksSupervisor: true, links: [{ title: 'Bahan', url: 'https://bahan.example' }] },
  rows: { s: [0], p: [0], l: [0] },
};

const desk: DeskEventView = {
  ...{ eventId: 'seminar', title: 'Seminar <b>layanan</b>', state: 'published', isClosed: false, zone },
  closedItself: false,
  ...{
    startsAt: card.startsAt,
    endsAt: card.endsAt,
    capacity: 40,
    taken: 2,
    waiting: 1,
    order,
    rev: 2,
    isOver: true,
    closesItselfAt: '2026-12-09T05:00:00.000Z',
  },
  materials: [{ materialId: 'm1', name: 'Paparan <b>akhir</b>.pdf', sizeBytes: 2_048, pages: 12 }],
  sessions: sessions.map(({ present: _, ...session }) => ({ ...session, hasBegun: true, isOpen: true })),
};

/** Events for everybody, and for the desk of an agency. */
export function createEventFixtures(absent: () => DomainError): {
  readonly events: EventsPorts;
  readonly eventsDesk: EventsDeskPorts;
  readonly partnerEvents: PartnerEventsPorts;
  readonly eventPayments: EventPaymentsPorts;
} {
  return {
    events: readerFixtures(absent),
    eventsDesk: deskFixtures(absent),
    partnerEvents: partnerFixtures(absent),
    eventPayments: paymentFixtures(absent),
  };
}

const partnerRow: PartnerEventRow = {
  ...{ eventId: 'webinar', title: 'Webinar <b>data</b>', provider: 'Universitas Contoh', zone },
  ...{ startsAt: card.startsAt, endsAt: card.endsAt, state: 'published', isClosed: false },
};

function paymentFixtures(absent: () => DomainError): EventPaymentsPorts {
  const { title, provider: organiser } = partnerRow;
  const about = { title, organiser, year: 2026, noShow: 'spent', rev: 1 } as const;
  const over = { title, organiser, zone, startsAt: card.startsAt, endsAt: card.endsAt };
  return {
    seatUse: async (_person, year = 2026) => ({
      year,
      rows:
        year === 2026
          ? [
              { ...over, eventId: 'seminar', kind: 'own', seats: 30, attended: 24 },
              { ...over, eventId: 'webinar', kind: 'partner', seats: 2, attended: 1 },
              { ...over, eventId: 'rapat', kind: 'other', seats: 1, attended: 1 },
            ]
          : [],
    }),
    async paymentOf(_person, eventId) {
      if (eventId === 'tidak-ada') throw absent();
      if (eventId === 'gratis') return { ...about, eventId, isOwn: true, lines: [], seats: [] };
      return {
        ...{ ...about, eventId, isOwn: eventId === 'seminar', price: 250_000, lineId: '2026.DL' },
        lines: [{ lineId: '2026.DL', code: 'DL', title: 'Diklat <b>teknis</b>', room: 1_500_000 }],
        seats: [
          { name: 'Budi <b>S</b>', state: 'committed', price: 250_000 },
          { name: 'Ani', state: 'wanted', price: 250_000 },
        ],
      };
    },
    pay: async () => undefined,
  };
}

function partnerFixtures(absent: () => DomainError): PartnerEventsPorts {
  return {
    list: async ({ personId }) => {
      const rows = personId === 'kosong' ? [] : [partnerRow];
      return { open: rows, joined: rows, rule: { approval: 'supervisor', rev: 1 } };
    },
    async eventOf(_person, eventId) {
      if (eventId === 'tidak-ada') throw absent();
      const people = [
        { name: 'Budi <b>S</b>', state: 'confirmed', sessions: 1 },
        { name: 'Ani', state: 'requested', sessions: 0 },
      ] as const;
      return {
        ...partnerRow,
        eventId,
        sessionCount: 2,
        price: 250_000,
        people: eventId === 'sepi' ? [] : people,
      };
    },
    setRule: async () => undefined,
  };
}

function readerFixtures(absent: () => DomainError): EventsPorts {
  const [session] = sessions;
  return {
    list: async ({ personId }) =>
      personId === 'kosong'
        ? { open: [], own: [] }
        : { open: [card], own: [{ ...card, eventId: 'hadir', isOver: true, seat: 'confirmed' }] },
    eventOf: async (_person, eventId) => eventOf(eventId, absent),
    materialOf: async () => new Uint8Array([0x25]),
    register: async () => 'confirmed',
    leave: async () => undefined,
    confirm: async () => undefined,
    door: async (_person, { eventId }, code) => {
      if (code === '' || !session) throw absent();
      const { title } = eventOf(eventId, absent);
      return { eventId, title, zone, session, state: 'ready', ticket: 'ticket' };
    },
    checkIn: async () => undefined,
    eventFile: async (_person, eventId) => `BEGIN:VCALENDAR ${eventOf(eventId, absent).eventId}`,
    calendarAddress: async ({ personId }) =>
      personId === 'kosong' ? undefined : 'https://sinau.example/calendar/a.b.ics',
    setCalendar: async () => undefined,
    calendar: async () => 'BEGIN:VCALENDAR',
    requests: async ({ personId }) =>
      personId === 'kosong'
        ? []
        : [
            {
              ...{ eventId: 'seminar', personId: 'p1', name: 'Budi', title: card.title, zone },
              ...{ startsAt: card.startsAt, endsAt: card.endsAt, since: '2026-11-20T01:00:00.000Z' },
              ...{ free: 2, waiting: 0, clashes: ['Rapat'] },
            },
          ],
    decide: async () => undefined,
  };
}

function deskFixtures(absent: () => DomainError): EventsDeskPorts {
  const find = (eventId: string): DeskEventView => {
    if (eventId === 'tidak-ada') throw absent();
    return eventId === 'draf' ? { ...desk, eventId, state: 'draft' } : { ...desk, eventId };
  };
  const [session] = desk.sessions;
  return {
    list: async ({ personId }) => ({ rows: personId === 'kosong' ? [] : [desk, find('draf')] }),
    choices: async () => ({
      forms: [['KL06', { id: 'Seminar', en: 'Seminar' }]],
      units: [['u1', 'Sekretariat']],
    }),
    eventOf: async (_person, eventId) => find(eventId),
    planned: async (_person, mark) =>
      mark === '2027~2~i1' ? { title: 'Pelayanan ramah', form: 'KL06', people: 40 } : undefined,
    make: async () => 'seminar',
    change: async () => undefined,
    act: async () => undefined,
    cancel: async () => undefined,
    people: async () => ({
      rows: [
        {
          ...{ personId: 'p1', name: 'Budi <b>S</b>', agency: 'Badan Contoh', state: 'confirmed' as const },
          since: '2026-11-20T01:00:00.000Z',
          marks: { h1: { present: true }, h2: { present: false, by: 'Rina', reason: 'Pulang' } },
        },
        {
          ...{ personId: 'p2', name: 'Ani', agency: 'Badan Lain', state: 'waiting' as const },
          ...{ since: '2026-11-21T01:00:00.000Z', marks: {} },
        },
        {
          ...{ personId: 'p3', isOwn: true as const, name: 'Wulan', agency: 'Badan Contoh' },
          ...{ state: 'confirmed' as const, since: '2026-11-22T01:00:00.000Z', marks: {} },
        },
      ],
    }),
    mark: async () => [],
    maxBytes: 1_024,
    addMaterial: async () => 'added',
    removeMaterial: async () => undefined,
    seatByHand: async (_person, _eventId, { who }) => (who === 'tidak@ada' ? 'unknown' : 'seated'),
    takeBack: async () => undefined,
    code: async (_person, { eventId }) => {
      const { title } = find(eventId);
      if (!session) throw absent();
      return {
        ...{ title, zone, session, code: { size: 2, path: 'M0 0h1v1h-1z' }, url: 'https://sinau.example/x' },
        ...{ seconds: 15, checkedIn: 7 },
      };
    },
  };
}
