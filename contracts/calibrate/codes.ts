import type { FactName } from '../language/facts.ts';
import { compare } from '../language/patterns.ts';
import { at } from '../language/templates.ts';
import type { Answer } from '../target/send.ts';
import type { Fields } from './fields.ts';
import type { Observations } from './observations.ts';

/** What the answers with a status show by themselves: its code, and the schema of its error. */
const BY_STATUS: Readonly<Record<number, { code: FactName; schema?: string; isAssumed?: true }>> = {
  401: { code: 'code UNAUTHORIZED', schema: 'UnauthorizedError' },
  403: { code: 'code FORBIDDEN', schema: 'ForbiddenError' },
  404: { code: 'code NOT_FOUND', schema: 'NotFoundError' },
  405: { code: 'code METHOD_NOT_ALLOWED' },
  409: { code: 'code CONFLICT', schema: 'ConflictError' },
  410: { code: 'code GONE', schema: 'GoneError' },
  413: { code: 'code PAYLOAD_TOO_LARGE', schema: 'PayloadTooLargeError', isAssumed: true },
  415: { code: 'code UNSUPPORTED_MEDIA_TYPE', schema: 'UnsupportedMediaTypeError', isAssumed: true },
  422: { code: 'code UNPROCESSABLE', schema: 'UnprocessableError', isAssumed: true },
  429: { code: 'code RATE_LIMITED', schema: 'RateLimitedError' },
  500: { code: 'code INTERNAL_ERROR', schema: 'InternalServerError', isAssumed: true },
};

/** Codes that the documentation shows, with whatever status. */
const DOCUMENTED = ['VALIDATION_ERROR', 'DEVICE_NOT_READY'];

/** Takes from an answer what its status shows by itself. `code` is that of the answer, where it can be told. */
export function noteCode(
  observations: Observations,
  fields: Fields,
  { status, body }: Answer,
  code: string | undefined,
  evidence: string,
): void {
  const row = BY_STATUS[status];
  if (row === undefined || at(body, 'success') !== false) return;
  const said = at(body, 'error_code');
  if (DOCUMENTED.includes(String(said))) return;
  // Without a code it may be a proxy that fails.
  if (status >= 500 && said === undefined) return;
  if (code !== undefined) {
    observations.settle(row.code, code, evidence);
    observations.settle('schema ErrorCode', /^[A-Z][A-Z_]*$/.test(code) ? 'yes' : 'no', evidence);
  }
  if (row.schema === undefined) return;
  fields.look(`field ${row.schema}.error_code`, { at: '', name: 'error_code', is: CODE }, body, evidence);
  if (row.isAssumed)
    observations.settle(`schema ${row.schema}`, compare(ERROR, body).length === 0 ? 'yes' : 'no', evidence);
}

const CODE = { $matches: '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$' };
const ERROR = { success: false, error: { $type: 'string' }, timestamp: { $matches: 'Z$' } };
