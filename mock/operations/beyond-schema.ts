import { type Issue, type OperationId, type RequestBody, toShown } from '../../spec/index.ts';

/** What a schema cannot say about a body that fits it: what else is wrong with it, by operation. */
export const BEYOND_SCHEMA: { readonly [Id in OperationId]?: (body: RequestBody<Id>) => Issue[] } = {
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
};
