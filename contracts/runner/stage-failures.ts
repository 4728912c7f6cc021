import type { Step } from '../language/case.ts';
import type { Difference } from '../language/patterns.ts';
import { at } from '../language/templates.ts';
import { ControlFailed } from '../target/control.ts';
import { ReceiverFailed } from '../target/receiver.ts';
import type { Answer } from '../target/send.ts';

/** The stage of a case could not be set. */
export class SetupFailed extends Error {
  override name = 'SetupFailed';
}

/** The target takes no webhook of plain http, so nothing is known of what it would tell there. */
export class PlainHttpRefused extends Error {
  override name = 'PlainHttpRefused';
}

/** The statuses of a request that does not fit. */
const UNFIT = [400, 422];

const STAGE_FAILURES = [SetupFailed, ControlFailed, ReceiverFailed];

/** Whether this keeps the stage of a case from being set. */
export function isStageFailure(error: unknown): error is Error {
  return STAGE_FAILURES.some((kind) => error instanceof kind);
}

/**
 * A call that sets the stage has to go well; nothing else is expected of it. That plain http is taken is assumed, so where a
 * webhook of it does not fit, nothing is broken.
 */
export function mustSucceed({ call }: Step, body: unknown, { status, text }: Answer): Difference[] {
  if (status >= 200 && status < 300) return [];
  const url = call === 'setWebhook' ? String(at(body, 'webhook_url')) : '';
  if (url.startsWith('http:') && UNFIT.includes(status))
    throw new PlainHttpRefused(
      `the target takes no webhook of plain http (it answers ${status} to ${url}): give an https URL with --receiver`,
    );
  throw new SetupFailed(`${call} answers ${status} ${text.slice(0, 200)}`);
}
