export type { Exchange, RawCall, RawReply } from './engine/call.ts';
export { createApp } from './express/app.ts';
export { createMock, type Mock, type MockOptions } from './mock.ts';
export { type RunningMock, type StartOptions, startMock } from './start.ts';
export { RulingError } from './world/index.ts';
export { AccountError, type AccountOptions } from './worlds.ts';
