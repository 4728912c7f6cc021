import { useSignal, useSignalEffect } from '@preact/signals';
import type { ControlSchema } from '../../../../spec/index.ts';
import { controlToken, read, tell, urlOf } from '../api.ts';
import { toPhone, toTime } from '../formats.ts';
import { t } from '../language.ts';
import { Card } from '../parts/card.tsx';
import { Hint } from '../parts/hint.tsx';
import { Icon } from '../parts/icon.tsx';
import { Json } from '../parts/json.tsx';
import { Sure } from '../parts/sure.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { hrefOf, route, worldName } from '../route.ts';
import { accounts, calls, deliveries, revision } from '../store.ts';

type Delivery = ControlSchema<'Delivery'>;

const TONES: Readonly<Record<Delivery['state'], string>> = {
  delivered: 'good',
  pending: 'warn',
  failed: 'bad',
  dropped: 'bad',
};

/** What the webhooks were sent, the last first, and a receiver for who has none. */
export function Webhooks() {
  const { what } = route.value;
  const one = deliveries.value.find(({ sequence }) => String(sequence) === what);
  return (
    <main class={`split ${what === '' ? 'at-list' : 'at-one'}`}>
      <section class="tree" aria-label={t('webhooks')}>
        <Receiver />
        {deliveries.value.length === 0 ? (
          <div class="empty">
            <p>{t('no-delivery')}</p>
            <p class="quiet">{t('no-delivery-says')}</p>
          </div>
        ) : (
          <VirtualList
            items={deliveries.value.toReversed()}
            height={52}
            label={t('webhooks')}
            keyOf={({ sequence }) => String(sequence)}
          >
            {(delivery, tabIndex) => (
              <DeliveryRow
                delivery={delivery}
                isOpen={String(delivery.sequence) === what}
                tabIndex={tabIndex}
              />
            )}
          </VirtualList>
        )}
      </section>
      {one !== undefined ? (
        <OneDelivery delivery={one} />
      ) : what === '' ? (
        <Hint says={t('choose-delivery')} />
      ) : (
        <Hint says={t('delivery-forgotten')} back={hrefOf('webhooks')} />
      )}
    </main>
  );
}

function Receiver() {
  const found = useSignal(accounts.value);
  useSignalEffect(() => {
    // A webhook is set by a call of the API, too.
    calls.value;
    revision.value;
    read('listAccounts', `/worlds/${worldName.value}/accounts`).then(
      (answer) => {
        found.value = answer.accounts;
      },
      () => {},
    );
  });
  return (
    <div class="tree-head">
      <p class="quiet">{t('receiver-says')}</p>
      <ul class="plain">
        {found.value.slice(0, 4).map((account) => (
          <ReceiverRow key={account.phone} account={account} />
        ))}
      </ul>
    </div>
  );
}

function ReceiverRow({ account: { phone, webhook_url: present } }: { account: ControlSchema<'Account'> }) {
  const url = urlOf('__mock/receiver');
  const watch = () => {
    const headers = controlToken.value === '' ? {} : { headers: { 'X-Control-Token': controlToken.value } };
    const webhook = { webhook_url: url, enabled_events: EVENTS, secret: 'console', ...headers };
    void tell('updateAccount', 'PATCH', `/worlds/${worldName.value}/accounts/${phone}`, { webhook });
  };
  const says = t('watch', { phone: toPhone(phone) });
  return (
    <li class="someone">
      <span class="grow">
        {toPhone(phone)}
        <br />
        {present === null ? <span class="quiet">{t('no-webhook')}</span> : <code>{present}</code>}
      </span>
      {present === null ? (
        <button type="button" class="small" onClick={watch}>
          {says}
        </button>
      ) : present === url ? (
        <span class="status good">{t('watched')}</span>
      ) : (
        <Sure says={says} asks={t('watch-sure')} isSmall onSure={watch} />
      )}
    </li>
  );
}

const EVENTS = ['group.info', 'group.joined', 'device.connected', 'device.disconnected', 'device.logged_out'];

function DeliveryRow({
  delivery,
  isOpen,
  tabIndex,
}: {
  delivery: Delivery;
  isOpen: boolean;
  tabIndex: 0 | -1;
}) {
  const { sequence, event, state, created_at: at, phone, attempts } = delivery;
  return (
    <a
      class="row"
      href={hrefOf('webhooks', String(sequence))}
      tabIndex={tabIndex}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span class="row-text">
        <span class="row-name">{event}</span>
        <span class="row-more quiet">
          {toTime(at)} · {toPhone(phone)} · {t('attempts', { count: attempts.length })}
        </span>
      </span>
      <span class={`status ${TONES[state]}`}>{t(`state-${state}`)}</span>
    </a>
  );
}

function OneDelivery({ delivery }: { delivery: Delivery }) {
  const { id, sequence, event, state, attempts, due_at: due, fault, reason, payload, signature } = delivery;
  return (
    <section class="pane" aria-label={event}>
      <div class="pane-head">
        <a class="back" href={hrefOf('webhooks')} aria-label={t('back')}>
          <Icon sign="back" />
        </a>
        <div class="pane-name">
          <h2>
            {event} <span class={`status ${TONES[state]}`}>{t(`state-${state}`)}</span>
          </h2>
          <p class="acts">
            <code>{id}</code>
            <button
              type="button"
              class="small"
              onClick={() =>
                tell('redeliver', 'POST', `/worlds/${worldName.value}/deliveries/${sequence}/redeliver`)
              }
            >
              {t('redeliver')}
            </button>
          </p>
        </div>
      </div>
      <div class="cards">
        <Card title={t('attempts-title')}>
          {attempts.length === 0 && <p class="quiet">{t('no-attempt')}</p>}
          <ol class="history">
            {attempts.map(({ at, status, error, milliseconds }, index) => (
              <li key={`${index}/${at}`}>
                <time class="quiet">{toTime(at)}</time>{' '}
                <span class={`status ${status !== null && status < 300 ? 'good' : 'bad'}`}>
                  {status ?? t('no-answer')}
                </span>{' '}
                {error} <span class="quiet">{milliseconds} ms</span>
              </li>
            ))}
          </ol>
          {due !== null && <p>{t('next-attempt', { at: toTime(due) })}</p>}
          {reason !== null && <p class="notice">{reason}</p>}
          {fault !== null && <p class="quiet">{t('struck-by', { fault })}</p>}
          <h4>{t('signature')}</h4>
          <p>{signature ? <code>{signature}</code> : <span class="quiet">{t('no-secret')}</span>}</p>
        </Card>
        <Card title={t('payload')}>
          <Json value={payload} label={t('payload')} />
        </Card>
      </div>
    </section>
  );
}
