import { computed, signal, useSignal, useSignalEffect } from '@preact/signals';
import type { ControlSchema } from '../../../../spec/index.ts';
import { read, tell } from '../api.ts';
import { toneOf, toPhone, toTime } from '../formats.ts';
import { t } from '../language.ts';
import { Hint } from '../parts/hint.tsx';
import { Path } from '../parts/path.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { hrefOf, route, worldName } from '../route.ts';
import { accounts, calls, connection } from '../store.ts';
import { OneCall } from './call.tsx';
import { Near, Waits } from './waits.tsx';

type Call = ControlSchema<'JournalCall'>;

const operation = signal('');
const phone = signal('');
const status = signal('');
/** What is shown while it stands still. */
const held = signal<readonly Call[] | undefined>(undefined);

const STATUSES = ['2', '4', '5', '0'] as const;

const found = computed(() =>
  (held.value ?? calls.value)
    .filter(
      (call) =>
        (operation.value === '' || call.operation === operation.value) &&
        (phone.value === '' || call.phone === phone.value) &&
        (status.value === '' || String(Math.floor(call.status / 100)) === status.value),
    )
    .toReversed(),
);

/** Every call of the API as it comes, the last first; one of them whole. */
export function Traffic() {
  const { what } = route.value;
  const older = useSignal<Call | undefined>(undefined);
  useSignalEffect(() => {
    const wanted = Number(route.value.what);
    if (connection.value !== 'live' || !wanted || calls.peek().some((call) => call.sequence === wanted))
      return;
    // The journal keeps more calls than were read.
    read('readJournal', `/worlds/${worldName.value}/journal?after=${wanted - 1}&limit=1`).then(
      (answer) => {
        older.value = answer.calls[0];
      },
      () => {},
    );
  });
  const known = older.value === undefined ? calls.value : [...calls.value, older.value];
  const one = known.find(({ sequence }) => String(sequence) === what);
  return (
    <main class={`split wide ${what === '' ? 'at-list' : 'at-one'}`}>
      <section class="tree" aria-label={t('traffic')}>
        <Filters />
        <Waits />
        {found.value.length === 0 ? (
          <Nothing />
        ) : (
          <VirtualList
            items={found.value}
            height={46}
            label={t('traffic')}
            keyOf={({ sequence }) => String(sequence)}
          >
            {(call, tabIndex) => (
              <CallRow call={call} isOpen={String(call.sequence) === what} tabIndex={tabIndex} />
            )}
          </VirtualList>
        )}
      </section>
      {one !== undefined ? (
        <OneCall key={one.sequence} call={one} />
      ) : what === '' ? (
        <Hint says={t('choose-call')} />
      ) : (
        <Hint says={t('call-forgotten')} back={hrefOf('traffic')} />
      )}
    </main>
  );
}

function Filters() {
  const operations = [...new Set(calls.value.map((call) => call.operation ?? ''))]
    .filter((one) => one !== '')
    .sort();
  const pick = (which: typeof operation, all: string, options: readonly (readonly [string, string])[]) => (
    <select
      aria-label={all}
      value={which.value}
      onChange={(event) => {
        which.value = event.currentTarget.value;
      }}
    >
      <option value="">{all}</option>
      {options.map(([value, says]) => (
        <option key={value} value={value}>
          {says}
        </option>
      ))}
    </select>
  );
  return (
    <div class="tree-head filters">
      {pick(
        operation,
        t('all-operations'),
        operations.map((one) => [one, one]),
      )}
      {pick(
        status,
        t('all-statuses'),
        STATUSES.map((one) => [one, one === '0' ? t('dropped') : `${one}xx`]),
      )}
      {pick(
        phone,
        t('all-accounts'),
        accounts.value.map((one) => [one.phone, toPhone(one.phone)]),
      )}
      <button
        type="button"
        class="small"
        aria-pressed={held.value !== undefined}
        onClick={() => {
          held.value = held.value === undefined ? calls.value : undefined;
        }}
      >
        {t(held.value === undefined ? 'pause' : 'go-on')}
      </button>
      <button
        type="button"
        class="small"
        onClick={() => {
          held.value = undefined;
          void tell('clearJournal', 'DELETE', `/worlds/${worldName.value}/journal`);
        }}
      >
        {t('clear')}
      </button>
    </div>
  );
}

function CallRow({ call, isOpen, tabIndex }: { call: Call; isOpen: boolean; tabIndex: 0 | -1 }) {
  const { sequence, at, method, path, operation: name, phone: by } = call;
  const reason = call.fault ?? call.rule;
  return (
    <a
      class="row call"
      href={hrefOf('traffic', String(sequence))}
      tabIndex={tabIndex}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span class={`status ${toneOf(call.status)}`}>{call.status || t('dropped')}</span>
      <span class="row-text">
        <span class="row-name">
          {name ?? t('no-operation')}
          {reason !== null && <span class="quiet"> · {reason}</span>}
        </span>
        <span class="row-more quiet one-line">
          <span class="method">{method}</span> <Path path={path} />
        </span>
      </span>
      <span class="row-more row-end quiet">
        {toTime(at)}
        <span class="by">{by === null ? t('nobody') : toPhone(by)}</span>
      </span>
    </a>
  );
}

/** When the filters match no call: those that come closest, as the journal tells them. */
function Nothing() {
  const near = useSignal<readonly ControlSchema<'NearMiss'>[]>([]);
  const isFiltered = operation.value !== '' || phone.value !== '' || status.value !== '';
  useSignalEffect(() => {
    const query = new URLSearchParams();
    if (operation.value !== '') query.set('operation', operation.value);
    if (phone.value !== '') query.set('phone', phone.value);
    if (status.value !== '') query.set('status', status.value === '0' ? '0' : `${status.value}00`);
    near.value = [];
    if (query.size === 0) return;
    read('readJournal', `/worlds/${worldName.value}/journal?${query}`).then(
      (answer) => {
        near.value = answer.near_misses;
      },
      () => {},
    );
  });
  return (
    <div class="empty">
      <p>{t(isFiltered ? 'no-call-like-that' : 'no-call-yet')}</p>
      {!isFiltered && <p class="quiet">{t('no-call-says')}</p>}
      {near.value.length > 0 && <h3>{t('near-misses')}</h3>}
      <ul class="plain">
        {near.value.map((one) => (
          <li key={one.call.sequence}>
            <Near {...one} />
          </li>
        ))}
      </ul>
    </div>
  );
}
