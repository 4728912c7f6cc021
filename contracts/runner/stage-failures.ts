import type { Step } from '../language/case.ts';
import type { Difference } from '../language/patterns.ts';
import { ControlFailed } from '../target/control.ts';
import { ReceiverFailed } from '../target/receiver.ts';
import type { Answer } from '../target/send.ts';

/** The stage of a case could not be set. */
export class SetupFailed extends Error {
  override name = 'SetupFailed';
}

/** The target takes no webhook at the URL of the receiver, so nothing is known of what it would tell there. */
export class WebhookRefused extends Error {
  override name = 'WebhookRefused';
  constructor(status: number) {
    super(
      `the target takes no webhook at the receiver of this run (it answers ${status}): give a URL that it takes with --receiver, such as one of https`,
    );
  }
}

const STAGE_FAILURES = [SetupFailed, ControlFailed, ReceiverFailed];

/** Whether this keeps the stage of a case from being set. */
export function isStageFailure(error: unknown): error is Error {
  return STAGE_FAILURES.some((kind) => error instanceof kind);
}

/** A call that sets the stage has to go well; whatever else is expected of it is nothing that differs. */
export function mustSucceed({ call }: Step, { status, text }: Answer): Difference[] {
  if (status >= 200 && status < 300) return [];
  if (call === 'setWebhook' && status >= 400 && status < 500) throw new WebhookRefused(status);
  throw new SetupFailed(`${call} answers ${status} ${text.slice(0, 200)}`);
}
