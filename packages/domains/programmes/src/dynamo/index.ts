export { createCalendarStore } from './calendar-store.ts';
export { createEventStore } from './event-store.ts';
export { programmeFacts } from './facts.ts';
export { createSeatStore } from './seat-store.ts';
