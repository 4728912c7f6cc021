import type { ControlSchema } from '../../../spec/index.ts';
import { type Account, deviceOf } from '../../tenants/account.ts';
import type { Tenant } from '../../tenants/tenant.ts';
import { toTimestamp } from '../../wire/timestamp.ts';
import { personOf, toUserJid } from '../../world/index.ts';

/** A world in a few lines. */
export function toWorld({ start, world, tokens }: Tenant): ControlSchema<'World'> {
  return {
    name: start.name,
    seed: world.ids.seed,
    accounts: tokens.size,
    groups: world.groups.size,
    now: toTimestamp(world.clock.now()),
    frozen: world.clock.frozen,
    ttl_seconds: start.ttl === undefined ? null : start.ttl / 1000,
    rulings: { ...world.rulings },
    made: Object.fromEntries(world.names),
  };
}

/** An account with its token. */
export function toAccount(account: Account): ControlSchema<'Account'> {
  const { token, phone, tenant } = account;
  const { lid } = personOf(tenant.world, phone);
  const { state: device, webhook } = deviceOf(tenant.world, phone);
  return { token, phone, jid: toUserJid(phone), lid, device, webhook_url: webhook?.url ?? null };
}
