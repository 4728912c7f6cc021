import type { OperationId, Schema } from '../../spec/index.ts';
import type { BodyOf, ExpectedDelivery, ExpectedDeliveryOf, StepOf } from './case.ts';
import type { Pattern, Properties } from './patterns.ts';

/** What comes to webhooks, as data. */

type Account = NonNullable<ExpectedDelivery['to']>;

/** What `group.info` tells. */
export type Info = Properties<Schema<'GroupInfo'>>;

const GROUP_EVENTS = ['group.info', 'group.joined'];

/** An account has the events of groups sent to the receiver of the case, or what else is said. */
export function subscribe(
  as: Account = 'first',
  { answers, ...more }: Partial<BodyOf<'setWebhook'>> & { readonly answers?: string } = {},
): StepOf<'setWebhook'> {
  const query = answers === undefined ? '' : `?answers=${answers}`;
  const webhook_url = `{{${as}.receiver}}${query}`;
  return { call: 'setWebhook', as, body: { webhook_url, enabled_events: GROUP_EVENTS, ...more } };
}

/** An account is told by `group.info` of `{{group}}`, or of another. */
export function info(said: Info, to: Account = 'first'): ExpectedDeliveryOf<'group.info'> {
  return { to, event: 'group.info', body: { data: { jid: '{{group}}', ...said } } };
}

/** An account is told by `group.joined` that it takes part in `{{group}}`, or in another. */
export function joined(
  said: Properties<Schema<'GroupJoined'>> = {},
  to: Account = 'first',
  jid: Pattern<string> = '{{group}}',
): ExpectedDeliveryOf<'group.joined'> {
  return { to, event: 'group.joined', body: { data: { group: { jid }, ...said } } };
}

/** A step, and the deliveries that follow its call. Those about one group come in this order. */
export function told<Id extends OperationId>(
  step: StepOf<Id>,
  ...receive: readonly ExpectedDelivery[]
): StepOf<Id> {
  return { ...step, receive };
}
