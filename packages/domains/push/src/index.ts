export { changeSubscription } from './change-subscription.ts';
export { createSubscription } from './create-subscription.ts';
export type { DeadLetter } from './dead-letter.ts';
export {
  type DeadLetterPage,
  listDeadLetters,
  type Replayed,
  replayDeadLetter,
  replayDeadLetters,
} from './dead-letters.ts';
export { deleteSubscription } from './delete-subscription.ts';
export { type DeliverDeps, type DeliveryRun, deliver } from './deliver.ts';
export { dispatchDue } from './dispatch-due.ts';
export {
  ReceiverNotAllowed,
  SubscriptionChanged,
  SubscriptionNotFound,
  TooManySubscriptions,
} from './errors.ts';
export { getSubscription, listSubscriptions, type SubscriptionSummary } from './list-subscriptions.ts';
export type { OwnSubscriptionInput } from './own-subscription.ts';
export { agencyOwner, type OwnerId, type OwnerKind, providerOwner, tenantOf } from './owner.ts';
export type {
  Courier,
  Delivery,
  PushFeed,
  PushQueue,
  PushStore,
  SecretBox,
  Sent,
  StatementRecords,
  TestAnswer,
} from './ports.ts';
export { rotateSecret } from './rotate-secret.ts';
export { pauseSubscription, resumeSubscription } from './set-state.ts';
export {
  type ChangeSubscriptionRequest,
  type CreateSubscriptionRequest,
  type FailureReason,
  type Places,
  type ProviderEvent,
  type PushMessage,
  providerEvents,
  pushMessageSchema,
  type Receiver,
  recordEvents,
  type Subscription,
} from './subscription.ts';
export { testSubscription } from './test-subscription.ts';
