import { signal } from '@preact/signals';
import { type Sent, sent, toCurl } from '../api.ts';
import { t } from '../language.ts';
import { Copy } from './copy.tsx';

const isOpen = signal(false);

/** What the clicks of this page were, as lines for a shell: the last one always, all of them when it is opened. */
export function Foot() {
  const [last] = sent.value;
  return (
    <footer class="foot">
      {isOpen.value && (
        <ol class="clicks">
          {sent.value.map((one) => (
            <li key={one.number}>
              <Line one={one} />
            </li>
          ))}
        </ol>
      )}
      <div class="foot-line" role="status">
        {last === undefined ? <p class="quiet">{t('no-call')}</p> : <Line one={last} />}
      </div>
      {sent.value.length > 1 && (
        <button
          type="button"
          class="small"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isOpen.value ? t('close') : t('all-calls')}
        </button>
      )}
    </footer>
  );
}

function Line({ one }: { one: Sent }) {
  const curl = toCurl(one);
  return (
    <div class="click">
      <span class={`status ${one.refusal === undefined ? 'good' : 'bad'}`}>
        {one.refusal === undefined ? t('done') : one.status || t('not-reached')}
      </span>
      {one.refusal !== undefined && <strong class="refusal">{one.refusal}</strong>}
      <code>{curl}</code>
      <Copy text={curl} />
    </div>
  );
}
