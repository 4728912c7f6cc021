import { ok } from '../../operations/call.ts';
import { Problem } from '../../problem.ts';
import type { ControlHandlers } from '../call.ts';

/** What answers the paths that the document does not have. */
export const stubs: ControlHandlers<'listStubs' | 'createStub' | 'deleteStub'> = {
  listStubs: ({ stubs }) => ok({ stubs: [...stubs.list()] }),

  createStub: ({ stubs, body }) => ({ status: 201, body: { success: true, stub: stubs.add(body) } }),

  deleteStub: ({ stubs, parameter }) => {
    const id = parameter('stub');
    if (!stubs.remove(id)) throw new Problem(404, 'no-such-stub', `There is no stub "${id}".`);
    return ok({});
  },
};
