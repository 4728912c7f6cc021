import { useSignal, useSignalEffect } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ControlSchema } from '../../../../spec/index.ts';
import { askWith, tell } from '../api.ts';
import { t, translate, type Word } from '../language.ts';
import { worldName } from '../route.ts';
import { revision } from '../store.ts';
import { type Act, type Field, type Offer, sampleOf } from './acts.ts';

type Answer = ControlSchema<'Permission'>;

/** What somebody may do, as buttons; what a rule refuses is greyed, with what the rule says. `later` is in seconds. */
export function Offers({
  phone,
  offers,
  later = 0,
}: {
  phone: string;
  offers: readonly Offer[];
  later?: number;
}) {
  const typed = useSignal<Readonly<Record<string, string>>>({});
  const answers = useSignal<readonly Answer[]>([]);
  const acts = offers.map((offer) => offer.act(sampleOf(offer, typed.value[offer.word] ?? '')));
  const asked = useSignal('');
  asked.value = JSON.stringify(acts);
  const path = `/worlds/${worldName.value}/people/${phone}`;
  useSignalEffect(() => {
    revision.value;
    const body: { acts: Act[] } = { acts: JSON.parse(asked.value) };
    if (body.acts.length === 0) return;
    let isOld = false;
    askWith('askRules', `${path}/may`, body).then(
      (answer) => {
        if (!isOld) answers.value = answer.answers;
      },
      // What the document does not take, such as half a number, is judged when it is whole.
      () => {},
    );
    return () => {
      isOld = true;
    };
  });
  const put = (word: string, value: string) => {
    typed.value = { ...typed.value, [word]: value };
  };
  const act = async (offer: Offer) => {
    const value = typed.value[offer.word] ?? '';
    const wanted = offer.act(value);
    const done = await tell(
      'actAsPerson',
      'POST',
      `${path}/act`,
      later > 0 ? { ...wanted, after_seconds: later } : wanted,
    );
    if (done !== undefined) put(offer.word, '');
  };
  return (
    <ul class="offers">
      {offers.map((offer, index) => (
        <OfferRow
          key={offer.word}
          offer={offer}
          answer={answers.value[index]}
          typed={typed.value[offer.word] ?? ''}
          onType={(value) => put(offer.word, value)}
          onAct={() => act(offer)}
        />
      ))}
    </ul>
  );
}

interface RowParts {
  offer: Offer;
  answer: Answer | undefined;
  typed: string;
  onType: (value: string) => void;
  onAct: () => void;
}

function OfferRow({ offer, answer, typed, onType, onAct }: RowParts) {
  const id = useId();
  const row = answer?.rows.find(({ says }) => says !== null);
  const isEmpty = offer.field !== undefined && typed === '';
  // Which link it is decides, so that there is nothing to judge before one is typed.
  const isRefused = answer?.says != null && !(isEmpty && offer.field === 'link');
  const refusal = isRefused ? translate('rules', answer.rule, answer.says ?? '') : undefined;
  const isOff = refusal !== undefined || isEmpty;
  const note =
    refusal ??
    (isEmpty ? undefined : row && `${row.code}: ${translate('codes', row.code, row.says ?? '')}`) ??
    (answer?.pending_approval ? t('pending') : undefined);
  return (
    <li class={`offer ${refusal === undefined ? '' : 'refused'}`}>
      <form
        class="offer-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isOff) onAct();
        }}
      >
        {offer.field !== undefined && <FieldOf offer={offer} typed={typed} onType={onType} />}
        <button type="submit" aria-disabled={isOff} aria-describedby={note === undefined ? undefined : id}>
          {t(offer.word)}
        </button>
      </form>
      {note !== undefined && (
        <span class="reason" id={id}>
          {note}
        </span>
      )}
    </li>
  );
}

/** What an empty field asks for. */
const HINTS: Readonly<Record<Exclude<Field, 'picture'>, Word>> = {
  name: 'name',
  topic: 'topic',
  number: 'number',
  link: 'invite-link',
};

function FieldOf({ offer, typed, onType }: Pick<RowParts, 'offer' | 'typed' | 'onType'>) {
  const { field = 'name', first } = offer;
  if (field === 'picture') {
    return (
      <input
        type="file"
        accept="image/jpeg"
        aria-label={t(offer.word)}
        onChange={async (event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onType(await toBase64(file));
        }}
      />
    );
  }
  return (
    <input
      type="text"
      inputMode={field === 'number' ? 'numeric' : 'text'}
      aria-label={t(offer.word)}
      placeholder={first || t(HINTS[field])}
      value={typed}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}

async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
