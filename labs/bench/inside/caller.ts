import type { Mock } from '../../../mock/index.ts';
import { HEADERS } from '../requests.ts';
import { answerNow } from './answer-now.ts';

/** Calls a mock in process, as the account of a token. */
export interface Caller {
  /** The body of the answer. Throws unless it is a success. */
  call(method: string, target: string, body?: object): string;
  /** The same call, ready to be made again and again. */
  prepare(method: string, target: string, body?: object): () => string;
}

/** A caller with the token of the first account, or another. */
export function createCaller(mock: Mock, token?: string): Caller {
  const headers = token === undefined ? HEADERS : { ...HEADERS, authorization: `Bearer ${token}` };
  const prepare = (method: string, target: string, body?: object) => {
    const raw = {
      method,
      target,
      headers,
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    };
    return () => {
      const reply = answerNow(mock, raw);
      if (reply.status >= 300)
        throw new Error(`${method} ${target} is answered ${reply.status}: ${reply.body}`);
      return reply.body;
    };
  };
  return { prepare, call: (method, target, body) => prepare(method, target, body)() };
}

/** What the script was given. */
export function readInput<Input>(): Input {
  return JSON.parse(process.argv[2] ?? '{}');
}

/** Hands the result to whoever started this process. */
export function give(result: object): void {
  process.stdout.write(JSON.stringify(result));
}
