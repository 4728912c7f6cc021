import { created, ok } from '../../operations/call.ts';
import { Problem } from '../../problem.ts';
import { type Account, deviceOf } from '../../tenants/account.ts';
import type { Tenant } from '../../tenants/tenant.ts';
import { fromWebhook } from '../../wire/device.ts';
import { apply, renewWebhook, setDeviceState } from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';
import { toAccount } from '../wire/world.ts';

/** The accounts of a world. */
export const accounts: ControlHandlers<'listAccounts' | 'createAccount' | 'getAccount' | 'updateAccount'> = {
  listAccounts: ({ tenants, tenant }) => ok({ accounts: tenants.accountsOf(tenant).map(toAccount) }),

  createAccount: ({ tenants, tenant, body }) =>
    created({ account: toAccount(tenants.addAccount(tenant, body)) }),

  getAccount: ({ tenant, parameter }) => ok({ account: toAccount(findAccount(tenant, parameter('phone'))) }),

  updateAccount: ({ tenant, parameter, body }) => {
    const account = findAccount(tenant, parameter('phone'));
    const { world } = tenant;
    const device = deviceOf(world, account.phone);
    if (body.webhook !== undefined) {
      const webhook = renewWebhook(world, device, fromWebhook(body.webhook));
      apply(world, [{ kind: 'set-webhook', phone: device.phone, webhook }]);
    }
    if (body.device !== undefined) apply(world, setDeviceState(device, body.device));
    return ok({ account: toAccount(account) });
  },
};

function findAccount(tenant: Tenant, phone: string): Account {
  const token = tenant.tokens.get(phone);
  if (token !== undefined) return { token, phone, tenant };
  const known = [...tenant.tokens.keys()].slice(0, 10).join(', ');
  throw new Problem(
    404,
    'no-such-account',
    `No account of this world has the number ${phone}; there is ${known}. POST …/accounts makes one.`,
  );
}
