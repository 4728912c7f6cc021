export {
  AccountError,
  type AccountOptions,
  createApp,
  createMock,
  type Exchange,
  type Mock,
  type MockOptions,
  type RawCall,
  type RawReply,
  RulingError,
  type RunningMock,
  type StartOptions,
  startMock,
} from '../mock/index.ts';
export { DocumentError } from '../spec/index.ts';
