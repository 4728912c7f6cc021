import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { controlToken, isTokenWanted } from '../api.ts';
import { t } from '../language.ts';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { route, type View, worldName } from '../route.ts';
import { connection, restarts } from '../store.ts';
import { Groups } from './group.tsx';
import { Phone } from './phone.tsx';
import { Time } from './time.tsx';
import { Traffic } from './traffic.tsx';
import { Webhooks } from './webhooks.tsx';
import { Worlds } from './worlds.tsx';

const VIEW: Record<View, () => ComponentChildren> = {
  groups: () => <Groups />,
  phone: () => <Phone />,
  traffic: () => <Traffic />,
  webhooks: () => <Webhooks />,
  time: () => <Time />,
  worlds: () => <Worlds />,
};

/** The whole page. */
export function Shell() {
  if (isTokenWanted.value) return <TokenWanted />;
  return (
    <>
      <Head />
      <Notices />
      {connection.value === 'no-world' && route.value.view !== 'worlds' ? (
        <main class="pane hint">
          <p class="notice">{t('no-world-says', { name: worldName.value })}</p>
        </main>
      ) : (
        VIEW[route.value.view]()
      )}
      <Foot />
    </>
  );
}

function Notices() {
  const seen = useSignal(0);
  return (
    <div role="alert">
      {connection.value === 'gone' && <p class="bar bad">{t('gone-says')}</p>}
      {connection.value === 'live' && restarts.value > seen.value && (
        <p class="bar">
          {t('restarted')}{' '}
          <button
            type="button"
            class="small"
            onClick={() => {
              seen.value = restarts.value;
            }}
          >
            {t('close')}
          </button>
        </p>
      )}
    </div>
  );
}

function TokenWanted() {
  const typed = useSignal('');
  return (
    <main class="door">
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          isTokenWanted.value = false;
          controlToken.value = typed.value.trim();
        }}
      >
        <h1>{t('token-title')}</h1>
        <p class="quiet">{t('token-says')}</p>
        <label>
          {t('token')}
          <input
            type="password"
            autocomplete="off"
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="submit" class="main">
          {t('let-in')}
        </button>
      </form>
    </main>
  );
}
