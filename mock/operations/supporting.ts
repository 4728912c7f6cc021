import { Problem } from '../problem.ts';
import { fromWebhook, toStatus, toWebhook } from '../wire/device.ts';
import { connect, disconnect, EVENT_NAMES, setWebhook } from '../world/index.ts';
import { type Handlers, ok } from './call.ts';

/** The operations under the tag Supporting: they work whatever the state of the device. */
export const supporting: Handlers<
  'getStatus' | 'connectDevice' | 'disconnectDevice' | 'getWebhook' | 'setWebhook' | 'listWebhookEvents'
> = {
  getStatus: ({ device }) => ok({ data: toStatus(device) }),

  connectDevice: ({ world, device }) => {
    connect(world, device);
    const { state, id } = device;
    return ok({ data: { status: state, device_id: id, needs_qr: state === 'logged_out' } });
  },

  disconnectDevice: ({ world, device }) => {
    disconnect(world, device);
    return ok({
      data: { message: 'The device is disconnected; its credentials are kept.', device_id: device.id },
    });
  },

  getWebhook: ({ device }) => {
    if (device.webhook === undefined) throw new Problem(404, 'no-webhook', 'No webhook is set.');
    return ok({ message: 'The webhook is set.', webhook: toWebhook(device.webhook) });
  },

  setWebhook: ({ world, device, body }) => {
    const webhook = setWebhook(world, device, fromWebhook(body));
    return ok({ message: 'The webhook is set.', webhook: toWebhook(webhook) });
  },

  listWebhookEvents: () => ok({ events: [...EVENT_NAMES] }),
};
