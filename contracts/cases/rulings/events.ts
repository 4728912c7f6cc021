import { first, one, second, two } from '../../language/cast.ts';
import { type Info, info, joined, subscribe, told } from '../../language/deliveries.ts';
import { assumed, decided, promises, refused, restsOn } from '../../language/promises.ts';
import { change, letIn, makeGroup, update } from '../../language/stage.ts';
import { reads } from '../../language/views.ts';

/** What the first account is told of two people, by an event for both or for each. */
function toldOf(choice: 'together' | 'one-each', said: (people: string[]) => Info) {
  const events = choice === 'together' ? [[one, two]] : [[one], [two]];
  return events.map((people) => info({ sender: first, ...said(people) }));
}

/** By how many events one request is told, for each choice of the rulings that decide it. */
export const rulingsEvents = [
  ...(['together', 'one-each'] as const).flatMap((choice) =>
    promises('rulings', choice === 'together' ? restsOn('ruling people-events') : assumed, {
      [`people-events-${choice}`]: [
        decided({ 'people-events': choice }),
        `Adding two people, making them admins and removing them is told ${choice === 'together' ? 'by one event with both' : 'by an event for each'}, where the ruling people-events is ${choice}.`,
        makeGroup(),
        subscribe(),
        told(change('add', one, two), ...toldOf(choice, (people) => ({ join: people }))),
        told(change('promote', one, two), ...toldOf(choice, (people) => ({ promote: people }))),
        told(change('demote', one, two), ...toldOf(choice, (people) => ({ demote: people }))),
        told(change('remove', one, two), ...toldOf(choice, (people) => ({ leave: people }))),
      ],
    }),
  ),
  ...promises('rulings', assumed, {
    'people-events-one-each-new-group': [
      decided({ 'people-events': 'one-each' }),
      'Who is in a group from its start is told of it once, as a new one, where the ruling people-events is one-each.',
      subscribe('second'),
      told(
        makeGroup({}, [first, second, one]),
        joined({ type: 'new', group: { members_count: 3 } }, 'second'),
      ),
      told(update({ topic: '{{topic}}' }), info({ topic: '{{topic}}' }, 'second')),
    ],
  }),
  ...(['one-by-one', 'whole'] as const).flatMap((choice) =>
    promises('rulings', choice === 'one-by-one' ? restsOn('ruling update-atomicity') : assumed, {
      [`update-atomicity-${choice}`]: [
        decided({ 'update-atomicity': choice }),
        choice === 'whole'
          ? 'An update of a name and a topic is told by one event, and one that is refused for the second of its settings leaves the first alone, where the ruling update-atomicity is whole.'
          : 'An update of a name and a topic is told by an event for each, and one that is refused for the second of its settings keeps the first, where the ruling update-atomicity is one-by-one.',
        makeGroup(),
        ...letIn(),
        subscribe(),
        told(
          update({ name: '{{name}} 2', topic: 'two' }),
          ...(choice === 'whole'
            ? [info({ name: '{{name}} 2', topic: 'two' })]
            : [info({ name: '{{name}} 2' }), info({ topic: 'two' })]),
        ),
        { ...update({ topic: 'three', announcement: true }, 'second'), expect: refused(403) },
        reads({ topic: choice === 'whole' ? 'two' : 'three', is_announce: false }),
      ],
    }),
  ),
];
