// What a page of a document does beside being read: it finds, and it sends calls to the mock that serves it.
const { root, base } = document.body.dataset;
const token = document.querySelector('#token');
const accounts = document.querySelector('#accounts');

document.querySelector('#find').addEventListener('input', ({ target }) => {
  const words = target.value.toLowerCase().split(/\s+/);
  const hits = new Set();
  for (const section of document.querySelectorAll('[data-find]')) {
    const text = section.textContent.toLowerCase();
    section.hidden = !words.every((word) => text.includes(word) || section.id.toLowerCase().includes(word));
    if (!section.hidden) hits.add(`#${section.id}`);
  }
  for (const link of document.querySelectorAll('.contents a')) {
    link.parentElement.hidden = !hits.has(link.getAttribute('href'));
  }
});

if (window.matchMedia('(min-width: 64rem)').matches) document.querySelector('.contents details').open = true;

accounts.addEventListener('change', () => {
  token.value = accounts.value;
});

fetch(`${root}__mock`)
  .then((answer) => (answer.ok ? answer.json() : { accounts: [] }))
  .then((mock) => {
    for (const account of mock.accounts) accounts.add(new Option(account.phone, account.token));
    token.value ||= accounts.value;
  })
  .catch(() => {});

for (const form of document.querySelectorAll('form[data-path]')) {
  const body = form.elements.namedItem('body');
  form.querySelector('[data-examples]')?.addEventListener('change', ({ target }) => {
    body.value = target.value;
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const output = form.querySelector('output');
    output.textContent = 'Sent …';
    output.replaceChildren(...(await answerTo(form, body).catch((error) => [line(String(error))])));
  });
}

async function answerTo(form, body) {
  const { method, path } = form.dataset;
  const query = new URLSearchParams();
  const headers = { Authorization: `Bearer ${token.value}` };
  let at = path;
  for (const { name, value, dataset } of form.querySelectorAll('[data-in]')) {
    if (dataset.in === 'path') at = at.replace(`{${name}}`, encodeURIComponent(value));
    else if (value !== '' && dataset.in === 'query') query.set(name, value);
    else if (value !== '') headers[name] = value;
  }
  const control = document.querySelector('#control-token')?.value;
  if (control) headers['X-Control-Token'] = control;
  if (body !== null) headers['Content-Type'] = 'application/json';
  const asked = base + at.slice(1) + (query.size === 0 ? '' : `?${query}`);
  const answer = await fetch(asked, { method, headers, ...(body === null ? {} : { body: body.value }) });
  const text = await answer.text();
  const rule = answer.headers.get('X-Mock-Rule');
  const parts = [line(`${answer.status} ${answer.statusText}`)];
  if (rule !== null) parts.push(line(`The rule that refused: ${rule}`));
  if (text !== '') {
    const shown = document.createElement('pre');
    shown.textContent = pretty(text);
    parts.push(shown);
  }
  return parts;
}

function line(text) {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
