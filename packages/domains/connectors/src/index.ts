export { type Connection, type ConnectionId, type ConnectionKind, connectionKinds } from './connection.ts';
export {
  AdapterFailure,
  type AdapterFailureReason,
  type AdapterPort,
  adapterFailureReasons,
  type Capability,
  type ProviderAdapter,
} from './ports.ts';
