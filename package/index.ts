export {
  AccountError,
  type AccountOptions,
  createApp,
  createMock,
  type Exchange,
  type Mock,
  type MockFetch,
  type MockOptions,
  type Outcome,
  type RawCall,
  type RawReply,
  RulingError,
  type RunningMock,
  type StartOptions,
  type StreamReply,
  startMock,
} from '../mock/index.ts';
export { DocumentError } from '../spec/index.ts';
