export type { Outcome, RawCall, RawReply, StreamReply } from './engine/call.ts';
export { createApp } from './express/app.ts';
export type { Exchange } from './journal/entry.ts';
export { createMock, type Mock, type MockOptions } from './mock.ts';
export { type RunningMock, type StartOptions, startMock } from './start.ts';
