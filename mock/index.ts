export type { Outcome, RawCall, RawReply, StreamReply } from './engine/call.ts';
export { createApp } from './express/app.ts';
export type { MockFetch } from './fetch/fetch.ts';
export type { Exchange } from './journal/entry.ts';
export { MockError } from './kit/drive.ts';
export type { Acted, GroupSettings, MockPerson } from './kit/person.ts';
export type {
  CallQuery,
  ConsumerMistake,
  FaultEffect,
  MockClock,
  MockDevice,
  MockFaults,
  MockJournal,
  MockWorld,
} from './kit/world.ts';
export { createMock, type Mock, type MockOptions } from './mock.ts';
export { type RunningMock, type StartOptions, startMock } from './start.ts';
export { AccountError, type AccountOptions } from './tenants/account.ts';
export { RulingError } from './world/index.ts';
