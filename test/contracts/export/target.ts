import { INPUTS } from '../../../contracts/export/vocabulary.ts';
import type { Target } from '../../../contracts/index.ts';
import { createSender } from '../../../contracts/target/send.ts';

const send = createSender({}, {});

/** What flows have to be told of a target, by the names of their inputs. */
export async function tellTarget({
  url,
  tokens,
  participants = [],
}: Target): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const [name, token] of Object.entries(tokens)) {
    if (token === undefined) continue;
    told[name === 'first' ? 'token' : `${name}_token`] = token;
    const headers = { Authorization: `Bearer ${token}` };
    const { text } = await send({ method: 'GET', url: `${url}/status`, headers, body: undefined });
    const phone = /"phone_number":"\D*(\d{10,15})/.exec(text)?.[1] ?? '';
    Object.assign(told, { [`${name}_phone`]: phone, [`${name}_jid`]: `${phone}@s.whatsapp.net` });
  }
  for (const [index, phone] of participants.entries()) {
    Object.assign(told, {
      [`number${index + 1}`]: phone,
      [`number${index + 1}_jid`]: `${phone}@s.whatsapp.net`,
    });
  }
  const unknown = Object.keys(told).filter((name) => !Object.hasOwn(INPUTS, name));
  if (unknown.length > 0) throw new Error(`Flows have no input ${unknown.join(', ')}.`);
  return told;
}
