import type { Issue } from '../spec/index.ts';
import { ExpectedError } from './world/index.ts';

/** The statuses by which the wire, not the world, says no. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500;

/** The wire says no. Nothing was changed. */
export class Problem extends ExpectedError {
  override name = 'Problem';
  readonly status: ProblemStatus;
  /** The name that goes out in the header `X-Mock-Rule`. */
  readonly rule: string;
  readonly validation: readonly Issue[] | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;

  constructor(
    status: ProblemStatus,
    rule: string,
    message: string,
    more: { validation?: readonly Issue[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.rule = rule;
    this.validation = more.validation;
    this.headers = more.headers;
  }

  /** Fields of the request do not fit the document. */
  static invalid(validation: readonly Issue[]): Problem {
    return new Problem(400, 'does-not-fit-the-document', 'validation failed', { validation });
  }

  /** Fields of the request fit the document, but cannot be met. */
  static impossible(rule: string, validation: readonly Issue[]): Problem {
    const says = validation.map(({ field, message }) => `${field} ${message}.`).join(' ');
    return new Problem(422, rule, says, { validation });
  }
}
