import type { Rulings } from '../../spec/facts/index.ts';
import { type Issue, type OperationId, type RequestBody, toShown } from '../../spec/index.ts';

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
