import type { BodyOf } from '../../language/case.ts';
import { first, second } from '../../language/cast.ts';
import { type Info, info, subscribe, told } from '../../language/deliveries.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { makeGroup, setTimer, update } from '../../language/stage.ts';

/** What is turned off or cleared, after it was set, and what is told of that. */
const CLEARED: Readonly<
  Record<string, { set: BodyOf<'updateGroup'>; clear: BodyOf<'updateGroup'>; said: Info }>
> = {
  announcement: { set: { announcement: true }, clear: { announcement: false }, said: { announce: false } },
  locked: { set: { locked: true }, clear: { locked: false }, said: { locked: false } },
  'join-approval': {
    set: { join_approval: true },
    clear: { join_approval: false },
    said: { join_approval: false },
  },
  topic: { set: { topic: '{{topic}}' }, clear: { topic: '' }, said: { topic: '' } },
};

const pair = makeGroup(undefined, [first, second]);

/** Settings that are turned off are told as those that are turned on. */
export const eventsOfClearing = promises('events', restsOn('behaviour events'), {
  ...Object.fromEntries(
    Object.entries(CLEARED).map(([slug, { set, clear, said }]) => [
      `${slug}-cleared`,
      [
        `What is told of the setting ${slug} when it is turned off or cleared is its new value.`,
        pair,
        update(set),
        subscribe('second'),
        told(update(clear), info({ sender: first, ...said }, 'second')),
      ] as const,
    ]),
  ),
  'timer-cleared': [
    'A disappearing timer that is turned off is told as 0 seconds.',
    pair,
    setTimer(86400),
    subscribe('second'),
    told(setTimer(0), info({ sender: first, ephemeral_seconds: 0 }, 'second')),
  ],
});
