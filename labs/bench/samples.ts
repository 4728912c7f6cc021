import { createMock } from '../../mock/index.ts';
import { answerNow } from './inside/answer-now.ts';
import { FIRST_NEW, GROUP_OF_TEN, HEADERS, type Loaded, phoneOf } from './requests.ts';

/** A request and what the mock answers to it, byte for byte. */
export interface Sample {
  readonly method: 'GET' | 'POST';
  /** Where it goes in Express. */
  readonly route: string;
  readonly path: string;
  /** JSON, or nothing. */
  readonly request: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The samples by operation. */
export type Samples = Readonly<Record<Loaded, Sample>>;

/** Takes the samples from a mock. */
export function takeSamples(): Samples {
  const mock = createMock({ seed: 1 });
  const take = (method: 'GET' | 'POST', route: string, path: string, request: string): Sample => {
    const { status, headers, body } = answerNow(mock, {
      method,
      target: path,
      headers: HEADERS,
      body: Buffer.from(request),
    });
    return { method, route, path, request, status, contentType: headers['Content-Type'] ?? '', body };
  };
  const createGroup = take('POST', '/groups', '/groups', GROUP_OF_TEN);
  const { jid } = JSON.parse(createGroup.body).group;
  const getGroup = take('GET', '/groups/:jid', `/groups/${jid}`, '');
  const refusal = take('GET', '/groups/:jid', '/groups/120363000000000000@g.us', '');
  const addition = JSON.stringify({ participants: [phoneOf(FIRST_NEW)] });
  const path = `/groups/${jid}/participants`;
  const addGroupParticipants = take('POST', '/groups/:jid/participants', path, addition);
  return { getGroup, firstRead: getGroup, refusal, addGroupParticipants, createGroup };
}
