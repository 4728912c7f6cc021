import { useSignal, useSignalEffect } from '@preact/signals';
import type { ControlSchema } from '../../../../spec/index.ts';
import { read } from '../api.ts';
import { decode } from '../formats.ts';
import { t } from '../language.ts';
import { hrefOf, worldName } from '../route.ts';
import { connection } from '../store.ts';

/** So often is asked who waits, in milliseconds: no stream tells it. */
const BETWEEN_LOOKS = 2000;

/** Who waits for a call at this moment, and the call that comes closest. */
export function Waits() {
  const waits = useSignal<readonly ControlSchema<'Wait'>[]>([]);
  useSignalEffect(() => {
    const path = `/worlds/${worldName.value}/journal?limit=1`;
    const look = () =>
      read('readJournal', path).then(
        (answer) => {
          waits.value = answer.waits;
        },
        () => {},
      );
    if (connection.value !== 'live') return;
    void look();
    const timer = setInterval(look, BETWEEN_LOOKS);
    return () => clearInterval(timer);
  });
  return (
    <ul class="plain waits">
      {waits.value.map(({ wanted, nearest }) => (
        <li key={JSON.stringify(wanted)}>
          {t('waits-for', { wanted: toText(wanted) })}
          <br />
          {nearest === null ? <span class="quiet">{t('no-call-near')}</span> : <Near {...nearest} />}
        </li>
      ))}
    </ul>
  );
}

/** Such as "operation createGroup, status 201". */
function toText(wanted: ControlSchema<'WantedCall'>): string {
  return Object.entries(wanted)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** A call that comes close, and what differs. */
export function Near({ call: { sequence, method, path }, differs }: ControlSchema<'NearMiss'>) {
  return (
    <>
      <a href={hrefOf('traffic', String(sequence))}>
        {method} {decode(path)}
      </a>{' '}
      <span class="quiet">{differs}</span>
    </>
  );
}
