import type { Caller, Pattern, Receipt, Step, Template } from './case.ts';

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

/** A step, and the deliveries that follow its call. */
export function told(step: Step, ...receive: readonly Receipt[]): Step {
  return { ...step, receive };
}
