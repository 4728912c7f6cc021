import { Problem } from '../problem.ts';
import { fromWebhook, toStatus, toWebhook } from '../wire/device.ts';
import { apply, connect, disconnect, EVENT_NAMES, renewWebhook } from '../world/index.ts';
import { type Handlers, ok } from './call.ts';

/** The operations under the tag Supporting: they work whatever the state of the device. */
export const supporting: Handlers<
  'getStatus' | 'connectDevice' | 'disconnectDevice' | 'getWebhook' | 'setWebhook' | 'listWebhookEvents'
> = {
  getStatus: ({ device }) => ok({ data: toStatus(device) }),

  connectDevice: ({ world, device }) => {
    apply(world, connect(device));
    const { state, id } = device;
    return ok({ data: { status: state, device_id: id, needs_qr: state === 'logged_out' } });
  },

  disconnectDevice: ({ world, device }) => {
    apply(world, disconnect(device));
    return ok({
      data: { message: 'The device is disconnected; its credentials are kept.', device_id: device.id },
    });
  },

  getWebhook: ({ device }) => {
    if (device.webhook === undefined) throw new Problem(404, 'no-webhook', 'No webhook is set.');
    return ok({ message: 'The webhook is set.', webhook: toWebhook(device.webhook) });
  },

  setWebhook: ({ world, device, body }) => {
    const webhook = renewWebhook(world, device, fromWebhook(body));
    apply(world, [{ kind: 'set-webhook', phone: device.phone, webhook }]);
    return ok({ message: `The webhook is set.${tellUnknown(webhook.events)}`, webhook: toWebhook(webhook) });
  },

  listWebhookEvents: () => ok({ events: [...EVENT_NAMES] }),
};

/** A name of no event may be that of one that WUTS has and the mock does not. */
function tellUnknown(names: readonly string[]): string {
  const unknown = names.filter((name) => !EVENT_NAMES.some((one) => one === name));
  if (unknown.length === 0) return '';
  return ` The mock sends nothing for ${unknown.join(', ')}: the events it has are ${EVENT_NAMES.join(', ')}.`;
}
