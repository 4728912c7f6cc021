import type { World } from '../world/index.ts';
import type { RawReply } from './call.ts';

/** Answers to reading calls, kept for as long as nothing happens in their world: the same question has the same answer then. */
export interface KeptReplies {
  /** The answer to a question, which says who asks for what; `make` makes it unless it is kept. */
  answer(world: World, question: string, make: () => RawReply): RawReply;
}

/** No more are kept of a world than so many, and none that is longer, in characters. */
const MOST_REPLIES = 100;
const LONGEST_REPLY = 16_384;

/** What is kept of one world. */
interface Kept {
  readonly revision: number;
  readonly replies: Map<string, RawReply>;
}

/** Nothing kept as yet. A world that ends takes its answers with it. */
export function createKeptReplies(): KeptReplies {
  const worlds = new WeakMap<World, Kept>();

  const repliesOf = (world: World): Map<string, RawReply> => {
    const known = worlds.get(world);
    if (known?.revision === world.revision && known.replies.size < MOST_REPLIES) return known.replies;
    const replies = new Map<string, RawReply>();
    world.keptCharacters = 0;
    worlds.set(world, { revision: world.revision, replies });
    return replies;
  };

  return {
    answer(world, question, make) {
      const replies = repliesOf(world);
      const known = replies.get(question);
      if (known !== undefined) return known;
      const reply = make();
      if (reply.status < 300 && reply.body.length <= LONGEST_REPLY) {
        replies.set(question, reply);
        world.keptCharacters += reply.body.length;
      }
      return reply;
    },
  };
}
