import type { Operation } from '../../spec/index.ts';
import type { Device, World } from '../world/index.ts';
import type { RawReply } from './call.ts';

/** Answers to reading calls, kept for as long as nothing happens in their world: the same question has the same answer then. */
export interface KeptReplies {
  /** The answer to a call that is found to be good; `make` makes it unless it is kept. */
  answer(world: World, device: Device, operation: Operation, path: string, make: () => RawReply): RawReply;
}

/** No more are kept of a world than so many, and none that is longer, in characters. */
const MOST_REPLIES = 100;
const LONGEST_REPLY = 16_384;

/** What is kept of one world. */
interface Kept {
  revision: number;
  readonly byDevice: Map<Device, Map<string, RawReply>>;
  count: number;
}

/** Nothing kept as yet. A world that ends takes its answers with it. */
export function createKeptReplies(): KeptReplies {
  const worlds = new WeakMap<World, Kept>();

  const keptOf = (world: World): Kept => {
    const known = worlds.get(world);
    if (known?.revision === world.revision && known.count < MOST_REPLIES) return known;
    const fresh: Kept = { revision: world.revision, byDevice: new Map(), count: 0 };
    worlds.set(world, fresh);
    return fresh;
  };

  return {
    answer(world, device, { method }, path, make) {
      if (method !== 'GET') {
        world.revision += 1;
        return make();
      }
      const kept = keptOf(world);
      let replies = kept.byDevice.get(device);
      if (replies === undefined) {
        replies = new Map();
        kept.byDevice.set(device, replies);
      }
      const known = replies.get(path);
      if (known !== undefined) return known;
      const reply = make();
      if (reply.status < 300 && reply.body.length <= LONGEST_REPLY) {
        replies.set(path, reply);
        kept.count += 1;
      }
      return reply;
    },
  };
}
