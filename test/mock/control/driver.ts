import type { ControlSchema } from '../../../spec/index.ts';
import { type Answer, type Client, TOKENS } from '../http/client.ts';

/** All that answers of the control plane can hold. */
export interface ControlBody {
  fault: ControlSchema<'Fault'>;
  faults: ControlSchema<'Fault'>[];
  calls: ControlSchema<'JournalCall'>[];
  near_misses: ControlSchema<'NearMiss'>[];
  last_sequence: number;
  world: string;
  accounts: ControlSchema<'Account'>[];
  error: string;
  rule: string;
  validation: { field: string; message: string; value: unknown }[];
}

export type ControlAnswer = Omit<Answer, 'body'> & { body: ControlBody };

/** Drives the world `default` of a client's mock, by paths behind `/__mock/worlds/default`. */
export function driverOf({ send }: Pick<Client, 'send'>, prefix = '/__mock/worlds/default') {
  const call =
    (method: string) =>
    async (path: string, body?: object): Promise<ControlAnswer> => {
      const headers = { Authorization: `Bearer ${TOKENS.first}` };
      const answer = await send({ method, path: prefix + path, headers, body });
      return answer as unknown as ControlAnswer;
    };
  return { get: call('GET'), post: call('POST'), patch: call('PATCH'), delete: call('DELETE') };
}
