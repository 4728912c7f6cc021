import { effect, signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { toTime, worldNow } from '../formats.ts';
import { type Language, language, t } from '../language.ts';
import { goTo, hrefOf, route, VIEWS, worldName } from '../route.ts';
import { connection, told, worlds } from '../store.ts';
import { Icon } from './icon.tsx';

const THEMES = ['auto', 'light', 'dark'] as const;
const theme = signal<(typeof THEMES)[number]>('auto');
effect(() => {
  document.documentElement.dataset.theme = theme.value;
});

/** What stands above every view: the world, its clock, how the page is connected, and the tabs. */
export function Head() {
  const isLive = connection.value === 'live';
  const tabs = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [route.value.view, language.value]);
  const names = worlds.value.map(({ name }) => name);
  const listed = names.includes(worldName.value) ? names : [worldName.value, ...names];
  return (
    <header class="head">
      <div class="head-line">
        <h1>
          <span class="logo" aria-hidden="true" />
          wuts-mock
        </h1>
        <label class="pick">
          <span>{t('world')}</span>
          <select
            aria-label={t('world')}
            value={worldName.value}
            onChange={(event) =>
              goTo(`#/${encodeURIComponent(event.currentTarget.value)}/${route.value.view}`)
            }
          >
            {listed.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <span class={`connection ${connection.value}`} role="status">
          {t(connection.value)}
        </span>
        <a class="clock" href={hrefOf('time')} title={t('clock-of-world')}>
          {isLive && (
            <>
              <time>{toTime(worldNow(), true)}</time> UTC
              {told.value.frozen && (
                <span class="frozen">
                  <Icon sign="frozen" /> <span>{t('frozen')}</span>
                </span>
              )}
            </>
          )}
        </a>
        <span class="choices">
          <label class="pick">
            <select
              aria-label={t('theme')}
              title={t('theme')}
              value={theme.value}
              onChange={(event) => {
                theme.value = THEMES.find((one) => one === event.currentTarget.value) ?? 'auto';
              }}
            >
              {THEMES.map((one) => (
                <option key={one} value={one}>
                  {t(`theme-${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label class="pick">
            <select
              aria-label={t('language')}
              value={language.value}
              onChange={(event) => {
                language.value = event.currentTarget.value as Language;
              }}
            >
              <option value="en">English</option>
              <option value="pt">Português</option>
            </select>
          </label>
        </span>
      </div>
      <nav class="tabs" ref={tabs} aria-label={t('views')}>
        {VIEWS.map((view) => (
          <a key={view} href={hrefOf(view)} aria-current={route.value.view === view ? 'page' : undefined}>
            {t(view)}
          </a>
        ))}
      </nav>
    </header>
  );
}
