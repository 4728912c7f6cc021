import { computed } from '@preact/signals';
import type { ControlSchema } from '../../../../spec/index.ts';
import { toTime } from '../formats.ts';
import { t } from '../language.ts';
import { hrefOf } from '../route.ts';
import { sayEvent } from '../sayings.ts';
import { calls } from '../store.ts';

/** Which call brought an event, by its sequence, as far as the calls were read. */
const callOf = computed(
  () =>
    new Map(calls.value.flatMap(({ sequence, events }) => events.map((event) => [event, sequence] as const))),
);

/** So many of the last happenings are shown. */
const SHOWN = 200;

/** What happened, the last first, each as a sentence. */
export function History({ events }: { events: readonly ControlSchema<'Event'>[] }) {
  if (events.length === 0) return <p class="quiet">{t('nothing-happened')}</p>;
  return (
    <ol class="history">
      {events
        .slice(-SHOWN)
        .reverse()
        .map((event) => (
          <li key={event.sequence} class={`kind-${event.kind}`}>
            <time class="quiet">{toTime(event.at)}</time> <bdi>{sayEvent(event)}</bdi>{' '}
            <ByCall number={callOf.value.get(event.sequence)} />
          </li>
        ))}
    </ol>
  );
}

function ByCall({ number }: { number: number | undefined }) {
  if (number === undefined) return null;
  return <a href={hrefOf('traffic', String(number))}>{t('by-call', { number })}</a>;
}
