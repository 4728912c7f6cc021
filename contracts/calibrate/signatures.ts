import { RULINGS } from '../../spec/facts/index.ts';
import { toSignature, toUnsigned } from '../../spec/index.ts';
import { at } from '../language/templates.ts';
import type { ReceivedDelivery } from '../target/delivery-queue.ts';
import { parseJson } from '../target/json.ts';
import type { Observations } from './observations.ts';

const { 'webhook-signed-text': ofText, 'webhook-signature-form': ofForm } = RULINGS;
const HEADER = 'ruling webhook-signature-header';
const MADE = ['ruling webhook-signed-text', 'ruling webhook-signature-form'] as const;

/** Every way to make a signature. */
const WAYS = ofText.choices.flatMap((text) =>
  ofForm.choices.map((form) => ({ 'webhook-signed-text': text, 'webhook-signature-form': form })),
);

/** Takes from deliveries how they are signed: by each way in turn, until one makes a text that stands in them. */
export function noteSignatures(
  observations: Observations,
  deliveries: readonly ReceivedDelivery[],
  secret: string,
): void {
  for (const { text, headers } of deliveries) {
    const inBody = at(parseJson(text), 'signature');
    const made = WAYS.map((way) => ({ way, signature: toSignature(toUnsigned(text), secret, way) }));
    const headed = made.filter(({ signature }) => Object.values(headers).includes(signature));
    const found = made.find(({ signature }) => signature === inBody) ?? headed[0];
    if (found !== undefined) {
      for (const [name, choice] of Object.entries(found.way))
        observations.settle(`ruling ${name}`, choice, `webhook: an HMAC with the secret is ${choice}`);
      if (headed.length > 0 && !headed.includes(found))
        observations.wonder(HEADER, 'webhook: a header has the signature in another form than the body');
      else noteHeader(observations, headers, found.signature);
    } else if (typeof inBody === 'string' && inBody !== '')
      for (const fact of MADE)
        observations.wonder(
          fact,
          `webhook: no way that was tried makes its signature, of ${inBody.length} characters`,
        );
  }
  for (const fact of [...MADE, HEADER])
    observations.leave(fact, deliveries.length === 0 ? 'no delivery came' : 'no signature was found');
}

function noteHeader(
  observations: Observations,
  headers: ReceivedDelivery['headers'],
  signature: string,
): void {
  const found = Object.keys(headers).filter((name) => headers[name] === signature);
  const known = RULINGS['webhook-signature-header'].choices.find((one) => found.includes(one.toLowerCase()));
  if (known !== undefined) observations.settle(HEADER, known, `webhook: ${known}`);
  else if (found.length === 0) observations.settle(HEADER, 'none', 'webhook: no header has the signature');
  else observations.wonder(HEADER, 'webhook: a header of another name has the signature');
}
