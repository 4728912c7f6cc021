import { RULINGS } from '../../../spec/facts/index.ts';
import { info, subscribe, told } from '../../language/deliveries.ts';
import { decided, promises, restsOn } from '../../language/promises.ts';
import { makeGroup, update } from '../../language/stage.ts';

const SECRET = 'wuts-contract-secret';

const NAMES = ['webhook-signed-text', 'webhook-signature-form', 'webhook-signature-header'] as const;

/** How deliveries are signed, for each choice of each ruling about it, in a world that asks for it. */
export const rulingsSignatures = NAMES.flatMap((name) =>
  RULINGS[name].choices.flatMap((choice) => {
    const header =
      name === 'webhook-signature-header' ? choice : RULINGS['webhook-signature-header'].choices[0];
    const place = header === 'none' ? 'x-webhook-signature' : header.toLowerCase();
    return promises('rulings', restsOn(`ruling ${name}`), {
      [`${name}-${choice}`.toLowerCase()]: [
        decided({ [name]: choice }),
        `A delivery is signed, in its body and in its header, as the ruling ${name} says where it is ${choice}.`,
        makeGroup(),
        subscribe('first', { secret: SECRET }),
        told(update({ name: '{{other-name}}' }), {
          ...info({ name: '{{other-name}}' }),
          secret: SECRET,
          capture: { signature: 'signature' },
          headers: { [place]: header === 'none' ? { $absent: true } : '{{signature}}' },
        }),
      ],
    });
  }),
);
