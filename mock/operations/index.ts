import type { OperationId } from '../../spec/index.ts';
import type { Handlers } from './call.ts';
import { communities } from './communities.ts';
import { groups } from './groups.ts';
import { supporting } from './supporting.ts';

/** The handler of every operation of the document; it does not compile while one is missing. */
export const operations: Handlers<OperationId> = { ...groups, ...communities, ...supporting };
