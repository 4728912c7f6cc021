import { loadDocument } from '../../spec/index.ts';
import type { FactName } from '../language/facts.ts';

/** What is not asked, since nobody makes a service fail or drives it to its limit: a recording shows it where it happened. */
export interface RecordedQuestion {
  readonly id: string;
  /** Why nobody asks. */
  readonly because: string;
  readonly facts: readonly FactName[];
}

/** Every such question. */
export const RECORDED: readonly RecordedQuestion[] = [
  {
    id: 'service-fails',
    because: 'no request makes a service fail on purpose',
    facts: [
      'code INTERNAL_ERROR',
      'field InternalServerError.error_code',
      'schema InternalServerError',
      ...loadDocument().operations.flatMap(({ id, replies }) =>
        replies.has(500) ? [`status ${id} 500` as FactName] : [],
      ),
    ],
  },
  {
    id: 'too-many-requests',
    because: 'a service that limits requests is waited for, not driven to its limit',
    facts: ['code RATE_LIMITED', 'field RateLimitedError.error_code'],
  },
];
