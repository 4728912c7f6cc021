import type { Rulings } from '../../spec/facts/index.ts';
import { type Issue, type OperationId, type RequestBody, toShown } from '../../spec/index.ts';

/** Encrypted on its way, or on no way at all. */
const SAFE = /^(https:|http:\/\/(localhost|127\.[0-9.]+|\[::1\])(:[0-9]+)?([/?#]|$))/;

/** What a schema cannot say about a body that fits it: what else is wrong with it, by operation. */
export const BEYOND_SCHEMA: {
  readonly [Id in OperationId]?: (body: RequestBody<Id>, rulings: Rulings) => Issue[];
} = {
  updateGroup: ({ topic, description }) =>
    topic === undefined || description === undefined || topic === description
      ? []
      : [
          {
            field: 'description',
            message: 'must be the same text as topic, or absent',
            value: toShown(description),
          },
        ],
  setWebhook: ({ webhook_url: url }, rulings) =>
    rulings['plain-http-webhook'] === 'any-host' || SAFE.test(url)
      ? []
      : [
          {
            field: 'webhook_url',
            message: 'must be an https URL, or an http URL of a loopback host',
            value: toShown(url),
          },
        ],
  setGroupPicture: ({ image_base64: image }, rulings) =>
    rulings['unpadded-base64'] === 'taken' || image.length % 4 === 0
      ? []
      : [
          {
            field: 'image_base64',
            message: 'must be padded with = to a multiple of four characters',
            value: toShown(image),
          },
        ],
};
