export type {
  ActorPort,
  ContentTicketPort,
  CourseContent,
  CourseContentPort,
  DeliveryAddresses,
  DocumentWriter,
  Entitlement,
  EntitlementPort,
  RecordWriter,
  RegistrationStore,
} from './ports.ts';
export type { AuRecord, AuSession, DeliveryRegistration } from './registration.ts';
