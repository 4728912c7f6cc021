import type { Caller, Case, Pattern, Receipt, Step, Template } from './case.ts';
import type { Known } from './known.ts';
import type { Need } from './needs.ts';

/** What comes to webhooks, as data. */

type Account = NonNullable<Receipt['to']>;

const GROUP_EVENTS = ['group.info', 'group.joined'];

/** An account has the events of groups sent to the receiver of the case, or what else is said. */
export function subscribe(
  as: Account = 'first',
  { answers, ...more }: { answers?: string; [name: string]: Template | undefined } = {},
): Step {
  const query = answers === undefined ? '' : `?answers=${answers}`;
  const given = Object.entries(more).flatMap(([name, one]) => (one === undefined ? [] : [[name, one]]));
  const body = {
    webhook_url: `{{${as}.receiver}}${query}`,
    enabled_events: GROUP_EVENTS,
    ...Object.fromEntries(given),
  };
  return { call: 'setWebhook', as: as as Caller, body };
}

/** An account is told by `group.info` of `{{group}}`, or of another. */
export function info(said: Readonly<Record<string, Pattern>>, to: Account = 'first'): Receipt {
  return { to, event: 'group.info', body: { data: { jid: '{{group}}', ...said } } };
}

/** An account is told by `group.joined` that it takes part in `{{group}}`, or in another. */
export function joined(
  said: Readonly<Record<string, Pattern>> = {},
  to: Account = 'first',
  jid: Template = '{{group}}',
): Receipt {
  return { to, event: 'group.joined', body: { data: { group: { jid }, ...said } } };
}

/**
 * A case about deliveries. It takes a webhook for each account that comes in, so it runs alone. The call of the last step is expected
 * to succeed, whatever it answers.
 */
export function alone(
  id: string,
  promise: string,
  known: Known,
  steps: readonly Step[],
  needs: readonly Need[] = [],
): Case {
  const text = JSON.stringify(steps);
  const accounts = (['second', 'third'] as const).filter((name) =>
    new RegExp(`"${name}"|{{${name}\\.`).test(text),
  );
  return {
    id,
    promise,
    ...known,
    needs: ['webhook', 'receiver', ...accounts.map((name): Need => `${name}-account`), ...needs],
    alone: true,
    steps: steps.map((step, index) => (index === steps.length - 1 ? succeeding(step) : step)),
  };
}

function succeeding(step: Step): Step {
  return { ...step, expect: step.expect ?? { status: step.call === 'createGroup' ? 201 : 200 } };
}
