/** Events for everybody. */
export const eventsPath = '/events';
export const eventPath = (eventId: string): string => `${eventsPath}/${encodeURIComponent(eventId)}`;
export const materialPath = (eventId: string, materialId: string): string =>
  `${eventPath(eventId)}/materials/${encodeURIComponent(materialId)}`;
export const doorPath = ({ eventId, sessionId }: SessionAt): string =>
  `${eventPath(eventId)}/check-in/${encodeURIComponent(sessionId)}`;
/** Own events in calendars of other programs. */
export const calendarPath = '/calendar';
/** Whom a supervisor decides about. */
export const eventRequestsPath = '/team/events';
/** Whom an agency decides about in place of a supervisor. */
export const agencyRequestsPath = '/agency/event-requests';

/** Where an agency holds its events. */
export const deskEventsPath = '/agency/events';
export const deskEventPath = (eventId: string): string => `${deskEventsPath}/${encodeURIComponent(eventId)}`;

/** Where a provider holds its events. */
export const studioEventsPath = '/studio/events';
/** From which budget line an agency pays the seats of an event, and for whom. */
export const eventPaymentsPath = '/agency/event-payments';
export const eventPaymentPath = (eventId: string): string =>
  `${eventPaymentsPath}/${encodeURIComponent(eventId)}`;
/** Events of providers, for the agency whose people go there. */
export const partnerEventsPath = '/agency/partner-events';
export const partnerEventPath = (eventId: string): string =>
  `${partnerEventsPath}/${encodeURIComponent(eventId)}`;

export interface SessionAt {
  readonly eventId: string;
  readonly sessionId: string;
}
