import { RULINGS } from '../../../spec/facts/index.ts';
import { info, subscribe, told } from '../../language/deliveries.ts';
import { decided, promises, restsOn } from '../../language/promises.ts';
import { makeGroup, update } from '../../language/stage.ts';

const SECRET = 'wuts-contract-secret';

const NAMES = ['webhook-signed-text', 'webhook-signature-form', 'webhook-signature-header'] as const;

/** How deliveries are signed, for each choice of each ruling about it, in a world that asks for it. */
export const rulingsSignatures = NAMES.flatMap((name) =>
  RULINGS[name].choices.flatMap((choice) => {
    const place = choice === 'none' ? 'x-webhook-signature' : choice.toLowerCase();
    return promises('rulings', restsOn(`ruling ${name}`), {
      [`${name}-${choice}`.toLowerCase()]: [
        decided({ [name]: choice }),
        `A delivery is signed as the ruling ${name} says where it is ${choice}.`,
        makeGroup(),
        subscribe('first', { secret: SECRET }),
        told(update({ name: '{{other-name}}' }), {
          ...info({ name: '{{other-name}}' }),
          secret: SECRET,
          capture: { signature: 'signature' },
          ...(name === 'webhook-signature-header' && {
            headers:
              choice === 'none'
                ? { [place]: { $absent: true }, none: { $absent: true } }
                : { [place]: '{{signature}}' },
          }),
        }),
      ],
    });
  }),
);
