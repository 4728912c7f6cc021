import type { ControlSchema } from '../../../../spec/index.ts';
import { toTime } from '../formats.ts';
import { t } from '../language.ts';
import { sayEvent } from '../sayings.ts';

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
            <time class="quiet">{toTime(event.at)}</time> <bdi>{sayEvent(event)}</bdi>
          </li>
        ))}
    </ol>
  );
}
