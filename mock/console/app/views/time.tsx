import { useSignal } from '@preact/signals';
import type { ControlSchema } from '../../../../spec/index.ts';
import { tell } from '../api.ts';
import { toPhone, toSpan, toTime, worldNow } from '../formats.ts';
import { isWord, t } from '../language.ts';
import { Card } from '../parts/card.tsx';
import { hrefOf, worldName } from '../route.ts';
import { accounts, due, lines, told } from '../store.ts';
import { Faults } from './faults.tsx';

const STATES = ['connected', 'disconnected', 'logged_out', 'banned'] as const;
const HOURS = [1, 24, 72] as const;

/** The clock, the devices, and the faults. */
export function Time() {
  return (
    <main class="pane">
      <h2 class="unseen">{t('time')}</h2>
      <div class="cards">
        <div class="column">
          <Clock />
          <Coming />
          <Devices />
        </div>
        <Faults />
      </div>
    </main>
  );
}

function setClock(body: ControlSchema<'SetClock'>): void {
  void tell('setClock', 'PATCH', `/worlds/${worldName.value}/clock`, body);
}

function Clock() {
  const wanted = useSignal('');
  const { frozen } = told.value;
  const [next] = due.value;
  return (
    <Card title={t('clock-of-world')}>
      <p class="big-time">
        {toTime(worldNow(), true)} <small>UTC</small>
      </p>
      <p class="acts">
        <button type="button" class={frozen ? 'main' : ''} onClick={() => setClock({ frozen: !frozen })}>
          {t(frozen ? 'let-go' : 'freeze')}
        </button>
        {HOURS.map((hours) => (
          <button key={hours} type="button" onClick={() => setClock({ advance_seconds: hours * 3600 })}>
            +{hours} h
          </button>
        ))}
        <button
          type="button"
          aria-disabled={next === undefined}
          onClick={() => {
            if (next !== undefined) setClock({ now: next.at });
          }}
        >
          {t('to-next')}
        </button>
      </p>
      <form
        class="acts"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted.value !== '')
            setClock({ now: `${wanted.value.length === 16 ? `${wanted.value}:00` : wanted.value}Z` });
        }}
      >
        <input
          type="datetime-local"
          step="1"
          aria-label={t('another-time')}
          value={wanted.value || new Date(told.value.now).toISOString().slice(0, 19)}
          onInput={(event) => {
            wanted.value = event.currentTarget.value;
          }}
        />
        <button type="submit">{t('set-clock')}</button>
      </form>
    </Card>
  );
}

function Coming() {
  return (
    <Card title={t('coming')}>
      {due.value.length === 0 && <p class="quiet">{t('nothing-coming')}</p>}
      <ol class="plain">
        {due.value.slice(0, 50).map((one) => (
          <li key={`${one.at}/${one.kind}/${one.phone}/${one.code}/${one.group_jid}`} class="someone">
            <span class="grow">
              <strong>{toSpan(Date.parse(one.at) - worldNow())}</strong> <Says one={one} />
            </span>
            <button
              type="button"
              class="small"
              onClick={() => setClock({ now: one.at })}
              aria-label={`${t('go-there')}: ${toTime(one.at)}`}
            >
              {t('go-there')}
            </button>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Says({ one }: { one: ControlSchema<'Due'> }) {
  const name = lines.value.get(one.group_jid ?? '')?.name ?? '';
  const phone = toPhone(one.phone);
  if (one.kind === 'private-invite') {
    return <a href={hrefOf('phone', one.phone)}>{t('invite-ends', { phone, name })}</a>;
  }
  const word = `act.${one.what}`;
  return one.kind === 'act' ? (
    <a href={hrefOf('phone', one.phone)}>
      {t('act-comes', { phone, what: isWord(word) ? t(word) : (one.what ?? ''), name })}
    </a>
  ) : (
    <a href={hrefOf('webhooks')}>{t('delivery-comes', { phone, what: one.what ?? '' })}</a>
  );
}

function Devices() {
  return (
    <Card title={t('devices')}>
      <ul class="plain">
        {accounts.value.map(({ phone, device }) => (
          <li key={phone} class="someone">
            <a class="grow" href={hrefOf('phone', phone)}>
              {toPhone(phone)}
            </a>
            <select
              aria-label={t('device-of', { phone: toPhone(phone) })}
              class={device === 'connected' ? '' : 'warned'}
              value={device}
              onChange={(event) => {
                const wanted = STATES.find((one) => one === event.currentTarget.value) ?? 'connected';
                void tell('updateAccount', 'PATCH', `/worlds/${worldName.value}/accounts/${phone}`, {
                  device: wanted,
                });
              }}
            >
              {STATES.map((one) => (
                <option key={one} value={one}>
                  {t(`device-${one}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </Card>
  );
}
